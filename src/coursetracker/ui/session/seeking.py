"""Searching all courses; all of this is done beside the window, in threads of its own."""

from coursetracker.library.indexing import forget, is_damage, renew
from coursetracker.library.searching import MOST, Found, Hit, Overtaken, Searcher

__all__ = ["MOST", "Found", "Hit", "Overtaken", "Searcher", "forget", "is_damage", "renew"]
