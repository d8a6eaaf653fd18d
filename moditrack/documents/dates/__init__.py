"""Dates and periods as reports print them, and the days that they cover.

- periods.py finds all, and those since a date or until one; printed_period.py: a period and its
  days; calendar_names.py: month names
- single_dates.py: those in digits; month_dates.py, month_order.py, short_forms.py;
  inferred_years.py: the year of a date without one
- years.py, short_years.py, year_or_count.py; quarters.py, parts_of_year.py
- relative.py, ending_or_beginning.py; start_of_financial_years.py
- table_periods.py: those of the cells of a table
"""
