"""The search for a goal: a number that is wanted, and the changes that bring it about."""
