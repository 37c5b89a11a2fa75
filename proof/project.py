"""Where things lie in a project, and which page shows which snippet."""

import os
import re
from dataclasses import dataclass
from pathlib import Path

from proof.errors import ProofError

EXAMPLE = re.compile(r"""\bexample\(\s*(["'])(?P<path>[^"']+)\1""")


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
        """Every snippet's path below ``snippets/``."""
        folder = self.root / "snippets"
        return sorted(
            file.relative_to(folder).as_posix() for file in folder.rglob("*.py")
        )

    def references(self) -> list[Reference]:
        """Every place where a page shows a snippet, in the order of the pages."""
        found = []
        for page in sorted((self.root / "docs").rglob("*.md")):
            name = page.relative_to(self.root).as_posix()
            for number, line in enumerate(page.read_text("utf-8").splitlines(), 1):
                for call in EXAMPLE.finditer(line):
                    found.append(Reference(name, number, call["path"]))
        return found

    def missing(self, path: str) -> list[ProofError]:
        """Say of every page that shows a snippet which does not exist where it does."""
        return [
            ProofError(
                reference.page,
                reference.line,
                f"there is no snippets/{path}; correct the path or add the file",
            )
            for reference in self.references()
            if reference.path == path
        ]


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
