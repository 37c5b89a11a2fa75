"""Every program that a page shows, with the page that shows it."""

from dataclasses import dataclass

from proof.errors import ProofError
from proof.programs import snippet
from proof.programs.snippet import Snippet
from proof.project import Project
from proof.show import take


@dataclass(frozen=True)
class Program:
    """A program and where it is shown.

    Attributes:
        path: Below ``snippets/``.
        page: Below ``docs/``: the page of a topic, if several show it.
        read: The program; None where it cannot be read, which its page says.
    """

    path: str
    page: str
    read: Snippet | None

    @property
    def to(self) -> str:
        """Where it is shown, for a link."""
        return f"{self.page}#{take.anchor(self.path)}"

    @property
    def claim(self) -> str:
        """What it asserts, or its path where it does not say that."""
        try:
            return self.read.claim if self.read else self.path
        except ProofError:  # said on its page
            return self.path

    @property
    def topic(self) -> str:
        """The folder that it lies in."""
        return self.path.rpartition("/")[0]


def shown(project: Project) -> dict[str, Program]:
    """All of them, by their paths, in the order of the paths."""
    pages: dict[str, str] = {}
    for reference in project.references():
        page = reference.page.removeprefix("docs/")
        if "/" not in pages.get(reference.path, ""):
            pages[reference.path] = page
    return {
        path: Program(path, page, _read(project, path))
        for path, page in sorted(pages.items())
    }


def _read(project: Project, path: str) -> Snippet | None:
    try:
        return snippet.read(project.root, path)
    except ProofError:
        return None
