"""The dataset as a Data Package: CSV files with a description that other programs read.

package.py writes it (folder.py, resources.py, rows_as_csv.py, readme.py, title_and_licences.py);
citation.py: how to cite the tables.
"""
