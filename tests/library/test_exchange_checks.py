"""Files that are no exports, or were made to do harm: each is told of, and nothing is changed."""

import json
import os
import sqlite3
from collections.abc import Callable
from copy import deepcopy
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from coursetracker.library.database import open_database
from coursetracker.library.exchange import checking
from coursetracker.library.exchange.checking import read_export
from coursetracker.library.exchange.importing import exported, import_all
from coursetracker.library.exchange.schema import complaint
from coursetracker.library.record import record, undo
from coursetracker.problems import Problem
from coursetracker.progress.standings import Change, EventKind
from coursetracker.resources import resources
from library.course_samples import LATER, NOW, number, taken_in, tick, updated

TEXT = "# Bread\n\n## Week 1\n\n- [x] Mix\n- [ ] Knead\n\n## Week 2\n\n- [ ] Bake\n"


@pytest.fixture
def export(db: sqlite3.Connection) -> dict[str, Any]:
    course = taken_in(db, TEXT)
    done = record(db, [tick(number(course, "Knead"))], NOW)
    undo(db, done.action, LATER)
    week = Change(number(course, "Week 1"), EventKind.WEEK, {"week": number(course, "Week 2")})
    record(db, [week], LATER)
    db.execute("INSERT INTO note VALUES (?, 'A note', '2026')", (number(course, "Bake"),))
    updated(db, course, TEXT.replace("Knead", "Fold"))
    content: dict[str, Any] = json.loads(exported(db, None))
    return content


def put(content: object, folder: Path) -> Path:
    path = folder / "export.json"
    path.write_text(json.dumps(content), "utf-8")
    return path


def test_an_export_is_as_its_schema_says(export: dict[str, Any]) -> None:
    schema = json.loads((resources() / "export.schema.json").read_text("utf-8"))
    assert complaint(export, schema) is None
    course = export["courses"][0]
    assert course["events"]
    assert course["notes"]
    assert course["revisions"][0]["items"]


@pytest.mark.parametrize(
    ("value", "schema", "place"),
    [
        (1, {"type": "integer"}, None),
        (True, {"type": "integer"}, ""),
        (1.5, {"type": "integer"}, ""),
        (1, {"type": "number"}, None),
        (None, {"type": ["string", "null"]}, None),
        ("a", {"const": "b"}, ""),
        (True, {"const": 1}, ""),
        ("b", {"enum": ["a", "b"]}, None),
        ("ab", {"pattern": "^a$"}, ""),
        ("a\n", {"pattern": "^a$"}, ""),
        (3, {"minimum": 1, "maximum": 2}, ""),
        ([1], {"minItems": 2}, ""),
        ([1, "a"], {"items": {"type": "integer"}}, "[1]"),
        ({"a": 1}, {"required": ["b"]}, ""),
        ({"a": {"b": 1}}, {"properties": {"a": {"additionalProperties": False}}}, "a.b"),
        ({"a": "x"}, {"additionalProperties": {"type": "integer"}}, "a"),
        ([1], {"items": {"$ref": "#/$defs/x"}, "$defs": {"x": {"type": "null"}}}, "[0]"),
    ],
)
def test_what_the_schema_checker_understands(
    value: object, schema: dict[str, Any], place: str | None
) -> None:
    assert complaint(value, schema) == place


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (b"", "is not an export"),
        (b"# A course\n", "is not an export"),
        (b"[1, 2]", "is not an export"),
        (b'{"format": "other"}', "is not an export"),
        (b"\xff\xfe\x00", "is not an export"),
        (b"[" * 200_000, "is not an export"),
        (b'{"format": "coursetracker", "version": 1,', "damaged or not whole"),
        (b'{"format": "coursetracker", "version": 2}', "newer CourseTracker"),
        (b'{"format": "coursetracker", "version": 1}', "was changed or is damaged"),
        (b'{"format": "coursetracker", "version": NaN}', "is not an export"),
        (
            b'{"format": "coursetracker", "version": 1, "settings": {"a": "\\ud800"}}',
            "not an export",
        ),
        (b'{"a": ' + b"9" * 5000 + b"}", "is not an export"),
    ],
)
def test_what_is_no_export_is_told(content: bytes, told: str, tmp_path: Path) -> None:
    path = tmp_path / "export.json"
    path.write_bytes(content)
    with pytest.raises(Problem, match=told):
        read_export(path)


def test_files_that_cannot_be_read_are_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with pytest.raises(Problem, match="cannot be read"):
        read_export(tmp_path / "none.json")
    with pytest.raises(Problem, match="is not an export"):
        read_export(tmp_path)
    os.mkfifo(tmp_path / "pipe")
    with pytest.raises(Problem, match="is not an export"):
        read_export(tmp_path / "pipe")
    (tmp_path / "large.json").write_bytes(b"{}" * 1_000_000)
    monkeypatch.setattr(checking, "MAX_BYTES", 1_000_000)
    with pytest.raises(Problem, match="has 2 MB, and what is imported may have 1 MB"):
        read_export(tmp_path / "large.json")


Course = dict[str, Any]
Harm = Callable[[Course], object]


@pytest.mark.parametrize(
    "harm",
    [
        lambda c: c.update(uid="x'; DROP TABLE course"),
        lambda c: c.update(revision="none"),
        lambda c: c.update(removed_at=c["opened_at"]),
        lambda c: c.update(extra=1),
        lambda c: c["place"].update(item="nobody"),
        lambda c: c["place"].update(scroll=2),
        lambda c: c["revisions"][0].update(updates=c["revisions"][1]["name"]),
        lambda c: c["revisions"][1].update(name=c["revisions"][0]["name"]),
        lambda c: c["revisions"][0].update(evidence=[["unheard of", 1]]),
        lambda c: c["revisions"][0].update(weeks=[["one", "title"]]),
        lambda c: c["revisions"][0]["items"][0].update(since_revision="none"),
        lambda c: c["items"].append(c["items"][0]),
        lambda c: c["items"][0].update(parent=c["items"][1]["uid"]),
        lambda c: c["items"][0].update(parent="nobody"),
        lambda c: c["items"][0].update(line=2**70),
        lambda c: c["items"][0].update(title=7),
        lambda c: c["notes"][0].update(item="nobody"),
        lambda c: c["notes"].append(c["notes"][0]),
        lambda c: c["events"].append(c["events"][0]),
        lambda c: c["events"].reverse(),
        lambda c: c["events"][0].update(item="nobody"),
        lambda c: c["events"][0].update(at="yesterday"),
        lambda c: c["events"][0].update(at="0001-01-01T00:00:00.000000+00:00", utc_offset=-86399),
        lambda c: c["events"][0].update(at="2026-13-01T00:00:00.000000+00:00"),
        lambda c: c["events"][0].update(value={}),
        lambda c: c["events"][0].update(value={"state": "excellent"}),
        lambda c: c["events"][0].update(kind="score", value={"score": "a"}),
        lambda c: c["events"][0].update(kind="score", value={"score": 400}),
        lambda c: c["events"][0].update(kind="attempts", value={"taken": [["2026-01-31", 400]]}),
        lambda c: c["events"][0].update(kind="attempts", value={"taken": [[7, 40]], "dropped": []}),
        lambda c: c["settings"].update(plan="every day"),
        lambda c: c["settings"].update(plan='{"version": 1, "amount": 0}'),
        lambda c: c["settings"].update(counting="none"),
        lambda c: c["settings"].update(target="NaN"),
        lambda c: c["events"][0].update(kind="undo"),
        lambda c: c["events"][-1]["value"].update(week="nobody"),
        lambda c: c["events"][-1]["value"].update(week=["nobody"]),
        lambda c: c["standings"].clear(),
    ],
)
def test_harm_is_told_and_changes_nothing(
    harm: Harm, export: dict[str, Any], tmp_path: Path
) -> None:
    content = deepcopy(export)
    harm(content["courses"][0])
    with pytest.raises(Problem, match="was changed or is damaged"):
        read_export(put(content, tmp_path))


def test_what_only_the_database_refuses_is_told_too(export: dict[str, Any], tmp_path: Path) -> None:
    event = export["courses"][0]["events"][0]
    event.update(kind="pass_mark", value={"pass_mark": 400})
    export["courses"][0]["standings"][event["item"]]["state"] = "not started"
    document = read_export(put(export, tmp_path))
    other = open_database(tmp_path / "other")
    was = exported(other, None)
    with pytest.raises(Problem, match="contradicts itself"):
        import_all(other, document)
    assert exported(other, None) == was
    other.close()


def test_actions_of_a_newer_program_are_told(export: dict[str, Any], tmp_path: Path) -> None:
    export["courses"][0]["events"][-1]["kind"] = "dreamt"
    with pytest.raises(Problem, match="newer CourseTracker"):
        read_export(put(export, tmp_path))


def test_settings_that_are_not_known_pass(export: dict[str, Any], tmp_path: Path) -> None:
    export["courses"][0]["settings"]["colour of the cover"] = "red"
    export["settings"]["mood"] = "good"
    other = open_database(tmp_path / "other")
    import_all(other, read_export(put(export, tmp_path)))
    assert json.loads(exported(other, None)) == export
    other.close()


def test_nobody_lets_a_course_reach_out_by_a_file(export: dict[str, Any], tmp_path: Path) -> None:
    export["settings"][f"pictures of {export['courses'][0]['uid']}"] = "yes"
    other = open_database(tmp_path / "other")
    import_all(other, read_export(put(export, tmp_path)))
    assert other.execute("SELECT * FROM setting").fetchall() == []
    other.close()


def test_a_file_cannot_take_what_belongs_to_another_course(
    db: sqlite3.Connection, export: dict[str, Any], tmp_path: Path
) -> None:
    was = exported(db, None)
    export["courses"][0]["uid"] = "f" * 32
    with pytest.raises(Problem, match="under another course"):
        import_all(db, read_export(put(export, tmp_path)))
    assert exported(db, None) == was


PLACES = st.lists(st.integers(0, 400), min_size=1, max_size=6)
VALUES: st.SearchStrategy[object] = (
    st.none() | st.integers() | st.text(max_size=4) | st.just([]) | st.just({}) | st.floats()
)


@settings(
    max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(place=PLACES, value=VALUES)
def test_whatever_stands_anywhere_a_file_is_taken_in_whole_or_not_at_all(
    export: dict[str, Any], tmp_path: Path, place: list[int], value: object
) -> None:
    """Put any value in any place: nothing but a Problem is raised, and what is kept is sound."""
    content = deepcopy(export)
    here: Any = content
    for which in place:
        keys = list(here) if isinstance(here, dict) else list(range(len(here)))
        if not keys:
            break
        key = keys[which % len(keys)]
        if not isinstance(here[key], dict | list) or which == place[-1]:
            here[key] = value
            break
        here = here[key]
    path = put(content, tmp_path)
    for old in tmp_path.glob("new/*.sqlite3*"):
        old.unlink()
    new = open_database(tmp_path / "new")
    try:
        import_all(new, read_export(path))
    except Problem:
        assert json.loads(exported(new, None))["courses"] == []
    else:
        assert read_export(put(json.loads(exported(new, None)), tmp_path))
        assert new.execute("PRAGMA foreign_key_check").fetchall() == []
    finally:
        new.close()
