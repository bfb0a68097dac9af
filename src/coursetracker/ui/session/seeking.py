"""Searching all courses; all of this is done beside the window, in threads of its own."""

from coursetracker.library.indexing import forget, is_damage, renew
from coursetracker.library.searching import BETWEEN, MOST, Found, Hit, Overtaken, Searcher

__all__ = [
    "BETWEEN",
    "MOST",
    "Found",
    "Hit",
    "Overtaken",
    "Searcher",
    "forget",
    "is_damage",
    "renew",
]
