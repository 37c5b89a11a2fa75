"""Where things lie in a project, and which page shows which snippet."""

import os
import re
from dataclasses import dataclass
from pathlib import Path

from proof import words
from proof.errors import NoSnippet, ProofError

EXAMPLE = re.compile(r"""\b(?:example|predict)\(\s*(["'])(?P<path>[^"']+)\1""")
EXERCISES = "exercises"  # a folder of files to take home
# A list that a page calls for, with the texts that its function is given.
LISTING = re.compile(r"""\bprint\((?P<call>(?P<name>\w+)\((?:"[^"\n]*"(?:, )?)*\))\)""")


@dataclass(frozen=True)
class Reference:
    """One place where a page shows a snippet; ``page`` is relative to the root."""

    page: str
    line: int
    path: str


@dataclass(frozen=True)
class Project:
    """A folder with ``mkdocs.yml``, ``docs/`` and ``snippets/``."""

    root: Path

    @property
    def store(self) -> Path:
        """The folder of the runs already made; ``PROOF_STORE`` names another."""
        return Path(os.environ.get("PROOF_STORE") or self.root / ".proof")

    def snippets(self) -> list[str]:
        """Every snippet's path below ``snippets/``.

        Hidden files are none: editors and systems keep their own under such names.
        """
        folder = self.root / "snippets"
        return sorted(
            path
            for file in folder.rglob("*.py")
            if not _misnamed(path := file.relative_to(folder).as_posix())
            and not os.path.isdir(file)
        )

    def exercises(self) -> list[str]:
        """Every exercise's path below the root, solutions left out."""
        files = (self.root / EXERCISES).glob("[!.]*.py")
        return sorted(f"{EXERCISES}/{file.name}" for file in files)

    def locate(self, path: str) -> Path:
        """Find the file of a snippet.

        Args:
            path: Below ``snippets/``, as `snippets` gives it.

        Raises:
            NoSnippet: There is no such file, or it may not be one.
        """
        file = self.root / "snippets" / path
        problem = _misnamed(path)
        if os.path.isdir(file) and problem != words.OUTSIDE_FOLDER:
            problem = words.A_FOLDER
        elif not problem and not os.path.isfile(file):
            problem = words.NO_PROGRAM if os.path.exists(file) else words.NO_FILE
        if problem:
            raise NoSnippet(f"snippets/{path}", 1, problem.format(path))
        return file

    def references(self) -> list[Reference]:
        """Every place where a page shows a snippet, in the order of the pages."""
        found = []
        for page in sorted((self.root / "docs").rglob("*.md")):
            try:
                text = page.read_text("utf-8", errors="replace")
            except OSError:
                continue  # a folder, an editor's lock, or gone meanwhile
            name = page.relative_to(self.root).as_posix()
            for call in EXAMPLE.finditer(text):
                line = text.count("\n", 0, call.start()) + 1
                found.append(Reference(name, line, call["path"]))
        return found


def _misnamed(path: str) -> str:
    """What is wrong with a snippet's path as such; nothing if it is plain."""
    parts = path.split("/")
    if path.startswith("/") or ".." in parts or "\0" in path:
        return words.OUTSIDE_FOLDER
    hidden = any(not part or part.startswith(".") for part in parts)
    return words.NO_PROGRAM if hidden or not path.endswith(".py") else ""


def here() -> Project:
    """Find the project that the working directory lies in.

    Raises:
        ProofError: Neither it nor a folder above it has ``mkdocs.yml``.
    """
    start = Path.cwd()
    for folder in (start, *start.parents):
        if (folder / "mkdocs.yml").is_file():
            return Project(folder)
    raise ProofError(start, 1, "no mkdocs.yml here or above; change to the project")
