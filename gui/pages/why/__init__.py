"""Why a number differs, what would bring it to a target, and by when to decide."""
