"""Fuzz a target, or keep a small corpus of what was found interesting.

    python3 dev.py fuzz reader --minutes 30
    python3 dev.py fuzz reader --keep

Interesting inputs of all runs are in build/fuzz/TARGET/corpus, findings in build/fuzz/TARGET/found,
each beside its traceback. --keep selects from the first what takes every edge, for the corpus in
tests/fuzz.
"""

# ruff: noqa: T201  it talks to who fuzzes

import argparse
import hashlib
import random
import time
from pathlib import Path

from fuzz.engine import Fuzzer, least
from fuzz.targets import HERE, TARGETS

BUILD = HERE.parents[1] / "build" / "fuzz"
LARGEST_KEPT = 2_000
"""Inputs of more bytes are not kept in the project."""


def known(name: str) -> list[bytes]:
    """Return the inputs of a target that are known to be interesting."""
    folders = (HERE / "corpus" / name, BUILD / name / "corpus")
    files = (file for folder in folders if folder.is_dir() for file in sorted(folder.iterdir()))
    return [*TARGETS[name].seeds(), *(file.read_bytes() for file in files)]


def write(folder: Path, inputs: list[bytes]) -> None:
    """Write inputs into a folder, each under its hash."""
    folder.mkdir(parents=True, exist_ok=True)
    for data in inputs:
        (folder / hashlib.sha256(data).hexdigest()[:16]).write_bytes(data)


def fuzz(name: str, minutes: float, seed: int) -> int:
    """Fuzz a target, and return the number of findings."""
    fuzzer = Fuzzer(TARGETS[name], random.Random(seed), BUILD / name / "found")
    begun = time.monotonic()
    fuzzer.begin(known(name))

    def tell(fuzzer: Fuzzer) -> None:
        spent = (time.monotonic() - begun) / 60
        print(
            f"{name}: {spent:.0f} min, {fuzzer.tried} tried, {len(fuzzer.edges)} edges,"
            f" {len(fuzzer.corpus)} kept, {len(fuzzer.findings)} findings",
            flush=True,
        )
        write(BUILD / name / "corpus", fuzzer.corpus)

    fuzzer.run(60 * minutes, tell)
    for where in fuzzer.findings:
        print("finding:", where)
    return len(fuzzer.findings)


def keep(name: str) -> None:
    """Keep a small corpus in the project."""
    folder = HERE / "corpus" / name
    inputs = [data for data in known(name) if len(data) <= LARGEST_KEPT]
    chosen = least(TARGETS[name], inputs)
    for old in folder.glob("[!s]*"):  # seeds stay
        old.unlink()
    write(folder, chosen)
    print(f"{len(chosen)} of {len(inputs)} inputs, {sum(map(len, chosen))} bytes")


def main() -> int:
    """Do what the command line says; the status is 1 where something was found."""
    parser = argparse.ArgumentParser("fuzz")
    parser.add_argument("target", choices=TARGETS)
    parser.add_argument("--minutes", type=float, default=1.0)
    parser.add_argument("--seed", type=int, default=None)
    parser.add_argument("--keep", action="store_true", help="keep a small corpus in the project")
    chosen = parser.parse_args()
    if chosen.keep:
        keep(chosen.target)
        return 0
    seed = random.randrange(1 << 30) if chosen.seed is None else chosen.seed
    print(f"seed {seed}", flush=True)
    return int(fuzz(chosen.target, chosen.minutes, seed) > 0)


if __name__ == "__main__":
    raise SystemExit(main())
