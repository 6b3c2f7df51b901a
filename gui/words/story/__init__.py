"""What the story claims, and how likely it is."""
