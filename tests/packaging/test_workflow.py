"""The workflow that makes packages on each system: what of it can be tried elsewhere."""

import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
WORKFLOW = (ROOT / ".github" / "workflows" / "packages.yml").read_text(encoding="utf-8")


def test_what_is_used_is_pinned_by_the_commit_of_a_release() -> None:
    used = re.findall(r"uses: (.*)", WORKFLOW)
    assert used
    assert all(re.fullmatch(r"actions/[\w-]+@[0-9a-f]{40}  # v\d+\.\d+\.\d+", one) for one in used)


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="runs on Linux")
def test_the_checksums_of_all_packages_can_be_checked(tmp_path: Path) -> None:
    for system in ("linux", "windows"):
        (tmp_path / "all" / system).mkdir(parents=True)
        (tmp_path / "all" / system / "package").write_text(system)
    (tmp_path / "all" / "linux" / "SHA256SUMS").touch()
    told = re.search(r"\n( +)(cd all .*\n\1.*SHA256SUMS)\n", WORKFLOW)
    assert told is not None
    subprocess.run(["bash", "-ec", told[2]], cwd=tmp_path, check=True)
    listed = (tmp_path / "all" / "SHA256SUMS").read_text()
    assert re.findall(r"  (.*)", listed) == ["linux/package", "windows/package"]
    check = ["sha256sum", "--check", "--quiet", "SHA256SUMS"]
    subprocess.run(check, cwd=tmp_path / "all", check=True)


@pytest.mark.skipif(
    not shutil.which("git") or not (ROOT / ".git").exists(), reason="needs a checkout"
)
def test_files_are_checked_out_byte_by_byte() -> None:
    files = ["dev.py", "resources/course/machine-learning-in-production.md"]
    told = subprocess.run(
        ["git", "check-attr", "text", *files],
        cwd=ROOT, check=True, capture_output=True, text=True,
    )  # fmt: skip
    assert told.stdout.splitlines() == [f"{file}: text: unset" for file in files]
