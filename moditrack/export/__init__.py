"""The dataset as a Data Package: CSV files with a description that other programs read."""
