"""The program among courses that mean harm: it runs nothing, reads nothing else, calls nobody."""

import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from hostile.courses import CASES, FORBIDDEN, REMOTE

DRIVE = Path(__file__).parent / "drive.py"
HUNG = 400
"""Seconds after which the program counts as hung; it takes about one."""

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="watched by strace")


def strace_works() -> bool:
    strace = shutil.which("strace")
    if strace is None:
        return False
    tried = subprocess.run([strace, "true"], check=False, capture_output=True)
    return tried.returncode == 0


@pytest.fixture(scope="module")
def watched(tmp_path_factory: pytest.TempPathFactory) -> tuple[list[dict[str, Any]], str]:
    """Drive the window through all cases, and return what became of each, and its system calls."""
    root = tmp_path_factory.mktemp("hostile")
    trace = root / "trace"
    watch = ["strace", "-f", "-qq", "-e", "trace=network,open,openat,execve", "-o", str(trace)]
    if not strace_works():
        watch = []
    told = subprocess.run(
        [*watch, sys.executable, str(DRIVE), str(root / "cases")],
        check=True, stdout=subprocess.PIPE, timeout=HUNG, env=dict(os.environ),
    )  # fmt: skip
    rows = [json.loads(line) for line in told.stdout.splitlines()]
    return rows, trace.read_text("utf-8", "replace") if watch else ""


def test_there_are_many_and_none_ends_the_program(
    watched: tuple[list[dict[str, Any]], str],
) -> None:
    rows, _ = watched
    assert len(CASES) > 120
    assert [row["name"] for row in rows] == list(CASES)


def test_each_opens_or_is_refused_with_a_sentence(
    watched: tuple[list[dict[str, Any]], str],
) -> None:
    rows, _ = watched
    silent = [row["name"] for row in rows if len(row["became"]) < len("opened")]
    assert silent == []
    refused = {row["name"]: row["became"] for row in rows if row["became"] != "opened"}
    for name in (
        "picture '../forbidden/secret.png\\x00.png'",  # a zero byte: no text
        "four hundred folders deep", "five thousand files", "a file of nothing",
        "a file of zeros", "a file of all bytes", "names that are no names",
    ):  # fmt: skip
        refused.pop(name, None)
    assert refused == {}


def test_links_lead_to_the_web_or_nowhere(watched: tuple[list[dict[str, Any]], str]) -> None:
    rows, _ = watched
    asked = {address for row in rows for address in row.get("asked", ())}
    assert [address for address in asked if not address.startswith((REMOTE, "mailto:"))] == []


@pytest.mark.skipif(not strace_works(), reason="needs strace")
def test_nobody_is_called_nothing_else_is_read_and_nothing_is_run(
    watched: tuple[list[dict[str, Any]], str],
) -> None:
    _, trace = watched
    calls = trace.splitlines()
    assert [call for call in calls if "AF_INET" in call] == []
    assert len([call for call in calls if "execve(" in call]) == 1
    opened = [call for call in calls if re.search(r"open(at)?\(", call)]
    reads = [call for call in opened if "O_WRONLY" not in call and "O_CREAT" not in call]
    assert len(reads) > 1000
    secrets = (f"/{FORBIDDEN}/", "/etc/shadow", "/proc/self/environ", "/dev/zero", "id_rsa")
    assert [call for call in reads if any(secret in call for secret in secrets)] == []
