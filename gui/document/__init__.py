"""The document in the window: session, recovery, locks, safekeeping."""
