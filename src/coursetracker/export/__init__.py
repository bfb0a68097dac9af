"""Progress out: the report as values, and as PDF."""
