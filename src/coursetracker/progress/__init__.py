"""What the learner did: events, standings and how they add up."""
