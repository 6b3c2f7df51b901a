"""Figures, units and names in words; no widget."""
