"""What has happened, in words."""
