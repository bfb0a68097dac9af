"""What programs that a bundle starts find in their environment."""

import os
import runpy
from pathlib import Path

import pytest

FIRST = Path(__file__).resolve().parents[2] / "packaging" / "children.py"


def test_children_are_led_where_the_desktop_led_the_program(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("LD_LIBRARY_PATH", "/bundle/_internal:/opt/own")
    monkeypatch.setenv("LD_LIBRARY_PATH_ORIG", "/opt/own")
    runpy.run_path(str(FIRST))
    assert os.environ["LD_LIBRARY_PATH"] == "/opt/own"
    assert "LD_LIBRARY_PATH_ORIG" not in os.environ


def test_children_are_led_nowhere_where_the_program_was_not(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("LD_LIBRARY_PATH", "/bundle/_internal")
    monkeypatch.delenv("LD_LIBRARY_PATH_ORIG", raising=False)
    runpy.run_path(str(FIRST))
    assert "LD_LIBRARY_PATH" not in os.environ


@pytest.mark.parametrize("name", ["QT_PLUGIN_PATH", "QML2_IMPORT_PATH"])
def test_children_find_qts_plug_ins_by_themselves(
    monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    monkeypatch.setenv(name, "/bundle/_internal/PySide6/Qt")
    runpy.run_path(str(FIRST))
    assert name not in os.environ
