"""The lever panel, built from the input table; it knows no parameter by name."""
