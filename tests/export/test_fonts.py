import re

import typst

from coursetracker.resources import resources

FONTS = resources() / "fonts"


def test_every_font_that_the_template_names_is_brought_along() -> None:
    template = (resources() / "report.typ").read_text(encoding="utf-8")
    named = set(re.findall('"((?:Noto|WenQuanYi) [^"]+)"', template))

    brought = typst.Fonts(False, False, [FONTS]).families()

    assert len(named) == 21
    assert named <= set(brought)


def test_the_fonts_stay_under_12_megabytes_and_have_their_licences() -> None:
    files = [path for path in FONTS.iterdir() if path.suffix in {".ttf", ".ttc"}]

    assert sum(path.stat().st_size for path in files) < 12_000_000
    assert (FONTS / "OFL-1.1.txt").stat().st_size > 4_000
    assert (FONTS / "Apache-2.0.txt").stat().st_size > 10_000
