"""What a snippet says about itself, and what it may say wrongly."""

import os
import textwrap

import pytest

from proof.errors import NoSnippet, ProofError
from proof.programs import snippet


def parse(text: str) -> snippet.Snippet:
    return snippet.parse(textwrap.dedent(text), "topic/x.py")


def header(*lines: str) -> str:
    body = "\n".join(f"# {line}" for line in lines)
    return f'# /// script\n{body}\n# ///\n"""A claim."""\n'


def test_a_file_without_a_header_has_the_defaults():
    one = parse('"""It prints.\n\nMore about it."""\nprint(1)\n')
    assert one.claim == "It prints."
    assert (one.expect, one.limit, one.stderr, one.linger) == (0, 10.0, None, 0.0)
    assert one.args == ((),)
    assert one.header is None


def test_every_key_is_read():
    one = parse(
        header(
            'requires-python = ">=3.12"',
            'dependencies = ["redis>=5"]',
            "[tool.proof]",
            'expect = "SIGSEGV"',
            "limit = 2.5",
            'stderr = "Error"',
            "linger = 1",
            'args = [["fork"], ["spawn", "x"]]',
            'recorded = [["100"]]',
            'pythons = ["3.13", "3.14t"]',
            'needs = ["redis-server"]',
            'group = "beyond"',
            "quiet = true",
            'platform = "linux"',
            'wrong = "leaks"',
            "[tool.other]",
            "theirs = 1",
        )
    )
    assert "3.12.1" in one.requires_python
    assert "3.11.9" not in one.requires_python
    assert [wanted.name for wanted in one.dependencies] == ["redis"]
    assert one.expect == "SIGSEGV"
    assert one.limit == 2.5
    assert one.stderr == "Error"
    assert one.linger == 1.0
    assert one.args == (("fork",), ("spawn", "x"))
    assert one.recorded == (("100",),)
    assert one.pythons == ("3.13", "3.14t")
    assert one.needs == ("redis-server",)
    assert one.group == "beyond"
    assert one.quiet
    assert one.platform == "linux"
    assert one.wrong == "leaks"
    assert one.header == (1, 19)


@pytest.mark.parametrize(
    ("text", "line", "words"),
    [
        ("print(1)\n", 1, "no docstring"),
        ('"""A claim."""\n\nif True\n    pass\n', 3, "does not parse"),
        (header("[tool.proof]", "limit = "), 3, "not valid TOML"),
        ('# /// script\n# [tool.proof]\n"""A claim."""\n', 1, "no closing line"),
        (header("[tool.proof]") + header("[tool.proof]"), 5, "a second header"),
        (header("require-python = 1"), 2, "no key 'require-python'"),
        (header("[tool.proof]", "", "time = 3"), 4, "no key 'time'; it knows expect"),
        (header('requires-python = "3.x"'), 2, "no version range"),
        (header('dependencies = "redis"'), 2, "takes a list"),
        (header('dependencies = ["re dis"]'), 2, "takes a list"),
        (header("[tool.proof]", "expect = true"), 3, "neither an exit code"),
        (header("[tool.proof]", "expect = 256"), 3, "neither an exit code"),
        (header("[tool.proof]", 'expect = "SIGNONE"'), 3, "name of a signal"),
        (header("[tool.proof]", "limit = 0"), 3, "no number of seconds"),
        (header("[tool.proof]", 'limit = "long"'), 3, "no number of seconds"),
        (header("[tool.proof]", "linger = 61"), 3, "no number of seconds"),
        (header("[tool.proof]", 'stderr = "("'), 3, "no regular expression"),
        (header("[tool.proof]", 'args = ["fork"]'), 3, "a list of lists"),
        (header("[tool.proof]", "args = []"), 3, "a list of lists"),
        (header("[tool.proof]", 'pythons = ["2.7"]'), 3, "a list of versions"),
        (header("[tool.proof]", 'needs = "redis"'), 3, "a list of programs"),
        (header("[tool.proof]", 'needs = ["/bin/sh"]'), 3, "a list of programs"),
        (header("[tool.proof]", 'group = ["beyond"]'), 3, "no group of pyproject"),
        (header("[tool.proof]", "quiet = 1"), 3, "neither true nor false"),
        (header("[tool.proof]", 'platform = "beos"'), 3, "none of linux"),
        (header("[tool.proof]", 'wrong = "bad"'), 3, "none of races"),
    ],
)
def test_what_is_wrong_is_said_with_its_line(text: str, line: int, words: str):
    with pytest.raises(ProofError, match=r"^snippets/topic/x\.py:\d+: ") as caught:
        parse(text).check()
    assert words in caught.value.problem
    assert caught.value.line == line


def test_syntax_of_a_newer_python_is_no_error_where_it_is_declared():
    newer = header('requires-python = ">=3.99"') + "x = = 1\n"
    assert parse(newer).claim == "A claim."


def test_a_file_that_is_no_utf8_is_told_of(folder):
    path = folder.snippet("topic/x.py", "x = 1\n")
    (folder.root / "snippets" / path).write_bytes(b'"""A."""\n\nx = "\xff"\n')
    with pytest.raises(ProofError, match=r"snippets/topic/x\.py:3: is not UTF-8"):
        snippet.read(folder.root, path)


def test_an_edited_file_is_read_again(folder):
    path = folder.snippet("topic/x.py", '"""One."""\n')
    assert snippet.read(folder.root, path).claim == "One."
    folder.snippet("topic/x.py", '"""Another."""\n')
    assert snippet.read(folder.root, path).claim == "Another."


def written(folder, data: bytes) -> snippet.Snippet:
    """A snippet of exactly these bytes."""
    path = folder.snippet("topic/x.py", "")
    (folder.root / "snippets" / path).write_bytes(data)
    return snippet.read(folder.root, path)


@pytest.mark.parametrize(
    "change",
    [
        lambda data: data,
        lambda data: data.replace(b"\n", b"\r\n"),
        lambda data: data.replace(b"\n", b"\r"),
        lambda data: b"\xef\xbb\xbf" + data,
        lambda data: b"# -*- coding: utf8 -*-\n" + data,
        lambda data: b"# vim: set fileencoding=ascii :\n" + data,
    ],
    ids=["as it is", "CR LF", "CR", "a byte order mark", "utf8", "ascii"],
)
def test_what_python_runs_is_run_and_its_header_honoured(folder, change):
    text = header("[tool.proof]", "expect = 3") + "raise SystemExit(3)\n"
    one = written(folder, change(text.encode()))
    one.check()
    assert one.expect == 3
    assert one.line_of("expect") == one.header[0] + 2
    assert one.source.encode() == change(text.encode())  # which is what is run
    assert folder.proof("check", "--only", "runs").returncode == 0


@pytest.mark.parametrize(
    ("data", "line"),
    [
        (b'# coding: latin-1\n"""A."""\nx = "\xc3\xa4"\n', 1),
        (b'#!/usr/bin/env python\r# coding: koi8-r\r"""\xc3\xa4"""\r', 2),
        (b'# coding: no-such-encoding\n"""A."""\n', 1),
        (b'# coding: utf-16\n"""A."""\n', 1),
        (b'# coding: rot13\n"""A."""\n', 1),
    ],
)
def test_another_encoding_is_told_of_with_its_line(folder, data: bytes, line: int):
    with pytest.raises(ProofError, match="declares an encoding") as caught:
        written(folder, data)
    assert caught.value.line == line


@pytest.mark.parametrize(
    ("text", "line", "words"),
    [
        (header("tool = 3"), 2, "tool = 3 is no table; write [tool.proof]"),
        (header("[tool]", "proof = 5"), 3, "proof = 5 is no table"),
        (header("[[tool.proof]]", "expect = 3"), 2, "is no table"),
        (header("tool.proof.expect = [1]"), 2, "neither an exit code"),
        (header("[tool.proof]", '"expect" = "no"'), 3, "neither an exit code"),
        (header("[tool.proof]", "expect = [1]"), 3, "neither an exit code"),
        (header("[tool.proof]", "expect = {a = 1}"), 3, "neither an exit code"),
        (header("[tool.proof]", f"limit = {'9' * 5000}"), 2, "not valid TOML"),
        (header("[tool.proof]", f"limit = 0x{'f' * 5000}"), 3, "no number of seconds"),
        (header("[tool.proof]", f"args = {'[' * 2000}"), 1, "nests too deeply"),
        (header("[tool.proof]", 'args = [["a\\u0000"]]'), 3, "a word with a NUL"),
        (header("[tool.proof]", "stderr = [1]"), 3, "no regular expression"),
        (header("[tool.proof]", f'stderr = "a{{{"9" * 30}}}"'), 3, "no regular expr"),
        (header("[tool.proof]", "platform = []"), 3, "none of linux"),
        (header('requires-python = [">=3.11"]'), 2, "no version range"),
        (header("requires-python = 3.11"), 2, "no version range"),
        (header("dependencies = [1]"), 2, "takes a list"),
        ('"""A\0claim."""\n', 1, "does not parse"),
        (f'"""A claim."""\nx = {"(" * 5000}\n', 2, "does not parse"),
        (f'"""A claim."""\nx = {"-" * 100_000}1\n', 1, "does not parse"),
    ],
)
def test_of_a_wrong_kind_is_said_what_is_right(text: str, line: int, words: str):
    test_what_is_wrong_is_said_with_its_line(text, line, words)


def test_a_header_may_be_empty():
    assert parse('# /// script\n# ///\n"""A claim."""\n').header == (1, 2)


def test_a_key_is_looked_for_in_the_header_alone():
    below = '"""A claim."""\n# limit = 3, as the header says not\n'
    assert parse(below).line_of("limit") == 1


@pytest.mark.parametrize("character", "\x0b\x0c\x1c\x1d\x1e\x85\u2028\u2029")
def test_lines_are_counted_as_python_counts_them(character: str):
    text = f'\n\n"""A claim."""\nx = "{character}"\n' + header("[tool.proof]", "up = 3")
    with pytest.raises(ProofError, match=r":7: .* no key 'up'"):
        parse(text)
    one = parse(f'"""A {character} claim."""\n\nx = 3\n')
    assert one.lines == [f'"""A {character} claim."""', "", "x = 3"]


@pytest.mark.parametrize(
    ("path", "words"),
    [
        ("topic/none.py", "there is no snippets/topic/none.py"),
        (f"topic/{'x' * 300}.py", "there is no snippets/topic/xxx"),
        ("../../x.py", "leads out of snippets/"),
        ("topic/../topic/x.py", "leads out of snippets/"),
        ("/etc/passwd", "leads out of snippets/"),
        ("topic/x\0.py", "leads out of snippets/"),
        ("topic", "is a folder"),
        ("", "is a folder"),
        ("topic/folder.py", "is a folder"),
        ("topic/notes.txt", "is no program"),
        ("topic/.#x.py", "is no program"),
        ("./topic/x.py", "is no program"),
        ("topic/pipe.py", "is no program"),
    ],
)
def test_a_path_that_names_no_snippet_is_told_of(folder, path: str, words: str):
    folder.snippet("topic/x.py", "")
    topic = folder.root / "snippets" / "topic"
    (topic / "folder.py").mkdir()
    (topic / "notes.txt").write_text("notes")
    (topic / ".#x.py").symlink_to("somebody@somewhere:1")
    os.mkfifo(topic / "pipe.py")
    (folder.root.parent / "x.py").write_text('"""Outside."""\n')
    with pytest.raises(NoSnippet) as caught:
        snippet.read(folder.root, path)
    assert words in caught.value.problem


def test_two_texts_of_one_size_and_time_are_told_apart(folder):
    path = folder.snippet("topic/x.py", '"""One."""\n')
    file = folder.root / "snippets" / path
    status = file.stat()
    assert snippet.read(folder.root, path).claim == "One."
    file.write_text('"""Two."""\n')
    os.utime(file, ns=(status.st_atime_ns, status.st_mtime_ns))
    assert snippet.read(folder.root, path).claim == "Two."
