"""The rules of CONTRIBUTING.md for pages: their names, headings, boxes and fences."""

import re
from collections.abc import Iterator
from itertools import chain

import proof
from proof import words
from proof.errors import NoSnippet, ProofError
from proof.project import EXAMPLE
from proof.rules import backing, glossary, prose, questions, spelling
from proof.rules.markdown import Block, box_id
from proof.rules.site import Page, Site

OPTIONS = 'python exec="1" html="1"'
MARKDOWN = 'python exec="1"'  # what a list is
LINKED = f'{MARKDOWN} idprefix=""'  # with headings that others link to
CALL = (
    r'from proof import (?P<name>\w+)\nprint\((?P=name)\((?:"[^"\n]*"(?:, )?)*\)\)\n*'
)
BODY = re.compile(
    r"from proof import (?P<name>example|predict)\n"
    r'print\((?P=name)\("[^"\n]+"\)\)\n*'
)
ID = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
NAME = re.compile(r"docs(/[a-z]+)*/[a-z]+(-[a-z0-9]+)*\.md")
BOXES = ("often-said", "warning")
PROGRAMS = 2  # under one heading, if they are to be compared
RECAP = 2  # sentences
ONCE = re.compile(r"\b[23]\.\d")  # the version that made it untrue
CAPITAL = re.compile(r"(?<=[\s“(/])[A-Z][a-z]+")
Fault = tuple[int, str]


def faults(site: Site, path: str) -> list[ProofError]:
    """Find what breaks a rule in one page.

    Args:
        site: The project.
        path: The page below the project's root.

    Returns:
        One error for each fault, in the order of the lines.
    """
    page = site.page(path)
    found: list[Fault] = [
        *_place(page, site),
        *_headings(page, site),
        *_sections(page),
        *_boxes(page),
        *_fences(page, site),
        *questions.faults(page),
        *prose.faults(page, site),
        *backing.faults(page),
        *glossary.faults(page, site),
        *spelling.in_page(page, site),
    ]
    if page.in_topic:
        found += _beginning(page)
    if page.proves:
        found += _end(page)
    return [ProofError(path, line, text) for line, text in sorted(found)]


def _place(page: Page, site: Site) -> Iterator[Fault]:
    name = page.path.removeprefix("docs/")
    if not NAME.fullmatch(page.path):
        yield 1, words.PAGE_NAME
    if site.nav and name not in site.nav:
        yield 1, words.NOT_IN_NAV.format(name)


def _beginning(page: Page) -> Iterator[Fault]:
    first, second = [*page.blocks, None, None][:2]
    if not (first and first.level == 1):
        yield first.line if first else 1, words.NO_TITLE
    elif not (second and second.kind == "paragraph"):
        yield second.line if second else 1, words.NO_ANSWER_FIRST


def _headings(page: Page, site: Site) -> Iterator[Fault]:
    lines: dict[str, int] = {}
    for heading, _ in page.sections:
        proposed = re.sub(r"[^a-z0-9]+", "-", heading.title.lower()).strip("-")
        if heading.name and not ID.fullmatch(heading.name):
            yield heading.line, words.ID_FORM.format(heading.name, proposed)
        if heading.name in lines:
            yield heading.line, words.SAME_ID.format(heading.name, lines[heading.name])
        elif heading.name:
            lines[heading.name] = heading.line
        elif heading.level > 1:
            yield heading.line, words.NO_ID.format(proposed)
        for capital in CAPITAL.findall(re.sub("`[^`]*`", "", heading.title)):
            whole = heading.level > 1 or page.in_topic  # else it is the site's name
            if whole and not _is_name(capital, page, site):
                yield heading.line, words.NOT_SENTENCE_CASE.format(capital)


def _is_name(word: str, page: Page, site: Site) -> bool:
    """Whether the page or one of its programs has a capital there within a sentence."""
    used = re.compile(rf"[a-z0-9,;:`(./“-] ?\b{word}|{word}\b[A-Z(.]")
    texts = (block.text for block in page.all_blocks if block.kind != "fence")
    return any(
        word in text and used.search(text) for text in chain(texts, site.sources(page))
    )


def _end(page: Page) -> Iterator[Fault]:
    """What is wrong with the close of a page."""
    titles = [heading.title for heading, _ in page.sections]
    lines = page.text.count("\n") or 1
    if "Recap" not in titles:
        yield lines, words.NO_RECAP.format()
    if "See also" not in titles:
        yield lines, words.NO_SEE_ALSO.format()
    for heading, blocks in page.sections:
        if heading.title == "Recap":
            text = " ".join(block.text for block in blocks)
            sentences = len(re.findall(r"[.!?](?=\s|$)", text))
            if sentences > RECAP:
                yield heading.line, words.LONG_RECAP.format(sentences)
            if titles[-2:] != ["Recap", "See also"] and "See also" in titles:
                yield heading.line, words.NOT_LAST


def _sections(page: Page) -> Iterator[Fault]:
    for heading, blocks in page.sections:
        fences = [block for block in blocks if block.kind == "fence"]
        programs = [block for block in fences if block.name not in (MARKDOWN, LINKED)]
        if len(programs) > PROGRAMS:
            yield heading.line, words.MANY_PROGRAMS.format(len(programs))
        for box in blocks:
            if box.kind == "box" and box.name in BOXES and not programs:
                yield box.line, words.BOX_ALONE


def _boxes(page: Page) -> Iterator[Fault]:
    lines: dict[str, int] = {}
    for box in page.all_blocks:
        if box.kind != "box":
            continue
        if box.name not in BOXES:
            yield box.line, words.OTHER_BOX.format(box.name)
        if not box.blocks:
            yield box.line, words.EMPTY_BOX
        if box.name != "often-said":
            if box.verdict:
                yield box.line, words.OTHER_BOX.format(f"{box.name} {box.verdict}")
            continue
        if not re.fullmatch("“.+”", box.title):
            yield box.line, words.NO_BELIEF
        if box.verdict not in words.SAID:
            known = ", ".join(words.SAID)
            yield box.line, words.NO_VERDICT.format(box.verdict or "no verdict", known)
        elif box.verdict == "once" and not ONCE.search(_said(box)):
            yield box.line, words.NO_VERSION
        name = box_id(box.title)
        if name in lines:
            yield box.line, words.SAME_BELIEF.format(lines[name])
        lines[name] = box.line


def _said(box: Block) -> str:
    return " ".join(block.text for block in box.within())


def _fences(page: Page, site: Site) -> Iterator[Fault]:
    for block in page.all_blocks:
        if block.kind == "code":
            yield block.line, words.NO_EXEC
        elif block.kind == "fence":
            yield from _fence(block, site)


def _fence(block: Block, site: Site) -> Iterator[Fault]:
    called = re.fullmatch(CALL, block.text)
    if called and called["name"] in proof.LISTS:
        options = OPTIONS if called["name"] in proof.HTML else MARKDOWN
        if block.name not in (options, LINKED if options == MARKDOWN else options):
            yield block.line, words.LIST_OPTIONS.format(repr(block.name), options)
    elif called and block.name in (MARKDOWN, LINKED):
        yield block.line + 1, words.NO_LIST.format(called["name"])
    elif block.name != OPTIONS:
        calls = "example" in block.text or "exec" in block.name
        said = words.FENCE_OPTIONS.format(repr(block.name)) if calls else words.NO_EXEC
        yield block.line, said
    elif not BODY.fullmatch(block.text):
        yield block.line + 1, words.FENCE_BODY
    for found in EXAMPLE.finditer(block.text):
        try:
            site.project.locate(found["path"])
        except NoSnippet as error:
            before = block.text.count("\n", 0, found.start())
            yield block.line + 1 + before, error.problem
