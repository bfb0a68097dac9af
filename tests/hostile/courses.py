"""Courses that mean harm: each is written into a folder, and the program is to survive it.

Beside the folder of each course stands FORBIDDEN, a folder that nothing may read: it holds what the
links, pictures and lists of the courses try to reach.
"""

# ruff: noqa: E501  the texts of small courses

import os
import struct
import zlib
from collections.abc import Callable, Mapping
from pathlib import Path

FORBIDDEN = "forbidden"
REMOTE = "http://203.0.113.7"  # an address that is nobody's (RFC 5737)
Write = Callable[[Path], Path]
"""Writes a course into an empty folder and returns what is to be opened."""


def page(text: str | bytes) -> Write:
    """Return what writes a course of one file."""

    def write(folder: Path) -> Path:
        path = folder / "course.md"
        path.write_bytes(text if isinstance(text, bytes) else text.encode("utf-8", "surrogatepass"))
        return path

    return write


def lesson(text: str) -> Write:
    """Return what writes a course with one lesson that says this."""
    return page(f"# Course\n\n## Lesson\n\n{text}\n\n## Next\n\nGoodbye.\n")


def tree(files: Mapping[str, str | bytes], opened: str = ".") -> Write:
    """Return what writes several files; those whose names end in @ are links to what they say."""

    def write(folder: Path) -> Path:
        for name, content in files.items():
            path = folder / name.removesuffix("@")
            path.parent.mkdir(parents=True, exist_ok=True)
            if name.endswith("@"):
                path.symlink_to(str(content))
            else:
                path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return folder / opened

    return write


def png(width: int, height: int) -> bytes:
    """Return a picture that says it has this size, and has no more than a line of it."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        body = kind + data
        return struct.pack(">I", len(data)) + body + struct.pack(">I", zlib.crc32(body))

    head = struct.pack(">IIBBBBB", width, height, 8, 6, 0, 0, 0)
    rows = zlib.compress(b"\0" * 4096)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", rows) + chunk(b"IEND", b"")


def pipe(folder: Path) -> Path:
    """Write a folder in which a lesson is a pipe that nobody writes to."""
    (folder / "README.md").write_text("# Course\n\n- [A](a.md)\n- [B](b.md)\n", "utf-8")
    (folder / "a.md").write_text("# A\n", "utf-8")
    os.mkfifo(folder / "b.md")
    return folder


def odd_names(folder: Path) -> Path:
    """Write files whose names are no names."""
    for name in ("a\nb.md", "\u202egnp.md", "-rf.md", "x" * 200 + ".md", "tab\t.md", "\x1c.md"):
        (folder / name).write_text(f"# {len(name)}\n", "utf-8")
    (folder / os.fsdecode(b"\xff\xfe.md")).write_text("# Bytes\n", "utf-8")
    return folder


def deep(folder: Path) -> Path:
    """Write a file below a thousand folders."""
    place = folder
    for _ in range(400):
        place = place / "d"
    place.mkdir(parents=True)
    (place / "a.md").write_text("# A\n", "utf-8")
    return folder


def many(folder: Path) -> Path:
    """Write more files than a course may have."""
    for number in range(5_200):
        (folder / f"{number}.md").write_text(f"# {number}\n", "utf-8")
    return folder


_LAUGHS = "".join(
    f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' if n else '<!ENTITY l0 "ha">' for n in range(12)
)
_SCHEMES = (
    "javascript:alert(1)", "JaVaScRiPt:alert(1)", "java\tscript:alert(1)", "&#106;avascript:x",
    "javascript&colon;x", "vbscript:x", "data:text/html,<script>x</script>", "data:;base64,PHM+",
    "file:///etc/passwd", "file://localhost/etc/passwd", "FILE:///etc/passwd", "qrc:/qt-project.org",
    "ms-msdt:x", "smb://203.0.113.7/a", "ssh://203.0.113.7", "steam://run/1", "about:blank",
    "blob:x", "view-source:file:///etc/passwd", "\\\\203.0.113.7\\share", "//203.0.113.7/a",
    "jar:file:///a!/b", "more:", "fold:x", "here:x", "formula:x", "tick:1", "coursetracker:x",
)  # fmt: skip
_OUTSIDE = (
    f"../{FORBIDDEN}/secret.png", f"../{FORBIDDEN}/secret.md", f"..%2f{FORBIDDEN}%2fsecret.png",
    f"%2e%2e/{FORBIDDEN}/secret.png", f"x/../../{FORBIDDEN}/secret.png", f"./../{FORBIDDEN}/secret.svg",
    "/etc/passwd", "//etc/passwd", "/proc/self/environ", "/dev/zero", "~/.ssh/id_rsa",
    f"..\\{FORBIDDEN}\\secret.png", f"a/b/../../../{FORBIDDEN}/secret.png", "C:\\Windows\\win.ini",
    f"../{FORBIDDEN}/secret.png\0.png", "file:secret.png", "\u2025/secret.png",
)  # fmt: skip
_DOWNLOADS = (
    "<img src='{0}/a.png'>", "<img srcset='{0}/a.png 2x'>", "<video src='{0}/a.mp4' autoplay></video>",
    "<audio src='{0}/a.mp3' autoplay></audio>", "<iframe src='{0}/'></iframe>",
    "<object data='{0}/a.swf'></object>", "<embed src='{0}/a.swf'>",
    "<link rel='stylesheet' href='{0}/a.css'>", "<style>@import url('{0}/a.css');</style>",
    "<div style=\"background:url('{0}/a.png')\">x</div>", "<body background='{0}/a.png'>",
    "<table background='{0}/a.png'><tr><td background='{0}/b.png'>x</td></tr></table>",
    "<base href='{0}/'>", "<meta http-equiv='refresh' content='0;url={0}/'>",
    "<input type='image' src='{0}/a.png'>", "<script src='{0}/a.js'></script>",
    "<svg><image href='{0}/a.png'/></svg>", "<li style=\"list-style-image:url('{0}/a.png')\">x</li>",
    "<details ontoggle='x' open><summary>s</summary><img src='{0}/b.png'></details>",
    "![a]({0}/a.png)", "![a][r]\n\n[r]: {0}/a.png", "[![a]({0}/a.png)]({0})",
    "<picture><source srcset='{0}/a.png'><img src='{0}/b.png'></picture>",
    "<form action='{0}'><button>x</button></form>", "<font face=\"x' src='{0}/f.ttf\">x</font>",
)  # fmt: skip
_SVGS = {
    "entities": f"<!DOCTYPE svg [{_LAUGHS}]><svg xmlns='http://www.w3.org/2000/svg'><text>&l11;</text></svg>",
    "outside": "<!DOCTYPE svg [<!ENTITY x SYSTEM 'file:///etc/passwd'>]><svg xmlns="
    "'http://www.w3.org/2000/svg'><text>&x;</text></svg>",
    "image": "<svg xmlns='http://www.w3.org/2000/svg' xmlns:xlink='http://www.w3.org/1999/xlink'>"
    f"<image xlink:href='../{FORBIDDEN}/secret.png' width='9' height='9'/></svg>",
    "remote": "<svg xmlns='http://www.w3.org/2000/svg' xmlns:xlink='http://www.w3.org/1999/xlink'>"
    f"<image xlink:href='{REMOTE}/a.png' width='9' height='9'/></svg>",
    "script": "<svg xmlns='http://www.w3.org/2000/svg' onload='x()'><script>x()</script></svg>",
    "size": "<svg xmlns='http://www.w3.org/2000/svg' width='9e9' height='9e9'><rect width='9'/></svg>",
    "uses": "<svg xmlns='http://www.w3.org/2000/svg' xmlns:xlink='http://www.w3.org/1999/xlink'>"
    + "".join(
        f"<g id='g{n}'>"
        + (f"<use xlink:href='#g{n - 1}'/>" * 10 if n else "<path d='M0 0'/>")
        + "</g>"
        for n in range(9)
    )
    + "<use xlink:href='#g8'/></svg>",
    "loop": "<svg xmlns='http://www.w3.org/2000/svg' xmlns:xlink='http://www.w3.org/1999/xlink'>"
    "<g id='a'><use xlink:href='#a'/></g><use xlink:href='#a'/></svg>",
    "deep": "<svg xmlns='http://www.w3.org/2000/svg'>"
    + "<g>" * 50_000
    + "</g>" * 50_000
    + "</svg>",
}
_FORMULAS = (
    r"\def\a{\a\a}\a", r"\newcommand{\a}{\a\a\a}\a", "\\frac{1}{" * 2_000 + "1" + "}" * 2_000,
    "\\sqrt{" * 5_000, "\\left(" * 3_000, "x^{" * 3_000 + "1" + "}" * 3_000,
    r"\begin{matrix}" + ("a & " * 300 + r"\\") * 300 + r"\end{matrix}", r"\input{/etc/passwd}",
    r"\href{javascript:x}{y}", r"\includegraphics{../secret/secret.png}", "\\hspace{9999999999999em}",
    "\\unknown" * 5_000, r"\text{" + "a" * 100_000 + "}", "{" * 20_000, r"\char99999999999",
)  # fmt: skip

_TIPS = tuple(
    f"<img src='{path}'> <b>a</b>"
    for path in (f"../{FORBIDDEN}/secret.png", "/etc/shadow", "/dev/zero", f"{REMOTE}/a.png")
)
"""What nobody may take for HTML where it is shown as it is."""

CASES: dict[str, Write] = {
    **{
        f"tip {n}": tree(
            {
                "course.md": f'# {tip}\n\n## {tip}\n\n![{tip}](a.png)\n\n![a](a.png "{tip}")\n\n'
                f'${tip}$ [a](b "{tip}")\n\n<a href=\'b\' title="{tip}">b</a>\n',
                "a.png": png(9, 9),
            },
            "course.md",
        )
        for n, tip in enumerate(_TIPS)
    },
    **{f"link {link!r}"[:60]: lesson(f'[a](<{link}>) <a href="{link}">b</a>') for link in _SCHEMES},
    **{f"picture {path!r}": lesson(f'![a](<{path}>) <img src="{path}">') for path in _OUTSIDE},
    **{f"download {n}": lesson(html.format(REMOTE)) for n, html in enumerate(_DOWNLOADS)},
    **{
        f"drawing of {name}": tree(
            {"course.md": "# A\n\n## B\n\n![a](a.svg)\n", "a.svg": svg}, "course.md"
        )
        for name, svg in _SVGS.items()
    },
    **{
        f"formula {n}": lesson(f"$$\n{latex}\n$$\n\n${latex}$") for n, latex in enumerate(_FORMULAS)
    },
    "a picture of terabytes": tree(
        {"course.md": "# A\n\n## B\n\n![a](a.png)\n", "a.png": png(60_000, 60_000)}, "course.md"
    ),
    "a picture of nothing": tree(
        {
            "course.md": "# A\n\n## B\n\n![a](a.png)\n",
            "a.png": b"\x89PNG\r\n\x1a\n" + b"\xff" * 999,
        },
        "course.md",
    ),
    "a picture that leads out": tree(
        {"course.md": "# A\n\n## B\n\n![a](a.png)\n", "a.png@": f"../{FORBIDDEN}/secret.png"},
        "course.md",
    ),
    "a picture that never ends": tree(
        {"course.md": "# A\n\n## B\n\n![a](a.png)\n", "a.png@": "/dev/zero"}, "course.md"
    ),
    "a file that leads out": tree(
        {"README.md": "# A\n\n- [b](b.md)\n", "b.md@": f"../{FORBIDDEN}/secret.md"}
    ),
    "a folder that leads out": tree(
        {"README.md": "# A\n\n- [b](b/secret.md)\n", "b@": f"../{FORBIDDEN}"}
    ),
    "a folder in itself": tree({"README.md": "# A\n\n- [b](b/b/README.md)\n", "b@": "."}),
    "a list of files outside": tree(
        {
            "SUMMARY.md": f"# S\n\n- [a](../{FORBIDDEN}/secret.md)\n- [b](/etc/passwd)\n- [c](c.md)\n",
            "c.md": "# C\n",
        }
    ),
    "a nav outside": tree(
        {
            "mkdocs.yml": f"docs_dir: ../{FORBIDDEN}\nnav:\n  - A: secret.md\n  - B: ../../etc/passwd.md\n",
            "docs/a.md": "# A\n",
        }
    ),
    "a nav that explodes": tree(
        {
            "mkdocs.yml": "a: &a [x]\n"
            + "".join(f"b{n}: &b{n} [*a,*a]\n" for n in range(99))
            + "nav:\n  - *a\n",
            "docs/a.md": "# A\n",
        }
    ),
    "a category that is no JSON": tree({"a/_category_.json": "[" * 100_000, "a/b.md": "# B\n"}),
    "names that are no names": odd_names,
    "a pipe": pipe,
    "four hundred folders deep": deep,
    "five thousand files": many,
    "a folder called like a file": tree(
        {"README.md": "# A\n\n- [b](b.md)\n", "b.md/c.md": "# C\n"}
    ),
    "a file of nothing": page(b""),
    "a file of zeros": page(b"\0" * 100_000),
    "a file of all bytes": page(bytes(range(256)) * 400),
    "half a surrogate": page("# A \ud800 b\n\n## \udfff\n\ntext\n"),
    "marks of other files": page("# A\n\x1cREADME.md\n# B\n\x1c../x\n# C\n"),
    "a title of a megabyte": page("# " + "a" * 1_000_000 + "\n\n## b\n\nx\n"),
    "titles that turn around": page(
        "# \u202eabc\u202d\n\n## \u2067\u2066\u2069x\n\n" + "e\u0301" * 9_000
    ),
    "marks upon marks": page("# A\n\n## " + "a" + "\u0301" * 20_000 + "\n\nx\n"),
    "a tower of emoji": page("# A\n\n## " + "👩\u200d" * 5_000 + "\n\nx\n"),
    "twenty thousand headings": page(
        "".join(f"{'#' * (n % 6 + 1)} h{n}\n" for n in range(100_000))
    ),
    "footnotes in circles": lesson("[^a]\n\n[^a]: see [^b]\n[^b]: see [^a]"),
    "ten thousand footnotes": lesson(
        "".join(f"[^{n}]" for n in range(10_000))
        + "\n\n"
        + "".join(f"[^{n}]: n\n" for n in range(10_000))
    ),
    "a footnote of a megabyte": lesson("[^a]\n\n[^a]: " + "word " * 200_000),
    "front matter that lies": page(
        "---\ntitle: " + "x" * 200_000 + "\nsidebar_position: nan\n---\n# A\n"
    ),
    "references to references": lesson(
        "&amp;" * 100_000 + "&#x10FFFF;&#0;&#xD800;&nosuch;" * 1_000
    ),
    "five thousand folds": lesson("<details><summary>s</summary>\n\n" * 5_000),
    "a table of words": lesson(
        "|" + "a|" * 300 + "\n|" + "-|" * 300 + "\n" + ("|" + "b|" * 300 + "\n") * 300
    ),
    "a code block in no language": lesson("```" + "x" * 100_000 + "\ny\n```"),
    "code that colours badly": lesson(
        "```perl\n" + "s{" * 20_000 + "\n```\n\n```html\n" + "<" * 50_000 + "\n```"
    ),
    "weeks without end": page(
        "".join(f"# Week {n}\n" for n in range(1, 3_000)) + "# Week 99999999999999999999\n"
    ),
    "hours without end": page(
        "# A\n\n- [a](a) 99999999999999999999 hours\n- [b](b) 1e999 h\n- [c](c) -5 min\n"
    ),
}
"""Many more than sixty: by name, what writes each."""
