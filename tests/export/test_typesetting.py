import re
import shutil
import subprocess
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

import page
import pytest
import typst

from coursetracker.course.outline import Outline
from coursetracker.export import typesetting
from coursetracker.export.appendix import Noted, appendix
from coursetracker.export.pdf import write_pdf
from coursetracker.export.report import Report, report
from coursetracker.export.typesetting import typeset, undisplayable
from coursetracker.markdown.mathematics import Formula
from coursetracker.progress.rollup import Progress
from export.courses import (
    TODAY,
    done,
    english,
    facts,
    half_done,
    lost,
    ml_course,
    some_changed,
    some_lost,
    spanish,
    titled,
)

TEN_SCRIPTS = (
    "Introduction à l’œuvre – naïve café",
    "Εισαγωγή στη μηχανική μάθηση",
    "Введение в машинное обучение",
    "مقدمة في تعلم الآلة (part 2)",
    "מבוא ללמידת מכונה: פרק 3",
    "मशीन लर्निंग का परिचय",
    "บทนำสู่การเรียนรู้ของเครื่องจักรในระบบการผลิตจริงสำหรับผู้เริ่มต้น",
    "机器学习导论:数据与模型",
    "機械学習の入門とデプロイ",
    "기계 학습 소개",
    "বাংলা தமிழ் తెలుగు ગુજરાતી ਪੰਜਾਬੀ ಕನ್ನಡ മലയാളം ລາວ Հայերեն ქართული",
    "🎓 👩‍💻 👨‍👩‍👧 🇵🇪 ✓ ★ ∑ → ∀x∈ℝ",
)
HOSTILE = (
    '#import "@preview/x:1.0.0": *',
    "]] $ x^2 $ \\ #panic() <b>bold</b> & *star* _under_ `code`",
    '#read("/etc/passwd") // comment /* ',
    '= heading @label ~ {curly} \\u{41} "quoted"',
    "%d %s {page} {pages} {0}",
)
PROFILES = (page.ValidationProfile.PDF_UA_1, page.ValidationProfile.PDF_A_2A)


def complaints(pdf: bytes) -> list[str]:
    reports = [page.validate_pdf_bytes(pdf, profile=profile) for profile in PROFILES]
    return [f"{found.rule_id}: {found.message}" for each in reports for found in each.failures]


def of_titles(titles: Sequence[str]) -> Report:
    return report(half_done(titled(titles)), facts(titles[0], learner=titles[-1]), english)


def text_of(pdf: bytes, tmp_path: Path) -> str:
    if not shutil.which("pdftotext"):
        pytest.skip("needs poppler's pdftotext")
    (tmp_path / "read.pdf").write_bytes(pdf)
    told = subprocess.run(
        ["pdftotext", "-layout", "read.pdf", "-"], cwd=tmp_path, capture_output=True, check=True
    )
    return told.stdout.decode().replace("\N{NO-BREAK SPACE}", " ")


def untouched() -> Report:
    return report(Progress.of(ml_course(), {}), facts(learner=""), english)


def all_done() -> Report:
    course = ml_course()
    return report(Progress.of(course, done(course.leaves())), facts(paper="us-letter"), english)


def in_spanish() -> Report:
    return report(half_done(ml_course()), facts(language="es"), spanish)


def changed_in_spanish() -> Report:
    return report(some_changed(ml_course()), facts(language="es"), spanish)


def lost_in_spanish() -> Report:
    return report(half_done(ml_course()), facts(language="es", lost=some_lost()), spanish)


def much_lost() -> Report:
    """Return a report with more lost than a page holds, titled in every way, and no score."""
    titles = ("", "\u202e", "A very " * 60, "A" * 1000, *TEN_SCRIPTS, *HOSTILE) * 3
    items = [lost(title, above=(title, "", title) * 3) for title in titles]
    return report(half_done(ml_course()), facts(lost=items), english)


NOTE = """\
# What I learnt

A **bold *and italic*** word, ~~struck~~, `code`, [a link](https://example.org/?q=ñ).\\
Inline $x_i^2$ in the text[^1].

$$\\frac{a}{b}$$

- [x] watched
- [ ] try it
  1. one

> A quote

| a | b |
|:--|--:|
| 1 | $y$ |

---

    def f(x):  # 漢字

#import "@preview/x" ]] $ \\bad

[^1]: A footnote.
"""


def drawn(formula: Formula) -> tuple[str, float, float, float]:
    svg = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 10"><path d="M0 0L9 9"/></svg>'
    return svg, 1.0, 0.8, 0.2


def with_notes() -> Report:
    """Return a report with notes in every way, some of them hostile."""
    texts = (
        NOTE,
        *TEN_SCRIPTS,
        *HOSTILE,
        "> " * 150 + "deep",
        "- " * 150 + "deep",
        "#",
        "A" * 9000,
    )
    above = ("Week 1", "Section")
    notes = [
        Noted(title, above, text) for title, text in zip(("A", "", *texts), texts, strict=False)
    ]
    return replace(untouched(), notes=appendix(notes, drawn))


def in_ten_scripts() -> Report:
    return of_titles(TEN_SCRIPTS)


def very_long() -> Report:
    return of_titles(("A very " * 60, "A" * 10_000, "深度学习" * 90, "https://x.org/" + "a/b" * 90))


def empty() -> Report:
    return report(Progress.of(Outline("", ()), {}), facts(""), english)


def nameless() -> Report:
    return of_titles(("", "\u202e", " "))


@pytest.mark.parametrize(
    "make",
    [
        untouched,
        all_done,
        in_spanish,
        changed_in_spanish,
        lost_in_spanish,
        much_lost,
        with_notes,
        in_ten_scripts,
        very_long,
        empty,
        nameless,
    ],
)
def test_the_file_conforms_to_pdf_ua_1_and_pdf_a_2a(make: Callable[[], Report]) -> None:
    made = typeset(make())

    assert made.replaced == ()
    assert complaints(made.pdf) == []


def test_the_checker_finds_fault_with_a_file_that_makes_no_claim() -> None:
    pdf = typst.compile(b"plain", pdf_tags=False)

    assert complaints(pdf)


def test_a_hostile_title_prints_as_it_is(tmp_path: Path) -> None:
    text = text_of(typeset(of_titles(HOSTILE)).pdf, tmp_path)

    printed = re.sub(r"\s+", " ", text)
    for title in HOSTILE:
        assert title.strip() in printed


def test_the_text_can_be_read_back(tmp_path: Path) -> None:
    text = text_of(typeset(in_spanish()).pdf, tmp_path)

    assert "INFORME DE PROGRESO" in text
    assert "23 de noviembre de 2026" in text
    assert re.search(r"50,8 %", text)
    assert re.search(r"Semana 2: Selecting and training a model +16 de 20 +80 %", text)
    assert re.search(r"Modeling challenges +2 +71 % +80 % +no aprobada", text)
    assert re.search(r"Data iteration +6 de 7", text)
    assert re.search(r"Key challenges +hecha +28 sept 2026", text)
    assert "Página 2 de" in text


def test_both_numbers_can_be_read_back(tmp_path: Path) -> None:
    text = text_of(typeset(changed_in_spanish()).pdf, tmp_path)

    assert "50,8 % hecho, 44,4 % hecho y al día" in text
    assert re.search(r"Key challenges +hecha, cambiada después +28 sept 2026", text)
    assert "al día" not in text_of(typeset(in_spanish()).pdf, tmp_path)


def test_lost_and_found_is_the_last_part_with_a_bookmark(tmp_path: Path) -> None:
    pdf = typeset(report(half_done(ml_course()), facts(lost=some_lost()), english)).pdf
    without = typeset(report(half_done(ml_course()), facts(), english)).pdf

    before, last = text_of(pdf, tmp_path).split("Lost & found\n")
    assert "Checklist" in before
    assert re.search(r"Old tools +with a note +done +28 Sep 2026 +92.5 %\n", last)
    assert re.search(r"Week 1: Start › First steps\n", last)
    assert re.search(r"Never mind +skipped\n", last)
    assert pdf.count(b"/Title") == without.count(b"/Title") + 1
    assert "Lost" not in text_of(without, tmp_path)


def test_notes_are_the_appendix_and_can_be_read_back(tmp_path: Path) -> None:
    made = replace(untouched(), notes=appendix([Noted("Monitoring", ("Week 1",), NOTE)], drawn))
    before, last = text_of(typeset(made).pdf, tmp_path).split("Notes\n")

    assert "Checklist" in before
    assert re.search(r"Week 1\n+Monitoring\n+What I learnt\n", last)
    for words in ("bold and italic word, struck, code, a link.", "☑ watched", "1. one", "A quote"):
        assert words in last
    assert '#import "@preview/x" ]] $ \\bad' in last
    assert re.search(r"\n1. +A footnote", last)
    assert "Notes" not in text_of(typeset(untouched()).pdf, tmp_path)


def test_formulas_of_notes_tell_screen_readers_what_they_say() -> None:
    formula = [Noted("M", (), "$$\\frac{a}{b}$$\n\nand $x_9$")]
    pdf = typeset(replace(untouched(), notes=appendix(formula, drawn))).pdf

    assert rb"(\\frac{a}{b})" in pdf
    assert rb"(x_9)" in pdf


def test_a_character_of_a_note_without_glyph_is_replaced_and_told(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    without_system_fonts(monkeypatch)
    made = replace(untouched(), notes=appendix([Noted("M", (), "`𒀀` and 𒀁")], drawn))

    assert sorted(typeset(made).replaced) == ["𒀀", "𒀁"]


def test_lost_and_found_speaks_the_language_of_the_report(tmp_path: Path) -> None:
    text = text_of(typeset(lost_in_spanish()).pdf, tmp_path)

    assert "Objetos perdidos\n" in text
    assert "ya no están en el curso" in text
    assert re.search(r"Lección y dónde estaba +Estado +Fecha +Nota\n", text)
    assert re.search(r"Old tools +con una nota +hecha +28 sept 2026 +92,5 %\n", text)


def test_where_nothing_lost_has_a_score_there_is_no_column_for_it(tmp_path: Path) -> None:
    last = text_of(typeset(much_lost()).pdf, tmp_path).split("Lost & found\n")[1]

    assert last.count("Lesson and where it stood") > 1  # on every page
    assert "Score" not in last


# Right-to-left text comes out of pdftotext in the order it is seen in, long Thai in pieces.
SEARCHABLE = ("บทนำ", *(title for title in TEN_SCRIPTS[:-1] if not re.search("[֐-ۿ฀-๿]", title)))


@pytest.mark.parametrize("title", SEARCHABLE)
def test_titles_in_other_scripts_can_be_searched_for(title: str, tmp_path: Path) -> None:
    text = text_of(typeset(of_titles((title, "x"))).pdf, tmp_path)

    assert title in re.sub(r"\s+", " ", text)


def test_the_table_head_is_repeated_on_every_page_of_the_checklist(tmp_path: Path) -> None:
    pages = text_of(typeset(in_spanish()).pdf, tmp_path).split("\f")[2:-1]

    assert len(pages) > 1
    assert all("Estado" in each for each in pages)


def test_no_learner_leaves_no_line(tmp_path: Path) -> None:
    assert "Ada" not in text_of(typeset(untouched()).pdf, tmp_path)
    assert "Nothing has been done yet" in text_of(typeset(untouched()).pdf, tmp_path)


def test_the_file_names_its_title_language_learner_and_date() -> None:
    pdf = typeset(in_spanish()).pdf

    assert b"/Lang(es)" in pdf.replace(b" ", b"")
    assert b"Machine Learning in Production" in pdf
    assert b"Informe de progreso" in pdf
    assert b"Ada Lovelace" in pdf
    assert f"{TODAY:%Y-%m-%d}".encode() in pdf


def test_weeks_and_sections_are_bookmarks() -> None:
    pdf = typeset(report(half_done(ml_course()), facts(), english)).pdf

    assert pdf.count(b"/Title") >= 3 + 3 + 3 + 11  # chapters, information, weeks, sections
    assert b"/Outlines" in pdf


def test_a_character_without_glyph_is_replaced_and_told(monkeypatch: pytest.MonkeyPatch) -> None:
    without_system_fonts(monkeypatch)

    made = typeset(of_titles(("Cuneiform 𒀀 and 𒀁", 'Quoted "𒀀" and \\𒀀')))

    assert made.replaced == ("𒀀", "𒀁")
    assert complaints(made.pdf) == []


def test_where_no_conforming_file_can_be_had_a_plain_one_says_so(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    without_system_fonts(monkeypatch)
    monkeypatch.setattr(typesetting, "undisplayable", lambda _complaint: ())

    made = typeset(of_titles(("Cuneiform 𒀀", "x")))

    assert "makes no claim" in text_of(made.pdf, tmp_path)
    assert complaints(made.pdf)
    assert "claims no conformance" in caplog.text


def without_system_fonts(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let every machine have the same fonts: ours."""
    fonts = typst.Fonts

    def ours(**given: object) -> typst.Fonts:
        return fonts(**{**given, "include_system_fonts": False})  # type: ignore[arg-type]

    monkeypatch.setattr(typst, "Fonts", ours)


@pytest.mark.parametrize(
    ("message", "texts"),
    [
        ('error: the text `"ཀ"` could not be displayed with font `"Noto Sans"`', ("ཀ",)),
        ('the text `"\\u{e000}"` could not be displayed', ("\ue000",)),
        ('the text `"\\"\\\\"` could not be displayed', ('"\\',)),
        ("the text contains the disallowed codepoint `U+FEFF`", ("\ufeff",)),
        ("contains the codepoint `'\\u{e123}'` from the Unicode private use area", ("\ue123",)),
        ('the text `"a"` could not be displayed the text `"a"` could not be displayed', ("a",)),
        ("some other trouble", ()),
    ],
)
def test_the_texts_without_glyphs_are_read_from_the_complaint(
    message: str, texts: tuple[str, ...]
) -> None:
    assert undisplayable(message) == texts


def test_stream_ends_are_never_mistaken_for_carriage_return_and_line_feed() -> None:
    assert typesetting.with_clear_stream_ends(b"x\r\nendstream\nendobj") == (
        b"x\r\rendstream\nendobj"
    )
    for number in range(40):
        made = typeset(of_titles((f"Title {number}", "x")))
        assert b"\r\nendstream" not in made.pdf


def test_writing_tells_which_characters_were_replaced(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    without_system_fonts(monkeypatch)

    replaced = write_pdf(of_titles(("𒀀", "x")), tmp_path / "r.pdf", lambda _done, _total: None)

    assert replaced == ("𒀀",)
