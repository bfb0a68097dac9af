"""What is kept: courses, what the learner did in them, and settings, in one SQLite database."""
