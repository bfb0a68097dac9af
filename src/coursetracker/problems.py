"""Problems that a person can put right, told in one sentence.

The packages below the window know no translations. They raise a `Problem` with an English
sentence and the facts in it; whoever shows it passes the translation in.
"""

from collections.abc import Callable

Say = Callable[[str], str]
"""Turns an English sentence of ours into the learner's language."""


def QT_TRANSLATE_NOOP(context: str, sentence: str) -> str:  # noqa: N802, ARG001
    """Mark a sentence for translation; the name is the one that pyside6-lupdate looks for."""
    return sentence


class Problem(Exception):
    """Something went wrong that the learner can act on.

    The sentence says what happened and what to do, with the facts in braces:
    ``Problem(QT_TRANSLATE_NOOP("Problem", "There is no file {path}. …"), path=path)``.
    """

    def __init__(self, sentence: str, **facts: object) -> None:
        super().__init__(sentence.format(**facts))
        self.sentence = sentence
        self.facts = facts

    def told(self, say: Say) -> str:
        """Return the sentence in the learner's language, with its facts."""
        return say(self.sentence).format(**self.facts)


class Outdated(Problem):
    """What was to be taken back is not as it was any more, so it never can be."""
