"""What pages, messages and other rooms read about learning sets. Nothing here writes."""
