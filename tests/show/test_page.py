"""What a page shows of a run, and of one that cannot be shown."""

import re

import pytest

from proof.show import output
from tests.conftest import Folder


def built(folder: Folder, *paths: str, strict: bool = True) -> str:
    folder.page("page.md", *paths)
    answer = folder.build(*([] if strict else ["--no-strict"]))
    assert answer.returncode == 0, answer.stderr
    return (folder.root / "site" / "page" / "index.html").read_text(encoding="utf-8")


def text(html: str) -> str:
    return re.sub(r"<[^>]*>", "", html)


def test_a_page_shows_source_command_output_and_provenance(folder: Folder):
    html = built(
        folder,
        folder.snippet(
            "topic/x.py",
            """
            # /// script
            # [tool.proof]
            # args = [["one"], ["two"]]
            # wrong = "leaks"
            # ///
            \"\"\"It says its argument.\"\"\"

            import sys

            print("said", sys.argv[1])
            """,
        ),
    )
    assert "It says its argument." in html
    [folded] = re.findall("(?s)<details><summary>.*?</details>", html)
    assert "/// script" in folded
    assert "import </span><span" in folded
    assert "said" not in folded
    assert '<span data-n="9">' in html  # the line that a traceback would name
    for word in ("one", "two"):
        assert f"snippets/topic/x.py {word}</code>" in html
        assert f">said {word}</mark>\n" in html  # marked, for it differs
    assert len(re.findall(r'data-time="\d\.\d{3} s"', html)) == 2
    assert html.count("exit code 0 · ") == 2
    assert re.search(r"MiB peak memory<br\s*/?>\w+ 3\.\d+\.\d+", html)
    assert '<span class="proof-wrong">leaks</span>' in html


def test_output_is_data(folder: Folder):
    html = built(
        folder,
        folder.snippet(
            "topic/x.py",
            r"""
            print("<script>alert(1)</script> &amp; ``` {{ x }} {% y %} [a](b) <!--")
            print("\x1b[1;31mred <b>\x1b[0m plain \x1b]8;;http://x\x07link\x1b]8;;\x07")
            print("\x00 \x07 \x1b[2J \x7f")
            print("half\rwhole")
            print("    # not a heading\n\n- no list")
            """,
        ),
    )
    [shown] = re.findall(r'<pre class="proof-output.*?</pre>', html, re.S)
    assert (
        "&lt;script&gt;alert(1)&lt;/script&gt; &amp;amp; ``` {{ x }} {% y %}" in shown
    )
    assert '<span class="ansi-bold ansi-fg-1">red &lt;b&gt;</span> plain' in shown
    assert "<script" not in shown
    assert "<a" not in shown
    assert not re.search(r"[\x00-\x08\x0b-\x1f\x7f]", shown)
    assert "whole" in shown
    assert "    # not a heading" in shown
    assert "<h1" not in shown
    assert "<li" not in shown


def test_long_output_is_cut_with_a_word(folder: Folder):
    html = built(folder, folder.snippet("topic/x.py", "for i in range(999): print(i)"))
    assert html.count('class="proof-line"') == output.MAX_LINES
    assert f"{999 - output.MAX_LINES} more lines" in html


def test_what_was_left_behind_and_standard_error_are_shown(folder: Folder):
    html = built(
        folder,
        folder.snippet(
            "topic/x.py",
            """
            # /// script
            # [tool.proof]
            # linger = 0.1
            # stderr = "aside"
            # platform = "linux"
            # ///
            import os, sys, time
            if os.fork() == 0:
                time.sleep(60)
            print("aside", file=sys.stderr)
            """,
        ),
    )
    assert "Left behind" in html
    assert re.search(
        r"<li>process \d+, state \w, parent \d+: python3\.\d+t? \S*topic/x\.py", html
    )
    assert "Standard error" in html
    assert "Linux only" in html


def test_a_failing_snippet_is_shown_in_place_and_fails_a_strict_build(folder: Folder):
    good = folder.snippet("topic/good.py", "print('good')\n")
    bad = folder.snippet(
        "topic/bad.py", '"""A."""\nprint("last words")\nassert False\n'
    )
    worse = folder.snippet("topic/worse.py", "raise SystemExit(9)\n")
    folder.page("page.md", good, bad, worse)
    answer = folder.build()
    assert answer.returncode != 0
    assert "ERROR   -  snippets/topic/bad.py:3: ended with exit code 1" in answer.stderr
    assert (
        "ERROR   -  snippets/topic/worse.py:1: ended with exit code 9" in answer.stderr
    )
    assert folder.build("--quiet").returncode != 0  # which silences warnings
    html = built(folder, good, bad, worse, strict=False)
    assert "This program failed when the page was built." in html
    assert "<code>snippets/topic/bad.py:3</code> ended with exit code 1" in html
    assert "last words" in html
    assert "AssertionError" in html
    assert ">good\n" in html


@pytest.mark.parametrize(
    ("path", "source", "place"),
    [
        ("topic/none.py", None, "docs/page.md:7: there is no snippets/topic/none.py"),
        ("topic/x.py", "x = = 1", "snippets/topic/x.py:2: does not parse"),
        (
            "topic/x.py",
            "# /// script\n# [tool.proof]\n# speed = 3\n# ///\n",
            "snippets/topic/x.py:4: [tool.proof] has no key 'speed'",
        ),
    ],
)
def test_what_cannot_be_run_is_told_of_with_its_place(
    folder: Folder, path: str, source: str | None, place: str
):
    if source:
        folder.snippet(path, source)
    good = folder.snippet("topic/good.py", "print('good')\n")
    folder.page("page.md", path, good)
    answer = folder.build()
    assert answer.returncode != 0
    assert f"ERROR   -  {place}" in answer.stderr
    assert "Traceback" not in answer.stderr
    html = built(folder, path, good, strict=False)
    assert "This example cannot be shown." in html
    assert place.split(": ")[1][:20] in text(html)
    assert ">good\n" in html


def test_an_interpreter_that_is_not_there_is_a_note_and_no_failure(folder: Folder):
    html = built(
        folder,
        folder.snippet(
            "topic/x.py",
            '# /// script\n# [tool.proof]\n# pythons = ["3.98"]\n# ///\nprint("here")',
        ),
    )
    assert ">here\n" in html
    assert "Not run here." in html
    assert "needs Python 3.98, and this machine has none" in html


def test_a_hang_is_shown_with_the_stacks_of_its_processes(folder: Folder):
    html = built(
        folder,
        folder.snippet(
            "topic/x.py",
            """
            # /// script
            # [tool.proof]
            # expect = "hang"
            # limit = 0.5
            # ///
            import threading
            threading.Lock().acquire()
            threading.Event().wait()
            """,
        ),
    )
    assert "ended at its time limit" in html
    assert "Where every process stood" in html
    assert "in wait" in html
