"""Everything that a page's box says is often said, and what the programs say to it."""

from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass

from proof import words
from proof.errors import ProofError
from proof.lists import programs, verdicts
from proof.lists.cells import Cell
from proof.lists.listed import Place, Shown, listed
from proof.lists.programs import Program
from proof.lists.table import Column, Group, Table
from proof.project import EXAMPLE
from proof.rules.markdown import Block, box_id
from proof.rules.site import Page, Site
from proof.show.boxes import KIND
from proof.show.page import is_later

# As `make test` has them with PROOF_REQUIRE: a table has the same columns everywhere.
INTERPRETERS = ("3.11", "3.12", "3.13", "3.14", "3.15", "3.14t")
COLUMNS = [
    Column(words.MYTH),
    Column(words.MYTH_VERDICT, words.MYTH_VERDICT),
    Column(words.MYTH_TOPIC, words.MYTH_TOPIC),
    *map(Column, INTERPRETERS),
]
KINDS = {
    words.HELD: "good",
    words.HELD_RECORDED: "good",
    words.HELD_FAILED: "bad",
    words.HELD_NOWHERE: "none",
    words.HELD_UNKNOWN: "none",
}


@dataclass(frozen=True)
class Box:
    """One box that says what is often said.

    Attributes:
        page: Below ``docs/``.
        title: What is said.
        verdict: A key of `words.SAID`, if the page keeps the rules.
        program: The path of the one that decides; "" where there is none.
    """

    page: str
    title: str
    verdict: str
    program: str


@listed
def myths(place: Place) -> Shown:
    """Every box: what is said, the verdict, and where its program held."""
    site = Site(place.project)
    shown = programs.shown(place.site)
    found = [box for path in site.pages for box in boxes(site.page(path))]
    deciding = [shown[path] for path in {box.program for box in found} & shown.keys()]
    if not is_later("programs"):
        for one in deciding:  # so that it has run, if it can
            with suppress(ProofError):
                place.site.tell(one.path)
    held = verdicts.of(place.site, deciding, INTERPRETERS)
    titles = {path: _title(site, path) for path in {box.page for box in found}}
    rows = [
        [
            Cell(
                box.title,
                f"{box.page}#{box_id(box.title)}",
                more=_decided(shown.get(box.program)),
            ),
            Cell(
                words.SAID.get(box.verdict, words.NOTHING), kind=f"said-{box.verdict}"
            ),
            Cell(titles[box.page]),
            *(
                Cell(word, kind=KINDS[word])
                for name in INTERPRETERS
                for word in [held.get((box.program, name), words.HELD_UNKNOWN)]
            ),
        ]
        for box in found
    ]
    return Table("myths", words.MYTHS, COLUMNS, [Group(rows)]).show(place)


def boxes(page: Page) -> Iterator[Box]:
    """The boxes of a page. The nearest program before a box decides, or after it."""
    for _, blocks in page.sections:
        paths = [
            (number, call["path"])
            for number, block in enumerate(blocks)
            if block.kind == "fence" and (call := EXAMPLE.search(block.text))
        ]
        for number, block in enumerate(blocks):
            if block.kind == "box" and block.name == KIND:
                yield _box(page, block, number, paths)


def _box(page: Page, block: Block, at: int, paths: list[tuple[int, str]]) -> Box:
    before = [path for number, path in paths if number < at]
    after = [path for number, path in paths if number > at]
    decides = before[-1] if before else (after or [""])[0]
    name = page.path.removeprefix("docs/")
    return Box(name, block.title, block.verdict, decides)


def _title(site: Site, page: str) -> str:
    """What a page's topic is called, or the page where it has none."""
    folder = page.rpartition("/")[0]
    index = f"docs/{folder}/index.md"
    path = index if folder and index in site.pages else f"docs/{page}"
    titles = (one.title for one in site.page(path).blocks if one.level == 1)
    return next(titles, folder or page)


def _decided(program: Program | None) -> str:
    return words.DECIDED.format(program.claim) if program else ""
