"""The version of Headroom; pyproject.toml reads it here."""

PROGRAM_VERSION = "0.1.0"
