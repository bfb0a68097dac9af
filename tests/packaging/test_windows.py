"""What can be said here of the program on Windows: its installer, and a start with no console."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
SCRIPT = ROOT / "packaging" / "windows" / "coursetracker.nsi"
COURSE = ROOT / "resources" / "course" / "machine-learning-in-production.md"
NO_CONSOLE = (
    "import sys; sys.stdout = sys.stderr = None;"
    "from coursetracker.__main__ import main; sys.exit(main())"
)


def sections() -> tuple[str, str]:
    """Return what the installer does, and what the uninstaller does."""
    install, remove = SCRIPT.read_text(encoding="utf-8").split('Section "Uninstall"')
    return install.split("\nSection\n")[1], remove


@pytest.mark.parametrize(
    ("arguments", "status"),
    [
        (["outline", str(COURSE)], 0),
        (["export", "--csv", "progress.csv", "--data-dir", "."], 0),
        (["--version"], 0),
        (["export", "--help"], 0),
        (["outline", "nowhere.md"], 1),
        (["outline", "--fly"], 2),
    ],
)
def test_a_command_with_no_console_to_print_to_does_its_work(
    tmp_path: Path, arguments: list[str], status: int
) -> None:
    ended = subprocess.run(
        [sys.executable, "-c", NO_CONSOLE, *arguments],
        check=False, cwd=tmp_path, capture_output=True, text=True,
    )  # fmt: skip
    assert (ended.returncode, ended.stderr) == (status, "")
    assert (tmp_path / "progress.csv").exists() == ("--csv" in arguments)


@pytest.mark.skipif(not shutil.which("makensis"), reason="needs NSIS")
def test_the_installer_is_made_wherever_it_is_called(tmp_path: Path) -> None:
    script = tmp_path / "packaging" / "windows" / SCRIPT.name
    for folder in (script.parent, tmp_path / "dist" / "packages", tmp_path / "dist/coursetracker"):
        folder.mkdir(parents=True)
    shutil.copy(SCRIPT, script)
    shutil.copy(ROOT / "LICENSE", tmp_path)
    (tmp_path / "dist" / "coursetracker" / "coursetracker.exe").touch()
    for at, name in ((tmp_path, script.relative_to(tmp_path)), (ROOT, script)):
        subprocess.run(
            ["makensis", "-WX", "-DVERSION=1.2.3", str(name)],
            cwd=at, check=True, capture_output=True,
        )  # fmt: skip
        (tmp_path / "dist/packages/coursetracker-1.2.3-windows-x86_64-setup.exe").unlink()


def test_nothing_is_replaced_or_removed_while_a_program_runs() -> None:
    for section in sections():
        before = section.split("RMDir /r")[0]
        for program in ("coursetracker.exe", "coursetracker-cli.exe"):
            assert f'!insertmacro QUIT_FIRST "{program}"' in before


def test_both_programs_are_removed() -> None:
    for program in ("coursetracker.exe", "coursetracker-cli.exe"):
        assert f'Delete "$INSTDIR\\{program}"' in sections()[1]
