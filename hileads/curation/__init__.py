"""The door to Wagtail, where curated content is drafted, reviewed and published.

For: who may curate (asked of permissions), the review task, and the one queue.
Not for: the content itself; each room keeps its own snippets.
"""
