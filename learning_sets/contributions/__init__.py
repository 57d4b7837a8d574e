"""What the learning sets add to other pages and to the demo; importing this package registers all of it."""

from learning_sets.contributions import pages, story

__all__ = ["pages", "story"]
