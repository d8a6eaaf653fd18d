"""When a figure or an event was: of its sentence, heading, section or title.

- figure_periods.py: of figures; periods_of_texts.py, periods_of_headings.py, rows_of_dates.py
- dates_without_year.py, half_dated_spans.py, financial_years.py: what is not printed whole
- periods_not_of_figures.py: what is no period of a figure
"""
