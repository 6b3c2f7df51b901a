"""A sweep's folder: as a window, and as pictures of its report."""
