"""What the pages of analyses share: how they ask, and how sure what they show is."""
