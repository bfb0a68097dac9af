"""The command line, run as a program of its own."""

import json
import os
import subprocess
import sys
from contextlib import closing
from datetime import date
from pathlib import Path

import pytest
from icalendar import Calendar

from coursetracker import options
from coursetracker.library.database import open_database
from coursetracker.library.record import record
from coursetracker.library.settings import keep_course_setting
from coursetracker.library.shelf import archive, remove, rename
from coursetracker.progress.schedule import PLAN, Plan, Unit, plan_text
from coursetracker.progress.standings import Change, EventKind
from library.course_samples import NOW, number, taken_in, tick, updated

SHARED = Path(__file__).resolve().parents[1].parent / "shared"
SEED = SHARED / "seed-course.md"
COURSE = "# Bread\n\n## Dough\n\n- [x] Mix\n- [ ] Knead\n"


def program(*arguments: str | Path, folder: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "coursetracker", "--data-dir", folder, *arguments],
        env={**os.environ, "LANG": "C.UTF-8", "LANGUAGE": "en", "QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )


@pytest.fixture
def course(tmp_path: Path) -> Path:
    path = tmp_path / "pan y más.md"
    path.write_text(COURSE, "utf-8")
    return path


def test_an_outline_is_printed_as_json(course: Path, tmp_path: Path) -> None:
    done = program("outline", course, "--json", folder=tmp_path / "data")
    outline = json.loads(done.stdout)
    assert outline["title"] == "Bread"
    assert [(i["title"], i["leaf"], i["state"], i["line"]) for i in outline["items"]] == [
        ("Dough", False, "not started", 3),
        ("Mix", True, "done", 5),
        ("Knead", True, "not started", 6),
    ]
    assert outline["items"][1]["parent"] == outline["items"][0]["id"]
    assert not (tmp_path / "data").exists()


@pytest.mark.skipif(not SEED.exists(), reason="needs the customer's course beside the project")
def test_the_customers_course_reads_as_promised(tmp_path: Path) -> None:
    outline = json.loads(program("outline", SEED, "--json", folder=tmp_path).stdout)
    items = outline["items"]
    leaves = [sum(1 for i in items if i["leaf"] and i["parent"] == above["id"]) for above in items]
    assert outline["title"] == "Machine Learning in Production"
    assert [week["number"] for week in outline["weeks"]] == [1, 2, 3]
    assert [count for count in leaves if count] == [6, 6, 4, 6, 4, 9, 3, 7, 5, 9, 6]
    assert sum(1 for i in items if i["kind"] == "assessment") == 3
    assert not any("INDEX" in i["title"] for i in items)
    assert [i["week"] for i in items if i["title"] == "Scoping" and not i["leaf"]] == [3]


def test_an_outline_is_printed_for_people(course: Path, tmp_path: Path) -> None:
    lines = program("outline", course, folder=tmp_path).stdout.splitlines()
    assert lines == ["Bread", "  Dough", "    ☑ Mix", "    ☐ Knead"]


def test_a_file_that_is_not_there_is_told_in_the_wanted_language(tmp_path: Path) -> None:
    english = program("outline", tmp_path / "no.md", folder=tmp_path)
    spanish = program("outline", tmp_path / "no.md", "--lang", "es", folder=tmp_path)
    assert (english.returncode, spanish.returncode) == (1, 1)
    assert english.stderr.startswith("coursetracker: There is no file at")
    assert spanish.stderr.startswith("coursetracker: No hay ningún archivo en")


def test_a_report_of_a_file_is_written_without_taking_the_file_in(
    course: Path, tmp_path: Path
) -> None:
    target = tmp_path / "out.pdf"
    done = program("export", "--pdf", target, "--course", course, folder=tmp_path / "data")
    assert done.stdout.strip() == str(target)
    assert target.read_bytes().startswith(b"%PDF")
    assert not (tmp_path / "data").exists()


def test_lost_and_found_is_reported_on_request_of_courses_in_the_library(
    course: Path, tmp_path: Path
) -> None:
    folder = tmp_path / "data"
    with closing(open_database(folder)) as db:
        taken = taken_in(db, COURSE, course)
        record(db, [tick(number(taken, "Knead"))], NOW)
        updated(db, taken, COURSE.replace("- [ ] Knead\n", "- [ ] Fold\n- [ ] Bake\n"), course)
    target = tmp_path / "out.pdf"

    def has_lost(data: Path, *more: str | Path) -> bool:
        done = program("export", "--pdf", target, "--lang", "en", *more, folder=data)
        assert done.returncode == 0
        return b"(Lost & found)" in target.read_bytes()  # a bookmark

    assert has_lost(folder, "--lost")
    assert not has_lost(folder)
    assert not has_lost(tmp_path / "nothing", "--course", course, "--lost")


def test_notes_are_an_appendix_on_request(course: Path, tmp_path: Path) -> None:
    folder = tmp_path / "data"
    with closing(open_database(folder)) as db:
        knead = number(taken_in(db, COURSE, course), "Knead")
        record(db, [Change(knead, EventKind.NOTE, {"note": "Ten **minutes**, $x^2$"})], NOW)
    target = tmp_path / "out.pdf"

    def bookmarked(*more: str) -> bool:
        done = program("export", "--pdf", target, "--lang", "en", *more, folder=folder)
        assert done.returncode == 0
        return b"(Notes)" in target.read_bytes()

    assert bookmarked("--notes")
    assert b"(x^2)" in target.read_bytes()  # what a screen reader says of the formula
    assert not bookmarked()


def test_without_a_library_the_bundled_course_is_reported(tmp_path: Path) -> None:
    target = tmp_path / "out.pdf"
    assert program("export", "--pdf", target, folder=tmp_path / "data").returncode == 0
    assert target.exists()


def test_a_course_that_nobody_knows_is_told(tmp_path: Path) -> None:
    done = program("export", "--pdf", tmp_path / "x.pdf", "--course", "Nada", folder=tmp_path)
    assert done.returncode == 1
    assert "There is no course “Nada” in the library" in done.stderr


def test_a_course_is_reported_by_the_name_it_has_on_the_shelf(course: Path, tmp_path: Path) -> None:
    folder, target = tmp_path / "data", tmp_path / "out.pdf"
    with closing(open_database(folder)) as db:
        mine, other = taken_in(db, COURSE, course), taken_in(db, COURSE, tmp_path / "other.md")
        rename(db, mine.id, "My loaf")
        archive(db, mine.id, NOW)
        remove(db, other.id, NOW)

    done = program("export", "--pdf", target, "--course", "my loaf", folder=folder)
    assert done.returncode == 0
    assert b"My loaf" in target.read_bytes()  # its title
    assert program("export", "--pdf", target, "--course", "Bread", folder=folder).returncode == 1


@pytest.mark.parametrize(
    ("words", "command"),
    [
        ([], None),
        (["course.md"], None),
        (["./outline"], None),
        (["--data-dir", "outline", "course.md"], None),
        (["outline", "course.md"], "outline"),
        (["--lang", "es", "outline", "course.md"], "outline"),
        (["outline", "export", "--data-dir", "d"], "outline"),
        (["--data-dir", "d", "export", "--pdf", "o.pdf"], "export"),
    ],
)
def test_the_first_word_that_belongs_to_no_option_is_the_command(
    words: list[str], command: str | None
) -> None:
    assert options.chosen(words).command == command


@pytest.mark.parametrize("command", [(), ("outline",), ("export",), ("import",)])
def test_help_is_in_the_learners_language(command: tuple[str, ...], tmp_path: Path) -> None:
    english = program(*command, "--help", folder=tmp_path).stdout
    spanish = program(*command, "--help", "--lang=es", folder=tmp_path).stdout
    assert english.startswith("usage: coursetracker")
    assert spanish.startswith("uso: coursetracker")
    same = set(_sentences(english)) & set(_sentences(spanish))
    assert {each for each in same if not each.startswith(("-", "[", "("))} == set()


def _sentences(text: str) -> list[str]:
    """Return what is said in a help, without the names of options and of what they take."""
    lines = (line.strip().rpartition("  ")[2].strip() for line in text.splitlines())
    return [line for line in lines if " " in line]


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("export",), "hace falta uno de los argumentos --pdf"),
        (("outline",), "faltan estos argumentos: file"),
        (("--bold",), "argumentos desconocidos: --bold"),
        (("export", "--pdf"), "argumento --pdf: falta su valor"),
        (("export", "--pdf", "a", "--csv", "b"), "no se admite junto con el argumento --pdf"),
    ],
)
def test_what_is_not_understood_is_told_in_the_learners_language(
    words: tuple[str, ...], told: str, tmp_path: Path
) -> None:
    ended = program(*words[:1], "--lang", "es", *words[1:], folder=tmp_path)
    assert (ended.returncode, ended.stdout) == (2, "")
    assert told in ended.stderr


def test_the_version_is_told(tmp_path: Path) -> None:
    assert program("--version", folder=tmp_path).stdout.startswith("CourseTracker ")


def test_an_outline_is_printed_as_the_learner_wants_the_course_read(
    course: Path, tmp_path: Path
) -> None:
    folder = tmp_path / "data"
    with closing(open_database(folder)) as db:
        taken_in(db, COURSE, course)
        db.execute("""UPDATE course SET choices = '{"shape": "headings"}'""")

    assert program("outline", course, folder=folder).stdout.splitlines() == ["Bread", "  ☐ Dough"]


def test_every_format_is_written_of_a_course_of_the_library(course: Path, tmp_path: Path) -> None:
    folder = tmp_path / "data"
    with closing(open_database(folder)) as db:
        taken = taken_in(db, COURSE, course)
        knead = number(taken, "Knead")
        record(db, [Change(knead, EventKind.SCORE, {"score": 90})], NOW)
        db.execute("INSERT INTO note VALUES (?, 'By hand.', '2026')", (knead,))

    def out(format_: str, *more: str) -> str:
        target = tmp_path / f"out.{format_}"
        done = program("export", f"--{format_}", target, "--lang", "en", *more, folder=folder)
        assert (done.returncode, done.stdout.strip()) == (0, str(target))
        return target.read_bytes().decode("utf-8-sig")

    assert "lesson,Knead,Dough,,not started,,,90," in out("csv")
    assert out("csv").splitlines()[-1].endswith(",yes,By hand.")
    markdown = out("markdown", "--course", "bread")
    assert markdown.startswith("# Bread\n\nProgress on ")
    assert "  - [x] Mix\n  - [ ] Knead\n\n    Score: 90 %\n\n    > By hand.\n" in markdown
    assert json.loads(out("json"))["courses"][0]["title"] == "Bread"
    assert json.loads(out("json", "--all"))["settings"] == {}
    refused = program("export", "--csv", tmp_path / "x.csv", "--all", folder=folder)
    assert "cannot be written as csv" in refused.stderr
    assert program("export", folder=folder).returncode == 2


def test_due_dates_are_written_for_calendars(course: Path, tmp_path: Path) -> None:
    folder, target = tmp_path / "data", tmp_path / "out.ics"
    with closing(open_database(folder)) as db:
        taken = taken_in(db, COURSE, course)
        record(
            db, [Change(number(taken, "Knead"), EventKind.DUE_ON, {"due_on": "2026-03-05"})], NOW
        )
        plan = plan_text(Plan(date(2026, 3, 2), Unit.LESSONS, 1))
        keep_course_setting(db, taken.id, PLAN, plan)

    done = program("export", "--ics", target, "--lang", "en", folder=folder)
    assert (done.returncode, done.stdout.strip()) == (0, str(target))
    first = Calendar.from_ical(target.read_bytes()).events
    assert [(str(each["SUMMARY"]), each.start) for each in first] == [
        ("Knead", date(2026, 3, 5)), ("Dough", date(2026, 3, 8)),
    ]  # fmt: skip
    program("export", "--ics", target, "--course", "bread", folder=folder)
    again = Calendar.from_ical(target.read_bytes()).events
    assert [each["UID"] for each in first] == [each["UID"] for each in again]

    refused = program("export", "--ics", target, "--course", course, folder=tmp_path / "no")
    assert refused.returncode == 1
    assert "has no due dates" in refused.stderr


def test_a_file_is_exported_without_taking_it_in(course: Path, tmp_path: Path) -> None:
    for format_ in ("csv", "json", "markdown"):
        target = tmp_path / format_
        done = program("export", f"--{format_}", target, "--course", course, folder=tmp_path / "no")
        assert done.returncode == 0
        assert "Knead" in target.read_text("utf-8")
    assert not (tmp_path / "no").exists()


def test_json_out_new_library_json_in_json_out(course: Path, tmp_path: Path) -> None:
    old, new, first, second = (tmp_path / name for name in ("old", "new", "1.json", "2.json"))
    with closing(open_database(old)) as db:
        taken = taken_in(db, COURSE, course)
        record(db, [tick(number(taken, "Knead"))], NOW)
        updated(db, taken, COURSE.replace("Mix", "Mix well"), course)
    program("export", "--json", first, "--all", folder=old)

    dry = program("import", first, "--dry-run", "--lang", "en", folder=new)
    done = program("import", first, "--lang", "en", folder=new)
    again = program("import", first, "--lang", "en", folder=new)
    program("export", "--json", second, "--all", folder=new)

    told = "Courses: 1, of them new: 1, merged: 0, unchanged: 0. New actions: 1."
    assert dry.stdout.strip() == done.stdout.strip() == told
    assert again.stdout.strip() == "Everything in the file is here already."
    assert first.read_bytes() == second.read_bytes()
    assert program("import", course, folder=new).returncode == 1


def test_a_course_is_not_written_over(course: Path, tmp_path: Path) -> None:
    before = course.read_bytes()
    done = program("export", "--markdown", course, "--course", course, folder=tmp_path / "data")
    assert (done.returncode, course.read_bytes()) == (1, before)
    assert "never written to" in done.stderr
