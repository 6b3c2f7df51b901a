"""What the journeys need: a window of the article's scenario, and nothing left behind."""

from tests.window_fixtures import *  # noqa: F403
