"""What the author wrote: a course's outline, read from its Markdown."""
