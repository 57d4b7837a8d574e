"""What the pages of this room show, read in a constant number of queries."""
