"""Every program that a page shows, with the page that shows it."""

import re
from dataclasses import dataclass
from functools import cached_property

from proof.errors import ProofError
from proof.programs import messages, snippet
from proof.programs.snippet import Snippet
from proof.project import Project
from proof.show import take
from proof.show.page import Site, is_later

NAME = "programs"  # under which a build keeps them
# A docstring that says what it says, with nothing but comments before it: to parse
# every program takes longer than to draw a list of them.
PLAIN = re.compile(r'(?s)\A(?:[ \t]*(?:#[^\n]*)?\n)*"""([^\\]+?)"""[ \t]*\n')


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

    @cached_property
    def claim(self) -> str:
        """What it asserts, or its path where it does not say that."""
        if self.read and (plain := PLAIN.match(self.read.text)):
            return " ".join(plain[1].split("\n\n")[0].split())
        try:
            return self.read.claim if self.read else self.path
        except ProofError:  # said on its page
            return self.path

    @property
    def topic(self) -> str:
        """The folder that it lies in."""
        return self.path.rpartition("/")[0]


def shown(site: Site) -> dict[str, Program]:
    """All of them, by their paths, in the order of the paths.

    Several lists ask for them, and while one builds they are the same.
    """
    if is_later("programs"):
        return _shown(site.project)
    if NAME not in site.kept:
        site.kept[NAME] = _shown(site.project)
    return site.kept[NAME]


def _shown(project: Project) -> dict[str, Program]:
    pages: dict[str, str] = {}
    for reference in project.references():
        page = reference.page.removeprefix("docs/")
        if "/" not in pages.get(reference.path, ""):
            pages[reference.path] = page
    said = messages.by_program(project.root)
    return {
        path: Program(path, page, _read(project, path, said))
        for path, page in sorted(pages.items())
    }


def _read(project: Project, path: str, said: dict) -> Snippet | None:
    try:
        return snippet.read(project.root, path, said)
    except ProofError:
        return None
