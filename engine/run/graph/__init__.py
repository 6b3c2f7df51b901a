"""Which equation feeds which: every quantity once, a file for each section of the model."""
