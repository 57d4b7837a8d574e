"""What one asks of the directory and of coverage, and what one tells the register."""
