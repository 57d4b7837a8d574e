"""What the learning sets add to other pages and to the demo; importing this package registers all of it."""

from learning_sets.contributions import handover, pages, personal, sample, story

__all__ = ["handover", "pages", "personal", "sample", "story"]
