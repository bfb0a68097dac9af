"""How many marks stay on their lessons when an author goes on writing, and what that costs.

    python tests/benchmarks/matching.py [DIR]

DIR has real revisions of real courses, with the truth (see histories.py). Prints JSON: of the
items that survive, those that are kept, lost (the learner is asked) and wrong (on another item);
of the deleted ones, those that are attached to something all the same; how many of the tough
survivors are kept. Baselines are scored in the same run. Then what a pair takes, and two courses
of 2,000 and 10,000 items with every tenth changed, in CPU seconds, the best of several runs:
reading both texts included, and matching alone.
"""

import json
import random
import re
import statistics
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from difflib import SequenceMatcher
from functools import lru_cache
from pathlib import Path
from string import ascii_lowercase

sys.path.append(str(Path(__file__).resolve().parents[1]))

from benchmarks.histories import RevisionPair, revision_pairs
from coursetracker.course.matching import match, matched_lines
from coursetracker.course.passages import Passage, passages
from coursetracker.course.reader import read_outline
from coursetracker.markdown import parse

Lines = Mapping[int, int]
Keys = Callable[[Sequence[Passage]], list[object]]
RUNS = 3
AMONG = {
    "surviving": ("kept", "lost", "wrong"),
    "deleted": ("attached",),
    "tough": ("tough_kept", "tough_wrong"),
}
SIZES = (2_000, 10_000)
IN_SECTION = 20
WORDS = 2_000
TARGETS = {
    "kept_percent": (">=", 99.4),
    "wrong_percent": ("<=", 0.08),
    "attached_percent": ("<=", 0.14),
    "tough_kept_percent": (">=", 98.0),
    "matched_lines_2000_cpu_s": ("<", 0.5),
    "matched_lines_10000_cpu_s": ("<", 3.0),
}


def cut(text: str) -> tuple[Passage, ...]:
    """Return the passages of a text."""
    document = parse(text)
    return passages(document, read_outline(document, ""))


# The score


def judged(pair: RevisionPair, found: Lines) -> Counter[str]:
    """Count what became of the items of a pair."""
    counts: Counter[str] = Counter()
    for old, new in pair.truth.items():
        got = found.get(old)
        if new is None:
            counts["deleted"] += 1
            counts["attached"] += got is not None
            continue
        fate = "kept" if got == new else "lost" if got is None else "wrong"
        counts.update(["surviving", fate])
        if old in pair.tough:
            counts.update(["tough", f"tough_{fate}"])
    return counts


def score(counts: Iterable[Counter[str]]) -> dict[str, float]:
    """Return counts, and percents of what they are counted among."""
    total: Counter[str] = sum(counts, Counter())
    told: dict[str, float] = {}
    for whole, parts in AMONG.items():
        told[whole] = total[whole]
        for part in parts:
            told[part] = total[part]
            told[f"{part}_percent"] = round(100 * total[part] / max(1, total[whole]), 2)
    return told


def by(
    name: Callable[[RevisionPair], str],
    pairs: Sequence[RevisionPair],
    counts: Sequence[Counter[str]],
) -> dict[str, str]:
    """Return the score of each group of pairs, in short."""
    groups: dict[str, list[Counter[str]]] = {}
    for pair, each in zip(pairs, counts, strict=True):
        groups.setdefault(name(pair), []).append(each)
    return {group: in_short(score(each)) for group, each in sorted(groups.items())}


def in_short(told: Mapping[str, float]) -> str:
    """Return a score as one line."""
    parts = (part for parts in AMONG.values() for part in parts)
    return ", ".join(f"{part} {told[f'{part}_percent']} % ({told[part]})" for part in parts)


def distance(pair: RevisionPair) -> str:
    """Return how many commits lie between the revisions of a pair, roughly."""
    commits = pair.until - pair.since
    return next((f"to {most:>3} commits" for most in (10, 50, 200) if commits <= most), "more")


# Baselines


def same_key(keys: Keys) -> Callable[[str, str], Lines]:
    """Return the baseline that pairs what has the same key, where no other has it."""

    def pair(old: str, new: str) -> Lines:
        ours, theirs = _by_key(keys, old), _by_key(keys, new)
        return {ours[key]: theirs[key] for key in ours.keys() & theirs.keys()}

    return pair


def _by_key(keys: Keys, text: str) -> dict[object, int]:
    items = marked(text)
    named = keys(items)
    times = Counter(named)
    return {key: item.line for key, item in zip(named, items, strict=True) if times[key] == 1}


@lru_cache(maxsize=2)
def marked(text: str) -> list[Passage]:
    """Return the headings and tasks, of which the truth is known."""
    return [each for each in cut(text) if each.shape in ("heading", "task")]


def positions(items: Sequence[Passage]) -> list[object]:
    """Return the place of each item: first, second, third."""
    return list(range(len(items)))


def paths(items: Sequence[Passage]) -> list[object]:
    """Return the titles from the top down to each item's own."""
    found: dict[int, tuple[object, ...]] = {}
    for item in items:
        found[item.index] = (*found.get(item.above or 0, ()), (item.shape, item.key))
    return list(found.values())


def slugs(items: Sequence[Passage]) -> list[object]:
    """Return the title of each item as an address in a page has it, repeated ones numbered."""
    seen: Counter[str] = Counter()
    named: list[object] = []
    for item in items:
        slug = re.sub(r"\W+", "-", item.key)
        named.append(f"{slug}-{seen[slug]}" if seen[slug] else slug)
        seen[slug] += 1
    return named


def difference(old: str, new: str) -> Lines:
    """Pair what a difference of the two sequences of titles leaves alone."""
    ours, theirs = marked(old), marked(new)
    titles = ([each.key for each in ours], [each.key for each in theirs])
    blocks = SequenceMatcher(None, *titles, autojunk=False).get_matching_blocks()
    return {
        ours[block.a + at].line: theirs[block.b + at].line
        for block in blocks
        for at in range(block.size)
    }


BASELINES: Mapping[str, Callable[[str, str], Lines]] = {
    "position": same_key(positions),
    "heading path and title": same_key(paths),
    "slug": same_key(slugs),
    "sequence difference of titles": difference,
}


# Time


def cpu_s(act: Callable[[], object]) -> float:
    """Return the CPU seconds that something takes, the best of several runs."""
    best = float("inf")
    for _ in range(RUNS):
        start = time.process_time()
        act()
        best = min(best, time.process_time() - start)
    return round(best, 3)


def made_up(size: int) -> tuple[str, str]:
    """Return a course of so many lessons, and the same with every tenth changed.

    One in four of these has another word in its title, one went to another section, one left,
    and one has a new one before it.
    """
    draw = random.Random(size)
    words = ["".join(draw.choices(ascii_lowercase, k=draw.randint(3, 8))) for _ in range(WORDS)]
    titles = [" ".join(draw.choices(words, k=draw.randint(3, 6))) for _ in range(size)]
    old = [titles[at : at + IN_SECTION] for at in range(0, size, IN_SECTION)]
    new = [list(section) for section in old]
    for number, title in enumerate(draw.sample(titles, size // 10)):
        section = new[titles.index(title) // IN_SECTION]
        at = section.index(title)
        if number % 4 == 0:
            section[at] = f"{title.rpartition(' ')[0]} {draw.choice(words)}"
        elif number % 4 == 1:
            draw.choice(new).append(section.pop(at))
        elif number % 4 == 2:
            del section[at]
        else:
            section.insert(at, " ".join(draw.choices(words, k=4)))
    return _written(old), _written(new)


def _written(sections: Sequence[Sequence[str]]) -> str:
    lines = ["# Course"]
    for number, section in enumerate(sections, 1):
        lines += [f"## Section {number}", *(f"- [ ] {title}" for title in section)]
    return "\n".join(lines)


def large(size: int) -> dict[str, float]:
    """Time a course of so many items."""
    old, new = made_up(size)
    ours, theirs = cut(old), cut(new)
    return {
        f"matched_lines_{size}_cpu_s": cpu_s(lambda: matched_lines(old, new)),
        f"match_{size}_cpu_s": cpu_s(lambda: match(ours, theirs)),
    }


def verdicts(found: Mapping[str, object]) -> dict[str, str]:
    """Return whether each target is met."""
    told = {}
    for name, (sign, goal) in TARGETS.items():
        value = found[name]
        assert isinstance(value, float | int)
        met = value >= goal if sign == ">=" else value <= goal if sign == "<=" else value < goal
        told[f"{name} {sign} {goal}"] = f"{value} {'met' if met else 'MISSED'}"
    return told


def main() -> None:
    """Measure and print."""
    pairs = revision_pairs()
    counts: list[Counter[str]] = []
    took: list[float] = []
    for pair in pairs:
        start = time.process_time()
        found = dict(matched_lines(pair.old, pair.new))
        took.append(1000 * (time.process_time() - start))
        counts.append(judged(pair, found))
    told: dict[str, object] = {
        **score(counts),
        "pair_cpu_ms_median": round(statistics.median(took)),
        "pair_cpu_ms_max": round(max(took)),
    }
    for size in SIZES:
        told |= large(size)
    told["targets"] = verdicts(told)
    told["baselines"] = {
        name: in_short(score(judged(pair, baseline(pair.old, pair.new)) for pair in pairs))
        for name, baseline in BASELINES.items()
    }
    told["by distance"] = by(distance, pairs, counts)
    told["by repository"] = by(lambda pair: pair.repository, pairs, counts)
    print(json.dumps(told))


if __name__ == "__main__":
    main()
