"""An output line is linked to the line of the program that printed it, or to none."""

import re
import textwrap
import time

import pytest

from proof.programs import snippet
from proof.runs.run import Run
from proof.show import output, prints
from tests.conftest import ROOT, Folder


def lines(source: str, *texts: str) -> list[int | None]:
    """The first line of the source, behind the docstring, is number 1."""
    text = f'"""A claim."""\n{textwrap.dedent(source).strip()}\n'
    found = prints.lines(snippet.parse(text, "topic/x.py"), [*texts])
    return [number and number - 1 for number in found]


@pytest.mark.parametrize(
    ("source", "text"),
    [
        ("print('one')", "one"),
        ("print('a', 'b', sep='-')", "a-b"),
        ("print(f'{x} of {y:.1f} s')", "3 of 2.5 s"),
        ("print('%d left' % x)", "3 left"),
        ("print('{} left'.format(x))", "3 left"),
        ("print(*values)", "1 2 3"),
        ("print('values:', *values)", "values: 1 2 3"),
        ("print('a' + name + 'b')", "a…b"),
        ("print([x for x in y])", "[1, 2]"),
        ("print('one', file=sys.stdout)", "one"),
        ("print('one', end=' ')", "one two three"),
        ("sys.stdout.write('one\\n')", "one"),
        ("os.write(1, b'one\\n')", "one"),
        ("print(f'{ {1: 2}[1] }: x')", "2: x"),
    ],
)
def test_one_print_of_many_is_found_by_what_it_writes(source: str, text: str):
    assert lines(f"print('zero')\n{source}\nprint('last', x)", text) == [2]


def test_the_print_that_fits_best_is_the_one():
    source = "print(x)\nprint('a', x)\nprint('a', x, 'b')"
    assert lines(source, "?", "a 1", "a 1 b") == [1, 2, 3]


def test_nobody_guesses():
    assert lines("print('a', x)\nprint('a', y)", "a 1", "b") == [None, None]
    assert lines("print('a', file=sys.stderr)", "a") == [None]
    assert lines("print('a')", "a" * (prints.LONGEST + 1), "b") == [None, None]
    assert lines("import os", "a") == [None]


def test_a_name_that_stands_for_one_text_is_read_and_another_is_not():
    source = "ONE = 'the text'\nTWO = 'another'\nprint(ONE)\nprint(TWO)"
    assert lines(source, "the text", "another") == [3, 4]
    assert lines(f"{source}\nONE = 1", "the text", "another") == [3, 4]
    assert lines("A = 'a'\ndef f(A):\n    print(A)\nprint('b')", "c") == [3]


def test_several_lines_of_one_call_are_its_own():
    assert lines("print('x')\nprint('a\\nb', x)", "a", "b 1") == [2, 2]


def test_a_program_in_a_text_has_lines_of_its_own():
    source = """
    code = '''
    import os
    print("inner", os.getpid())
    '''
    print("outer")
    """
    assert lines(source, "inner 7", "outer") == [3, 5]
    assert lines("code = 'x = 1; print(x)'\nprint('a')", "1", "a") == [1, 2]


def test_numbers_are_told_from_texts():
    source = "print(f'{name} s')\nprint(f'{seconds:.2f} s')"
    assert lines(source, "many s") == [1]
    assert lines("print(f'{x:.1f}')\nprint(f'{x}, {y}')", "a, b") == [2]


def test_no_pattern_takes_long():
    gaps = " ".join("{x}" for _ in range(30))
    begin = time.process_time()
    assert lines(f"print(f'{gaps} end')", " " * 290 + "x") == [None]
    assert lines("print(" + "f'{x:.1f}{x:.1f}', " * 10 + "'end')", "1" * 290) == [None]
    assert time.process_time() - begin < 1


def test_most_lines_of_all_recordings_are_found():
    found = total = 0
    for file in sorted((ROOT / "recordings").rglob("*.json")):
        run = Run.from_json(file.read_text("utf-8"))
        path = run.origin["path"].removeprefix("snippets/")
        texts = [output.seen(text) for _, text in run.stdout]
        numbers = prints.lines(snippet.read(ROOT, path), texts)
        found += sum(number is not None for number in numbers)
        total += len(numbers)
    assert total > 500
    assert found / total > 0.9


def test_a_line_of_a_page_names_the_line_that_printed_it(folder: Folder):
    path = folder.snippet("topic/x.py", '"""A claim."""\n\nprint("<a>")\nprint("b")\n')
    folder.page("page.md", path)
    assert folder.build().returncode == 0
    page = (folder.root / "site" / "page" / "index.html").read_text("utf-8")
    found = re.findall(r'class="proof-line"[^>]* data-from="(\d+)">(.*)\n', page)
    assert found == [("3", "&lt;a&gt;"), ("4", "b")]
