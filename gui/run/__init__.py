"""From the session's scenario to what pages show: run, bands, words."""
