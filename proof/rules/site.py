"""What rules know of the whole project: each file is read once."""

import tomllib
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from proof import words
from proof.errors import ProofError
from proof.project import Project, Reference
from proof.rules import markdown, navigation
from proof.rules.markdown import Block

GLOSSARY = "docs/glossary.md"
LISTS = ("docs/symptoms/",)  # folders of pages that lead to proofs, drawn from files


@dataclass(frozen=True)
class Page:
    """A page's source.

    Attributes:
        path: Below the project's root.
        blocks: See `proof.rules.markdown.read`.
    """

    path: str
    text: str
    blocks: tuple[Block, ...]

    @cached_property
    def all_blocks(self) -> list[Block]:
        """Every block, those in boxes and lists after the one that holds them."""
        return [one for block in self.blocks for one in block.within()]

    @cached_property
    def sections(self) -> list[tuple[Block, list[Block]]]:
        """The headings, each with every block up to the next one."""
        found: list[tuple[Block, list[Block]]] = []
        for block in self.blocks:
            if block.kind == "heading":
                found.append((block, []))
            elif found:
                found[-1][1].extend(block.within())
        return found

    @property
    def in_topic(self) -> bool:
        """Whether it lies in a topic's folder, unlike the home page and lists."""
        return self.path.count("/") > 1

    @property
    def proves(self) -> bool:
        """Whether it is to prove something: in a topic, and no list that leads on."""
        is_list = self.path.endswith("/index.md") or self.path.startswith(LISTS)
        return self.in_topic and not is_list


class Site:
    """A project as its rules see it.

    Args:
        project: Whose programs and pages are looked at.
    """

    def __init__(self, project: Project) -> None:
        self.project = project
        self._pages: dict[str, Page] = {}

    @cached_property
    def programs(self) -> list[str]:
        return self.project.snippets()

    @cached_property
    def pages(self) -> list[str]:
        """Every page, below the project's root."""
        root = self.project.root
        found = sorted((root / "docs").rglob("*.md"))
        return [
            file.relative_to(root).as_posix()
            for file in found
            if file.is_file() and not file.name.startswith(".")
        ]

    @cached_property
    def shown(self) -> dict[str, list[Reference]]:
        """By program, the places that show it."""
        shown = defaultdict(list)
        for reference in self.project.references():
            shown[reference.path].append(reference)
        return dict(shown)

    @cached_property
    def nav(self) -> set[str]:
        """The pages that the navigation lists, below ``docs/``; empty without one."""
        return navigation.listed(self.configuration)

    @cached_property
    def configuration(self) -> str:
        """The text of ``mkdocs.yml``."""
        return (self.project.root / "mkdocs.yml").read_text("utf-8")

    @cached_property
    def terms(self) -> dict[str, str]:
        """The glossary's terms by their ids."""
        if GLOSSARY not in self.pages:
            return {}
        headings = (block for block in self.page(GLOSSARY).blocks if block.level == 2)
        return {block.name: block.title for block in headings if block.name}

    @cached_property
    def settings(self) -> dict:
        """What ``pyproject.toml`` says under ``[tool]``.

        Raises:
            ProofError: It is not valid TOML.
        """
        file = self.project.root / "pyproject.toml"
        if not file.is_file():
            return {}
        try:
            return tomllib.loads(file.read_text("utf-8")).get("tool", {})
        except ValueError as error:
            text = words.NO_TOML.format(error)
            raise ProofError(file.name, 1, text) from None

    @property
    def wide(self) -> dict[str, str]:
        """The programs that may print wide lines, and why."""
        return self.settings.get("proof", {}).get("wide-lines", {})

    def page(self, path: str) -> Page:
        """Read a page; whatever is not UTF-8 in it is left to MkDocs."""
        if path not in self._pages:
            text = (self.project.root / path).read_text("utf-8", errors="replace")
            self._pages[path] = Page(path, text, tuple(markdown.read(text)))
        return self._pages[path]

    def sources(self, page: Page) -> Iterable[str]:
        """The text of each program that a page shows."""
        for path in self._on_page.get(page.path, ()):
            file = self.project.root / "snippets" / path
            yield file.read_text("utf-8", errors="replace")

    @cached_property
    def _on_page(self) -> dict[str, list[str]]:
        """By page, the programs that it shows."""
        found = defaultdict(list)
        for path in self.shown.keys() & set(self.programs):
            for page in sorted({one.page for one in self.shown[path]}):
                found[page].append(path)
        return {page: sorted(paths) for page, paths in found.items()}
