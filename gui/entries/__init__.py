"""The lists of a scenario as tables: events, sites, contracts, known revenue."""
