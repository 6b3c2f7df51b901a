"""The rows of the input table: a file for each group of levers, joined by `tables.scenario`."""
