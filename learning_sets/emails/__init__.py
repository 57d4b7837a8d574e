"""What people are told about their sessions. None of it names a topic, a presenter or anything said in a set."""
