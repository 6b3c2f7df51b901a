"""Scenarios as arrays, the graph of quantities, and runs."""
