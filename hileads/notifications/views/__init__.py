"""Pages about messages: those sent to a person, what they choose to hear of, and whether messages leave."""
