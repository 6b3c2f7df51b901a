"""Scenario files: read, checked, migrated, written."""
