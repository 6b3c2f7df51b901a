"""What can go wrong: how often, from what, what matters, what the hedge is worth."""
