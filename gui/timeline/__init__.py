"""Shocks, contracts and sites on the time axis, and known revenue on the demand chart."""
