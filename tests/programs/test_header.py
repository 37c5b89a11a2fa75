"""What a snippet says about itself, and what it may say wrongly."""

import textwrap

import pytest

from proof.errors import ProofError
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
            'pythons = ["3.13", "3.14t"]',
            'needs = ["redis-server"]',
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
    assert one.pythons == ("3.13", "3.14t")
    assert one.needs == ("redis-server",)
    assert one.quiet
    assert one.platform == "linux"
    assert one.wrong == "leaks"
    assert one.header == (1, 17)


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
