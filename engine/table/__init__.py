"""The rows of the input table, one file for each group of levers; `engine.scenario` joins them."""
