"""A snippet: one runnable file, its claim and what it declares."""

import ast
import hashlib
import re
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property, lru_cache
from pathlib import Path

from packaging.requirements import Requirement
from packaging.specifiers import SpecifierSet

from proof import words
from proof.errors import ProofError
from proof.programs import header, imports, messages, reading
from proof.programs.message import Message
from proof.project import Project

DOCSTRING = re.compile(r'(?sm)^"""(.*?)"""')


@dataclass(frozen=True)
class Snippet:
    """One runnable file under ``snippets/`` and what it declares.

    Attributes:
        path: Below ``snippets/``, with forward slashes; its name everywhere.
        source: The file's text, byte for byte.
        header: Lines of the file that its header takes, first and last, or None.
        requires_python: The interpreters that may run it.
        dependencies: The packages that it imports.
        expect: How its main process ends: an exit code, the name of a signal, or
            ``"hang"`` for one that is ended at its time limit.
        limit: Seconds that a run may take.
        stderr: Regular expression that standard error must match, or None where
            standard error must stay empty.
        linger: Seconds that processes may outlive the main process; 0 for none.
        args: One run for each of these argument lists.
        recorded: Argument lists of runs that are recorded, and that no build makes.
        pythons: Further interpreters to show it on, such as ``"3.14"`` or ``"3.14t"``.
        needs: Executables that must be on its PATH, such as ``"redis-server"``.
        group: The group of ``pyproject.toml`` that has its packages, where that is one
            that a builder may lack; ``make`` has a target of that name.
        quiet: Whether a run needs the machine to itself.
        repeat: How often a run is made, because what comes out differs.
        platform: The only ``sys.platform`` it is legal on, or None.
        wrong: What is wrong with it on purpose, one of ``checks.WRONG``, or None.
        reach: What it needs beyond its own folder, processes and network, some of
            ``checks.REACH``.
        kind: What it is for, one of ``checks.KINDS``.
        messages: What its runs have to print, as pages list it.
    """

    path: str
    source: str
    header: tuple[int, int] | None
    requires_python: SpecifierSet
    dependencies: tuple[Requirement, ...] = ()
    expect: int | str = 0
    limit: float = 10.0
    stderr: str | None = None
    linger: float = 0.0
    args: tuple[tuple[str, ...], ...] = ((),)
    recorded: tuple[tuple[str, ...], ...] = ()
    pythons: tuple[str, ...] = ()
    needs: tuple[str, ...] = ()
    group: str | None = None
    quiet: bool = False
    repeat: int = 1
    platform: str | None = None
    wrong: str | None = None
    reach: tuple[str, ...] = ()
    kind: str = "proof"
    messages: tuple[Message, ...] = ()

    @cached_property
    def text(self) -> str:
        """What Python reads: no byte order mark, and a line feed after each line."""
        return reading.normal(self.source)

    @property
    def lines(self) -> list[str]:
        """The lines as Python numbers them, so not `str.splitlines`."""
        return self.text.removesuffix("\n").split("\n")

    @cached_property
    def claim(self) -> str:
        """The docstring's first paragraph, on one line.

        Raises:
            ProofError: The file does not parse, or has no docstring.
        """
        return _claim(self, self.parse())

    def check(self) -> ast.Module | None:
        """Find out, before it is run, whether the file can be run at all.

        Returns:
            What `parse` does, so that nobody has to parse it again.

        Raises:
            ProofError: See `claim` and `proof.programs.imports.check`.
        """
        tree = self.parse()
        self.__dict__.setdefault("claim", _claim(self, tree))
        imports.check(tree, self.file, self.dependencies)
        return tree

    def parse(self) -> ast.Module | None:
        """The program's syntax, or None where it is that of a newer interpreter.

        Raises:
            ProofError: The file does not parse.
        """
        try:
            return reading.tree(self.text, self.file)
        except (SyntaxError, ValueError, RecursionError, MemoryError) as error:
            here = ".".join(map(str, sys.version_info[:3]))
            if here not in self.requires_python and DOCSTRING.search(self.text):
                return None
            line = getattr(error, "lineno", 1) or 1
            text = words.NO_SYNTAX.format(getattr(error, "msg", error) or "too deep")
            raise ProofError(self.file, line, text) from None

    @property
    def file(self) -> str:
        """The path below the project's root, as messages and command lines show it."""
        return f"snippets/{self.path}"

    @property
    def timing(self) -> bool:
        """Whether it measures time, and so is run several times, unobserved."""
        return self.quiet and self.path.endswith("_timing.py")

    @property
    def digest(self) -> str:
        """SHA-256 of the file's bytes, in hexadecimal."""
        return hashlib.sha256(self.source.encode()).hexdigest()

    def line_of(self, key: str) -> int:
        """The line on which the header sets a key, or else 1."""
        first, last = self.header or (1, 0)
        for number, line in enumerate(self.lines[first - 1 : last], first):
            if re.match(rf"#\s*{re.escape(key)}\s*=", line):
                return number
        return 1


def read(
    root: Path, path: str, said: Mapping[str, tuple[Message, ...]] | None = None
) -> Snippet:
    """Read one snippet.

    Args:
        root: The project's folder.
        path: The snippet below ``snippets/``.
        said: What `messages.by_program` knows, for who reads many of them.

    Raises:
        NoSnippet: The path names none.
        ProofError: The file cannot be read, is not UTF-8, or its header is wrong.
    """
    file = Project(root).locate(path)
    try:
        known = messages.by_program(root) if said is None else said
        return _parse(file.read_bytes(), path, known.get(path, ()))
    except OSError as error:
        text = words.UNREADABLE.format(error.strerror)
        raise ProofError(f"snippets/{path}", 1, text) from None


@lru_cache(maxsize=1024)
def _parse(data: bytes, path: str, said: tuple[Message, ...]) -> Snippet:
    return parse(reading.decode(data, f"snippets/{path}"), path, said)


def parse(source: str, path: str, said: tuple[Message, ...] = ()) -> Snippet:
    """Read a snippet's text; see `read`."""
    lines, fields = header.read(reading.normal(source), f"snippets/{path}")
    return Snippet(path=path, source=source, header=lines, messages=said, **fields)


def _claim(one: Snippet, tree: ast.Module | None) -> str:
    docstring = ast.get_docstring(tree) if tree else DOCSTRING.search(one.text)[1]
    if not docstring:
        raise ProofError(
            one.file, 1, "has no docstring; begin with one sentence that it asserts"
        )
    return " ".join(docstring.split("\n\n")[0].split())
