"""The wheel: what people get who install the program with pip."""

import subprocess
import sys
from pathlib import Path
from zipfile import ZipFile

ROOT = Path(__file__).resolve().parents[2]


def test_a_wheel_holds_the_resources_and_the_migrations(tmp_path: Path) -> None:
    subprocess.run(
        [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", tmp_path],
        cwd=ROOT, check=True, capture_output=True,
    )  # fmt: skip
    (wheel,) = tmp_path.glob("*.whl")
    held = set(ZipFile(wheel).namelist())
    shipped = {
        f"coursetracker/{path.relative_to(ROOT).as_posix()}"
        for path in (ROOT / "resources").rglob("*")
        if path.is_file()
    }
    migrations = {
        path.relative_to(ROOT / "src").as_posix()
        for path in (ROOT / "src/coursetracker/library/migrations").glob("*.sql")
    }
    assert shipped
    assert migrations
    assert shipped | migrations | {"coursetracker/py.typed"} <= held
