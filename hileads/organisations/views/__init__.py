"""The pages of the directory and of coverage."""
