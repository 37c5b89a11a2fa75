"""A page shows a program as its file has it."""

import html
import re
from collections.abc import Iterable
from itertools import pairwise

import pytest
from pygments.lexers.python import PythonLexer
from pygments.token import STANDARD_TYPES

from proof import example
from proof.programs import snippet
from proof.project import Project
from proof.show import source
from tests.conftest import ROOT, Folder

HEADER = '# /// script\n# [tool.proof]\n# wrong = "races"\n# ///\n'


def shown(text: str) -> tuple[int, str]:
    """The number of the first line that is shown, and the text from there on."""
    page = source.show(snippet.parse(text, "topic/x.py"))
    lines = re.findall(r'(?s)<span data-n="(\d+)"[^>]*>(.*?\n)</span>', page)
    numbers = [int(number) for number, _ in lines]
    assert numbers == list(range(numbers[0], numbers[0] + len(numbers)))
    text = "".join(re.sub(r"<[^>]*>", "", line) for _, line in lines)
    return numbers[0], html.unescape(text)


@pytest.mark.parametrize(
    "text",
    [
        '"""A claim."""\n',
        '\n\n\n"""A claim."""\nprint(1)\n',
        '"""A claim."""\nprint(1)\n\n\n',
        '"""A claim."""\n\x0c\nprint("\x0c")\n',
        '"""A claim."""\nprint("\x85 \u2028 \u2029")\n',
        '"""A claim."""\n\n\n\tx = 1  \n    \n',
        '#!/usr/bin/env python3\n# /// script\n# ///\n"""A claim."""\n',
    ],
)
def test_a_program_is_shown_as_its_file_has_it(text: str):
    assert shown(text) == (1, text)


PARTS = re.compile(r'<span class="(\w+)">[^<]*</span>|<span data-n="\d+"[^>]*>')


def test_a_program_is_coloured_with_few_elements():
    paths = Project(ROOT).snippets()
    assert len(paths) > 500
    for path in paths:
        page = source.show(snippet.read(ROOT, path))
        elements = list(PARTS.finditer(page))
        assert page.count("<span") == len(elements), "none is without a class"
        for one, following in pairwise(elements):
            between = page[one.end() : following.start()]
            assert between.strip(" ") or one[1] != following[1], (path, one[0])


def test_the_colours_of_a_program_are_those_of_pygments():
    text = 'f"{x!r} \\n", "a" "b"\n\n\n@d\nclass A:\n    """Doc\n\n    s."""  # why\n'

    def coloured(pairs: Iterable[tuple[str, str]]) -> list[tuple[str, str]]:
        return [
            (kind, letter)
            for kind, part in pairs
            for letter in html.unescape(part)
            if not letter.isspace()
        ]

    tokens = PythonLexer(stripnl=False).get_tokens(text)
    classes = ((STANDARD_TYPES[token], part) for token, part in tokens)
    page = source.show(snippet.parse(text, "topic/x.py"))
    body = "".join(re.findall(r"(?s)<span data-n[^>]*>(.*?\n)</span>", page))
    parts = re.findall(r'<span class="(\w+)"[^>]*>([^<]*)</span>|([^<]+)', body)
    assert coloured((kind, part or plain) for kind, part, plain in parts) == coloured(
        ("" if kind == "n" else kind, part) for kind, part in classes
    )


def test_line_ends_and_byte_order_marks_are_not_shown():
    assert shown('\ufeff"""A."""\r\nx = 1\r\n') == (1, '"""A."""\nx = 1\n')


def test_with_a_header_the_lines_have_the_numbers_of_the_file():
    for before in ("", "\n\n"):
        text = f'{before}{HEADER}\n\n"""A claim \u2028 \x0c."""\nx = 1\n'
        assert shown(text) == (1, text)


@pytest.mark.parametrize(
    "nasty",
    ["\x02wzxhzdk:0\x03", "\x02klzzwxh:0\x03", "\x02amp\x03", "\x0265\x03", "\x1b[1m"],
)
@pytest.mark.parametrize("repeat", ["", "# repeat = 2\n"])
def test_control_characters_in_a_program_or_its_output_end_no_build(
    folder: Folder, nasty: str, repeat: str
):
    path = folder.snippet(
        "topic/x.py",
        f"# /// script\n# [tool.proof]\n{repeat}# ///\n"
        f'import threading\nprint("{nasty}")\n'
        f'thread = threading.Thread(target=print, args=("{nasty}",), name="{nasty}")\n'
        "thread.start()\nthread.join()\n",
    )
    folder.page("page.md", path)
    answer = folder.build()
    assert answer.returncode == 0, answer.stderr
    page = (folder.root / "site" / "page" / "index.html").read_text(encoding="utf-8")
    assert not re.search(r"[\x00-\x08\x0b-\x1f\x7f]", page)
    visible = nasty.translate({n: 0x2400 + n for n in range(32)})
    assert visible in html.unescape(re.sub(r"<[^>]*>", "", page))


def test_a_lone_surrogate_can_be_written_to_a_page(folder: Folder):
    assert "\ufffd" in example("topic/\udcff.py")
