"""CourseTracker: follow a course written as Markdown and never lose your progress."""

__version__ = "0.1.0"
