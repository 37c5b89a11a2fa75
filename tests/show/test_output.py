"""What a program printed, line by line."""

import json
import re
import sys
from html import unescape

import pytest

from proof.runs.run import Run
from proof.show import distribution, output
from tests.conftest import Folder


def shown(*lines: str) -> list[str]:
    html = output.lines_of([(0.0, line) for line in lines])
    found = re.findall(r'<span class="proof-line"[^>]*>(.*?)\n</span>', html, re.S)
    return [unescape(re.sub(r"<[^>]*>", "", line)) for line in found]


@pytest.mark.parametrize(
    ("line", "seen"),
    [
        ("a,b\r", "a,b"),
        ("HTTP/1.1 200 OK\r\r", "HTTP/1.1 200 OK"),
        ("\x1b[1mbold\x1b[0m\r", "bold"),
        ("half\rwhole\r", "whole"),
        ("\r", ""),
        ("\x1b[²mtwo", "\x1b[²mtwo"),
        (f"\x1b[{'9' * 5000}mx", None),
        ("a\u2028b\x85c\x0cd", "a\u2028b\x85c\x0cd"),
        ("\x1b[31ma\u2028b\x85c", "a\u2028b\x85c"),
    ],
)
def test_a_line_is_shown_as_a_terminal_has_it(line: str, seen: str | None):
    [found] = shown(line)
    assert found == seen or seen is None


CONTROLS = """
# /// script
# [tool.proof]
# args = [["a\\u001b[1mb\\u0007\\u009b\\u0002c"]]
# linger = 0.1
# platform = "linux"
# ///
import subprocess, sys, threading, time
print("\\x1b[1;31mred\\x07\\x1b[0m \\x00 \\x9b1m \\x02 \\x0c \\x7f")
code = "import sys, time; print(1, flush=True); time.sleep(60)"
words = [sys.executable, "-c", code, "\\x1b[1m \\x07 \\x02 \\x9b"]
child = subprocess.Popen(words, stdout=subprocess.PIPE)
child.stdout.readline()
thread = threading.Thread(target=time.sleep, args=(0.1,))
thread.start()
thread.join()
"""


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere there is no picture")
def test_control_characters_are_visible_in_commands_titles_and_lists(folder: Folder):
    folder.page("page.md", folder.snippet("topic/x.py", CONTROLS))
    answer = folder.build()
    assert answer.returncode == 0, answer.stderr
    page = (folder.root / "site" / "page" / "index.html").read_text(encoding="utf-8")
    assert not re.search(r"[\x00-\x08\x0b-\x1f\x7f-\x9f]", page)
    assert "a␛[1mb␇\ufffd␂c&#x27;</code>" in page
    assert re.search(r"<li>[^<]*␛\[1m ␇ ␂ \ufffd</li>", page)
    # As a terminal shows it, in the output and in what the picture says of it.
    [data] = re.findall(r'<script type="application/json">(.*?)</script>', page)
    [(_, said)] = json.loads(data)["lines"]
    [line] = re.findall(r'"proof-line"[^>]*>(.*?)\n</span>', page)
    assert output.visible(said) == re.sub(r"<[^>]*>", "", line)
    assert said.startswith("red") and "[" not in said


def test_what_ends_in_cr_lf_is_shown_on_the_page_and_the_terminal(folder: Folder):
    path = folder.snippet("topic/x.py", r'print("a,b\r\nc,d\r")' + "\n")
    folder.page("page.md", path)
    assert folder.build().returncode == 0
    page = (folder.root / "site" / "page" / "index.html").read_text(encoding="utf-8")
    assert ">a,b\n</span>" in page
    assert ">c,d\n</span>" in page
    assert "  a,b\n" in folder.proof("run", path).stdout


def test_a_long_line_is_cut_with_a_word(folder: Folder):
    path = folder.snippet("topic/x.py", 'print("x" * 900_000)\nprint("y" * 1999)\n')
    folder.page("page.md", path)
    answer = folder.build()
    assert answer.returncode == 0, answer.stderr
    page = (folder.root / "site" / "page" / "index.html").read_text(encoding="utf-8")
    assert len(page) < 40_000
    assert f"{900_000 - output.MAX_LENGTH} more characters" in page
    assert "y" * 1999 in page


def test_a_progress_bar_is_cut_where_it_ended():
    [line] = shown("\r".join(f"{number} %" for number in range(9999)))
    assert line == "9998 %"


def test_long_outputs_of_a_repeated_run_are_cut_too(folder: Folder):
    run: Run = folder.run(
        "# /// script\n# [tool.proof]\n# repeat = 2\n# ///\n"
        'print("x" * 90_000)\nfor number in range(999): print(number)\n'
    )
    table = distribution.table("x", run)
    assert len(table) < 10_000
    assert "more characters" in table
    assert f"{1000 - output.MAX_LINES} more lines" in table
