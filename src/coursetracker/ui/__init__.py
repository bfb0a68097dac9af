"""The window: Qt on top of everything else, and nothing else on top of Qt."""
