"""Fuzzing by coverage: python3 dev.py fuzz TARGET --minutes 30."""
