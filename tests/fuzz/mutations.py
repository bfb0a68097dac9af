"""Small random changes of an input: of its bytes, of its words, and of JSON's tree."""

import copy
import json
import random
from collections.abc import Callable, Sequence
from typing import Any

LARGEST = 20_000
"""An input is not grown above so many bytes."""

NUMBERS = (b"0", b"-1", b"1", b"9" * 30, b"1e999", b"2147483648", b"0.5", b"-0")

Mutation = Callable[[bytes, random.Random, Sequence[bytes], Sequence[bytes]], bytes]


def mutated(
    data: bytes, rng: random.Random, words: Sequence[bytes], others: Sequence[bytes]
) -> bytes:
    """Return an input changed in a few places; `others` are inputs to take parts of."""
    for _ in range(rng.choice((1, 1, 2, 3, 5))):
        data = rng.choice(_MUTATIONS)(data, rng, words, others)
    return data[:LARGEST]


def _span(data: bytes, rng: random.Random, longest: int = 64) -> tuple[int, int]:
    begin = rng.randrange(len(data) + 1)
    return begin, min(len(data), begin + rng.randrange(1, longest + 1))


def _flip(data: bytes, rng: random.Random, _words: object, _others: object) -> bytes:
    if not data:
        return data
    at = rng.randrange(len(data))
    return data[:at] + bytes([rng.randrange(256)]) + data[at + 1 :]


def _remove(data: bytes, rng: random.Random, _words: object, _others: object) -> bytes:
    begin, end = _span(data, rng)
    return data[:begin] + data[end:]


def _double(data: bytes, rng: random.Random, _words: object, _others: object) -> bytes:
    begin, end = _span(data, rng)
    times = rng.choice((1, 1, 2, 10, 200))
    return data[:end] + data[begin:end] * times + data[end:]


def _say(data: bytes, rng: random.Random, words: Sequence[bytes], _others: object) -> bytes:
    at = rng.randrange(len(data) + 1)
    times = rng.choice((1, 1, 1, 2, 30, 1000))
    return data[:at] + rng.choice(words) * times + data[at:]


def _number(data: bytes, rng: random.Random, _words: object, _others: object) -> bytes:
    places = [at for at, byte in enumerate(data) if 48 <= byte <= 57]
    if not places:
        return data
    at = rng.choice(places)
    return data[:at] + rng.choice(NUMBERS) + data[at + 1 :]


def _splice(data: bytes, rng: random.Random, _words: object, others: Sequence[bytes]) -> bytes:
    other = rng.choice(others)
    begin, end = _span(other, rng, 400)
    at = rng.randrange(len(data) + 1)
    return data[:at] + other[begin:end] + data[at:]


def _move_line(data: bytes, rng: random.Random, _words: object, _others: object) -> bytes:
    lines = data.split(b"\n")
    line = lines.pop(rng.randrange(len(lines)))
    lines.insert(rng.randrange(len(lines) + 1), line)
    return b"\n".join(lines)


_MUTATIONS: tuple[Mutation, ...] = (
    _flip, _remove, _double, _say, _say, _number, _splice, _move_line,
)  # fmt: skip


# JSON

ODD: tuple[Any, ...] = (
    None, True, 0, -1, 10**40, 0.5, "", "a", "\x00", "\ud7ff", "x" * 5000, [], {}, [[]],
    "2026-02-30", "2026-03-01T10:00:00+02:00", "../../etc/passwd", "done", "note", "undo",
)  # fmt: skip


def mutated_json(
    data: bytes, rng: random.Random, words: Sequence[bytes], others: Sequence[bytes]
) -> bytes:
    """Return JSON changed in a few values; where it is none, or now and then, its bytes."""
    try:
        tree = json.loads(data)
    except ValueError:
        return mutated(data, rng, words, others)
    if rng.random() < 0.1 or not isinstance(tree, dict):
        return mutated(data, rng, words, others)
    for _ in range(rng.choice((1, 1, 1, 2, 3))):
        _change_value(tree, rng)
    return json.dumps(tree).encode()


def _change_value(tree: Any, rng: random.Random) -> None:
    places = list(_places(tree))
    holder, key = rng.choice(places)
    what = rng.randrange(6)
    if what == 0:
        del holder[key]
    elif what == 1:
        other, place = rng.choice(places)
        holder[key] = copy.deepcopy(other[place])
    elif what == 2 and isinstance(holder, list):
        holder.insert(key, copy.deepcopy(holder[key]))
    elif what == 3 and isinstance(holder, dict):
        holder[rng.choice([str(key) + "x", "uid", "parent", "kind", "value"])] = rng.choice(ODD)
    elif what == 4 and isinstance(holder[key], str):
        holder[key] = holder[key][: rng.randrange(len(holder[key]) + 1)] + rng.choice("aé\u202e\n0")
    else:
        holder[key] = rng.choice(ODD)


def _places(tree: Any) -> Any:
    """Yield every place of a value: what holds it, and under which key."""
    waiting = [tree]
    while waiting:
        holder = waiting.pop()
        keys = holder.keys() if isinstance(holder, dict) else range(len(holder))
        for key in list(keys):
            yield holder, key
            if isinstance(holder[key], dict | list):
                waiting.append(holder[key])
