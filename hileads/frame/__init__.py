"""The page frame: one base template for every page, whichever engine or package renders it.

For: the Jinja environment, the form renderer, refusals (403, 404, 409) and static storage.
Not for: what stands on a page.
"""
