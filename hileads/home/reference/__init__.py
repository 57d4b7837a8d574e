"""What the ground floor ships: the five recommendations in our own words."""
