"""What this room's pages read."""
