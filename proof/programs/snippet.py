"""A snippet: one runnable file, its claim and what it declares."""

import ast
import hashlib
import re
import sys
from dataclasses import dataclass
from functools import cached_property, lru_cache
from pathlib import Path

from packaging.requirements import Requirement
from packaging.specifiers import SpecifierSet

from proof.errors import ProofError
from proof.programs import header, imports


@dataclass(frozen=True)
class Snippet:
    """One runnable file under ``snippets/`` and what it declares.

    Attributes:
        path: Below ``snippets/``, with forward slashes; its name everywhere.
        source: The file's text.
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
        pythons: Further interpreters to show it on, such as ``"3.14"`` or ``"3.14t"``.
        needs: Executables that must be on its PATH, such as ``"redis-server"``.
        quiet: Whether a run needs the machine to itself.
        repeat: How often a run is made, because what comes out differs.
        platform: The only ``sys.platform`` it is legal on, or None.
        wrong: What is wrong with it on purpose, one of ``header.WRONG``, or None.
        reach: What it needs beyond its own folder, processes and network, some of
            ``header.REACH``.
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
    pythons: tuple[str, ...] = ()
    needs: tuple[str, ...] = ()
    quiet: bool = False
    repeat: int = 1
    platform: str | None = None
    wrong: str | None = None
    reach: tuple[str, ...] = ()

    @cached_property
    def claim(self) -> str:
        """The docstring's first paragraph, on one line.

        Raises:
            ProofError: The file does not parse, or has no docstring.
        """
        return _claim(self)

    def check(self) -> None:
        """Find out, before it is run, whether the file can be run at all.

        Raises:
            ProofError: See `claim` and `proof.programs.imports.check`.
        """
        _ = self.claim
        imports.check(self.source, self.file, self.dependencies)

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
        """The line on which the header sets a key, or else the docstring's or 1."""
        for number, line in enumerate(self.source.splitlines(), 1):
            if re.match(rf"#\s*{re.escape(key)}\s*=", line):
                return number
        return 1


def read(root: Path, path: str) -> Snippet:
    """Read one snippet.

    Args:
        root: The project's folder.
        path: The snippet below ``snippets/``.

    Raises:
        ProofError: The file is not UTF-8, or its header is wrong.
        FileNotFoundError: There is no such file.
    """
    file = root / "snippets" / path
    status = file.stat()
    return _read(file, path, status.st_mtime_ns, status.st_size)


@lru_cache(maxsize=1024)
def _read(file: Path, path: str, mtime_ns: int, size: int) -> Snippet:
    # The last two arguments are there for the cache: an edited file is read again.
    try:
        source = file.read_bytes().decode()
    except UnicodeDecodeError as error:
        line = file.read_bytes()[: error.start].count(b"\n") + 1
        raise ProofError(
            f"snippets/{path}", line, "is not UTF-8; save it in that encoding"
        ) from None
    return parse(source, path)


def parse(source: str, path: str) -> Snippet:
    """Read a snippet's text; see `read`."""
    file = f"snippets/{path}"
    lines, fields = header.read(source, file)
    return Snippet(
        path=path,
        source=source,
        header=lines,
        **fields,
    )


def _claim(one: Snippet) -> str:
    try:
        docstring = ast.get_docstring(ast.parse(one.source))
    except SyntaxError as error:
        here = ".".join(map(str, sys.version_info[:3]))
        found = re.search(r'(?s)^"""(.*?)"""', one.source, re.M)
        if here in one.requires_python or not found:
            raise ProofError(
                one.file, error.lineno or 1, f"does not parse: {error.msg}; correct it"
            ) from None
        docstring = found[1]  # written in the syntax of a newer interpreter
    if not docstring:
        raise ProofError(
            one.file, 1, "has no docstring; begin with one sentence that it asserts"
        )
    return " ".join(docstring.split("\n\n")[0].split())
