"""What dev.py decides by itself: what to install, and what to do where there is no screen."""

import importlib.util
import re
import subprocess
import sys
import tomllib
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

ROOT = Path(__file__).resolve().parents[2]
spec = importlib.util.spec_from_file_location("dev", ROOT / "dev.py")
assert spec is not None
assert spec.loader is not None
dev = importlib.util.module_from_spec(spec)
spec.loader.exec_module(dev)

on_linux = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="about Linux")


@pytest.mark.parametrize(
    ("arguments", "window"),
    [
        ([], True),
        (["course.md"], True),
        (["--lang", "es"], True),
        (["--data-dir", "export", "course.md"], True),
        (["--data-dir", "here", "export", "--pdf", "out.pdf"], False),
        (["outline", "course.md"], False),
        (["--version"], False),
        (["--help"], False),
    ],
)
def test_only_the_window_needs_a_screen(arguments: list[str], *, window: bool) -> None:
    assert dev.wants_window(arguments) is window


def test_without_a_screen_the_report_is_of_the_course_that_was_to_be_opened(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert dev.headless([]) == ["export", "--pdf", dev.REPORT]
    course = ["--course", str(tmp_path / "my.md")]
    asked = dev.headless(["--lang", "es", "my.md"])
    assert asked == ["export", "--pdf", dev.REPORT, *course, "--lang", "es"]


@on_linux
@pytest.mark.parametrize("name", ["DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"])
def test_a_screen_is_known_by_its_variable(name: str) -> None:
    assert dev.has_screen({name: ":0"})
    assert not dev.has_screen({name: ""})
    assert not dev.has_screen({})


@on_linux
def test_each_library_that_is_missing_is_asked_for_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(dev, "loadable", lambda name: name not in ("libGL.so.1", "libEGL.so.1"))
    monkeypatch.setattr(dev, "made_by_this_python", lambda: True)
    assert dev.missing("run", []) == ["libegl1", "libgl1"]


@on_linux
def test_the_unseen_screen_is_installed_for_the_bundle_alone(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(dev, "loadable", lambda _name: True)
    monkeypatch.setattr(dev, "made_by_this_python", lambda: True)
    monkeypatch.setattr(dev.shutil, "which", lambda _name: None)
    assert dev.missing("test", ["-m", "frozen"]) == [
        "at-spi2-core", "dbus-daemon", "xdotool", "xvfb"
    ]  # fmt: skip
    assert dev.missing("test", []) == []


def test_who_may_not_install_is_told_the_line_to_type(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(dev.shutil, "which", lambda name: f"/usr/bin/{name}")
    monkeypatch.setattr(dev, "privileges", lambda: None)
    line = "sudo apt-get install -y --no-install-recommends libegl1 libgl1"
    with pytest.raises(dev.NotReady, match=line):
        dev.install(["libegl1", "libgl1"])


def test_a_library_that_is_nowhere_cannot_be_loaded() -> None:
    assert not dev.loadable("libof-no-such-name.so.7")


def test_other_pins_need_another_environment(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    pins = tmp_path / "run.txt"
    monkeypatch.setattr(dev, "requirements", lambda _group: pins)
    pins.write_text("one==1\n")
    before = dev.digest("run")
    pins.write_text("one==2\n")
    assert dev.digest("run") != before


def test_an_environment_whose_making_was_stopped_is_made_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(dev, "VENV", tmp_path)
    monkeypatch.setattr(dev, "PROGRAMS", tmp_path)
    (tmp_path / "pyvenv.cfg").write_text(f"version = {dev.platform.python_version()}\n")
    assert not dev.made_by_this_python()
    (tmp_path / "pip").touch()
    assert dev.made_by_this_python()


def test_an_unknown_verb_gets_the_list_of_verbs() -> None:
    told = subprocess.run(
        [sys.executable, ROOT / "dev.py", "fly"], check=False, capture_output=True, text=True
    )
    assert told.returncode == 2
    assert all(f"dev.py {verb}" in told.stdout for verb in dev.VERBS)


@pytest.mark.parametrize("group", ["run", "dev"])
def test_pins_have_hashes_and_name_no_address(group: str) -> None:
    text = dev.requirements(group).read_text(encoding="utf-8")
    requirements = re.split(r"\n(?=\S)", text.strip())
    assert all("==" in pin and "--hash=sha256:" in pin for pin in requirements)
    assert "://" not in text


def test_every_dependency_is_pinned() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    for group, wanted in (
        ("run", project["dependencies"]),
        ("dev", project["dependencies"] + project["optional-dependencies"]["dev"]),
    ):
        pinned = set(re.findall(r"^([\w-]+)==", dev.requirements(group).read_text(), re.MULTILINE))
        names = {re.split(r"[^\w-]", name.lower())[0] for name in wanted}
        assert names <= pinned


@pytest.mark.skipif(not Path(dev.PROGRAMS, "pyside6-lupdate").exists(), reason="needs lupdate")
def test_a_language_begins_with_as_many_forms_of_number_as_it_has(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(dev, "CATALOGUES", tmp_path)
    assert dev.translate(["pl"]) == 0
    messages = list(ET.parse(tmp_path / "coursetracker_pl.ts").getroot().iter("message"))
    forms = {len(list(each.iter("numerusform"))) for each in messages if each.get("numerus")}
    assert forms == {3}
    assert any(each.findtext("source") == "%Ln lessons" for each in messages)
