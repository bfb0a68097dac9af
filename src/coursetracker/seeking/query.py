"""What the learner types to find something, read as the terms that all have to be there."""

import re
from dataclasses import dataclass

from coursetracker.seeking.folding import fold

LONGEST = 400
"""So many characters of what is typed are read."""

MOST = 12
"""So many terms are looked for; whoever types more has found it already."""

_QUOTES = str.maketrans(dict.fromkeys("“”„‟«»＂", '"') | {"\0": " "})
_WORD = re.compile(r"[^\W_]+(?:(?:\+\+|#)(?![^\W_]))?")
_OWN_WORD = "[\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]"
"""Characters of scripts that leave no spaces between words; each is taken for a word."""

_ALONE = re.compile(_OWN_WORD)


@dataclass(frozen=True, slots=True)
class Term:
    """Words that have to follow each other, folded; the last may only be begun."""

    words: tuple[str, ...]
    is_begun: bool = False

    @property
    def pattern(self) -> str:
        """A regular expression for the term in a folded text."""
        body = r"[\W_]*".join(map(re.escape, self.words))
        if not self.is_alone:
            body = r"[\W_]+".join(map(re.escape, self.words))
        first, last = self.words[0][0], self.words[-1][-1]
        before = "" if _ALONE.match(first) else r"(?<![^\W_])"
        open_end = self.is_begun or _ALONE.match(last) or last in "+#"
        return before + body + ("" if open_end else r"(?![^\W_])")

    @property
    def is_alone(self) -> bool:
        """Whether all words are of a script that leaves no spaces between them."""
        return all(_ALONE.match(word) for word in self.words)


Terms = tuple[Term, ...]


def words_of(folded: str) -> list[str]:
    """Return the words of a folded text, as they are looked for."""
    if not folded.isascii():
        folded = _ALONE.sub(r" \g<0> ", folded)
    return _WORD.findall(folded)


def read_query(typed: str) -> Terms:
    """Return what is looked for: words, and phrases in quotation marks.

    The last word may still be growing, unless something follows it, be it a space.
    """
    typed = typed[:LONGEST].encode("utf-8", "replace").decode().translate(_QUOTES)
    pieces = typed.split('"')
    terms: list[Term] = []
    for number, piece in enumerate(pieces):
        words = fold(piece)
        groups = [words] if number % 2 else words.split()
        terms += [Term(found) for group in groups if (found := tuple(words_of(group)))]
    terms = terms[:MOST]
    if terms and tuple(words_of(fold(pieces[-1])))[-1:] == terms[-1].words[-1:]:
        grows = not typed[-1:].isspace()
        terms[-1] = Term(terms[-1].words, is_begun=grows)
    return tuple(terms)
