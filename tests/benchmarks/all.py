"""All benchmarks, one after the other, and their figures as one table.

Each is a script of its own that prints one JSON object; a name inside a name becomes a path.
What is named under "targets" says whether it is met; a target that is missed is no failure.
"""

import json
import subprocess
import sys
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

sys.path.append(str(Path(__file__).resolve().parents[1]))

from benchmarks.histories import NOT_HERE

Row = tuple[str, str, str]


def scripts() -> list[Path]:
    """Return the benchmarks beside this file; those without a main only help others."""
    here = Path(__file__)
    return [
        script
        for script in sorted(here.parent.glob("*.py"))
        if script.name != here.name and '"__main__"' in script.read_text(encoding="utf-8")
    ]


def run(script: Path) -> Mapping[str, object]:
    """Return what a benchmark found."""
    print(f"{script.stem} …", file=sys.stderr, flush=True)
    done = subprocess.run([sys.executable, script], check=False, stdout=subprocess.PIPE)
    if done.returncode == NOT_HERE:
        return {"left out": "what it measures is not here"}
    if done.returncode:
        return {"failed": done.returncode}
    found: Mapping[str, object] = json.loads(done.stdout)
    return found


def figures(found: Mapping[str, object], under: str = "") -> Iterator[tuple[str, str]]:
    """Yield the name and the value of each figure."""
    for name, value in found.items():
        if isinstance(value, dict):
            yield from figures(value, f"{under}{name} / ")
        else:
            yield f"{under}{name}", str(value)


def table(rows: Sequence[Row]) -> str:
    """Return the rows with their columns aligned; a subject is named once."""
    subject, name = (max((len(row[at]) for row in rows), default=0) for at in (0, 1))
    lines = []
    for at, row in enumerate(rows):
        shown = row[0] if at == 0 or rows[at - 1][0] != row[0] else ""
        lines.append(f"{shown:{subject}}  {row[1]:{name}}  {row[2]}")
    return "\n".join(lines)


def main() -> int:
    """Measure everything, print the table and return 1 where a benchmark failed."""
    found = {script.stem: run(script) for script in scripts()}
    print(table([(stem, *row) for stem, made in found.items() for row in figures(made)]))
    return int(any("failed" in made for made in found.values()))


if __name__ == "__main__":
    sys.exit(main())
