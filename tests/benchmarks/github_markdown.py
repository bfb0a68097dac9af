"""How near the Markdown stages are to GitHub's, how they bear hostile texts, and how fast they are.

Prints JSON. (The name is longer than its neighbours': a ``markdown.py`` in this folder would
hide Python-Markdown from every script that is started here.) Times are CPU time, the best of
several; the baseline in the same run is Python-Markdown with its usual extensions.
"""

import importlib
import json
import re
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import markdown
from coursetracker.markdown import parse, to_html

SHARED = Path(__file__).resolve().parents[2].parent / "shared"
TOOLS = SHARED / "tools"
COURSES = SHARED / "courses"
CURRICULUM = COURSES / "jwasham__coding-interview-university" / "README.md"
EXAMPLE = re.compile(r"^`{32} example[^\n]*\n(.*?)^\.\n.*?^`{32}$", re.DOTALL | re.MULTILINE)
RENDER = ["--render", "coursetracker.markdown:to_html"]


def told_by(tool: str, pattern: str, *arguments: str) -> list[float]:
    """Run one of the shared tools and return the numbers that a pattern finds in what it says."""
    command = [sys.executable, str(TOOLS / tool), *RENDER, *arguments]
    said = subprocess.run(command, capture_output=True, text=True, check=False).stdout
    found = re.search(pattern, said)
    return [float(number) for number in found.groups()] if found else []


def fidelity() -> dict[str, object]:
    """Count the course files that have the same structure as GitHub makes of them."""
    files = sorted(str(path) for path in COURSES.rglob("*.md"))
    counts = told_by("markdown_fidelity.py", r"identical in (\d+) of (\d+)", *files)
    if not counts:
        return {"fidelity_percent": None}
    same, count = counts
    return {
        "fidelity_files": int(count),
        "fidelity_identical": int(same),
        "fidelity_percent": round(100 * same / count, 2),
    }


def hostile() -> dict[str, object]:
    """Count the hostile texts that are answered, and those that take more than two seconds."""
    counts = told_by("hostile_markdown.py", r"(\d+) of (\d+) answered, (\d+) slower")
    names = ("hostile_answered", "hostile_texts", "hostile_slow")
    return dict(zip(names, map(int, counts), strict=True)) if counts else {names[0]: None}


def specification() -> dict[str, object]:
    """Count the specification's examples that have the structure cmark-gfm gives them."""
    sys.path.append(str(TOOLS))
    tool: Any = importlib.import_module("markdown_fidelity")
    source = (SHARED / "gfm-spec" / "spec.txt").read_text("utf-8")
    examples = [text.replace("→", "\t") for text in EXAMPLE.findall(source)]
    same = 0
    for text in examples:
        compared = tool.compare(tool.Doc(tool.oracle(text)), tool.Doc(to_html(text)))
        same += all(feature[2] for feature in compared.values())
    return {"spec_examples": len(examples), "spec_same": same}


def cpu_ms(act: Callable[[], object], rounds: int) -> float:
    """Return the CPU milliseconds that something takes, the best of several rounds."""
    best = float("inf")
    for _ in range(rounds):
        start = time.process_time()
        act()
        best = min(best, time.process_time() - start)
    return round(1000 * best, 1)


def speed() -> dict[str, object]:
    """Time a curriculum of 137 KB."""
    text = CURRICULUM.read_text("utf-8")
    usual = cpu_ms(lambda: markdown.markdown(text, extensions=["extra", "sane_lists"]), 3)
    whole = cpu_ms(lambda: to_html(text), 9)
    return {
        "blocks_cpu_ms": cpu_ms(lambda: parse(text), 9),
        "whole_cpu_ms": whole,
        "python_markdown_cpu_ms": usual,
        "whole_to_python_markdown_ratio": round(whole / usual, 2),
    }


def main() -> None:
    """Measure what there are files for, and print."""
    found: dict[str, object] = {}
    if TOOLS.exists():
        found |= fidelity() | hostile() | specification()
    if CURRICULUM.exists():
        found |= speed()
    print(json.dumps(found))


if __name__ == "__main__":
    main()
