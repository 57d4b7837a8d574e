"""The worked example: the shipped figures by deprivation, worked out again and written down for a reader.

For: docs/reference/worked-example.md, which shows that our arithmetic gives the published digits.
Not for: pages of the portal, which read what was loaded.
"""
