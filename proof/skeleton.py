"""The command ``new``: a program and its section on a page, which it may begin."""

import argparse
import posixpath
import re
from pathlib import Path

from rich.console import Console

from proof import words
from proof.errors import ProofError
from proof.project import Project
from proof.rules import markdown, navigation, pages, programs
from proof.rules.site import Site

PROGRAM = '''\
"""{claim}"""

half = 21
whole = 2 * half
print("whole:", whole)
assert whole == half + half
'''
SECTION = """\
## {title} {{ #{name} }}

{before}

```python exec="1" html="1"
from proof import example
print(example("{path}"))
```

{after}
"""
PAGE = """\
# {title}

{answer}

## Recap {{ #recap }}

{recap}

## See also {{ #see-also }}

* [{other}]({link})
"""


def new(
    project: Project, console: Console, options: argparse.Namespace, args: tuple
) -> int:
    """Write a program that builds at once and waits for its idea."""
    site = Site(project)
    path = f"{options.name.removeprefix('snippets/').removesuffix('.py')}.py"
    page = options.page.removeprefix("./")
    _refuse(site, path, page)
    stem = Path(path).stem
    title = options.title or stem.replace("_", " ").capitalize()
    written = {f"snippets/{path}": PROGRAM.format(claim=words.NEW_CLAIM)}
    if page in site.pages:
        text = site.page(page).text
    else:
        text = _page(site, page)
        nav = navigation.added(site.configuration, page.removeprefix("docs/"))
        if nav != site.configuration:
            written["mkdocs.yml"] = nav
    written[page], line = _with_section(page, text, title, path)
    for name, text in written.items():
        file = project.root / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
        place = f"{name}:{line}" if name == page else name
        console.print(words.WROTE.format(place))
    console.print(words.NEW_NEXT.format(f"snippets/{path}"))
    return 0


def _refuse(site: Site, path: str, page: str) -> None:
    """Say what is wrong with the names, before anything is written.

    Raises:
        ProofError: One is misnamed, or the program exists.
    """
    file = f"snippets/{path}"
    if (site.project.root / file).exists():
        raise ProofError(file, 1, words.THERE_ALREADY)
    if problem := programs.misnamed(path):
        raise ProofError(file, 1, problem)
    if not page.startswith("docs/") or not pages.NAME.fullmatch(page):
        raise ProofError(page, 1, words.PAGE_NAME)
    topic, docs = path.rpartition("/")[0], site.project.root / "docs"
    if not (docs / topic).is_dir() and posixpath.dirname(page) != f"docs/{topic}":
        raise ProofError(file, 1, words.NO_TOPIC.format(topic))


def _page(site: Site, page: str) -> str:
    """A page that holds nothing yet."""
    here = posixpath.dirname(page)
    index = f"{here}/index.md"
    other = index if index in site.pages and index != page else "docs/index.md"
    blocks = site.page(other).blocks[:1] if other in site.pages else ()
    titles = [block.title for block in blocks if block.title]
    return PAGE.format(
        title=Path(page).stem.replace("-", " ").capitalize(),
        answer=words.NEW_ANSWER,
        recap=words.NEW_RECAP,
        other=titles[0] if titles else words.HOME,
        link=posixpath.relpath(other, here),
    )


def _with_section(page: str, text: str, title: str, path: str) -> tuple[str, int]:
    """A page's text with one more section, and the line where that begins.

    Raises:
        ProofError: The page has a heading of that id.
    """
    name = re.sub(r"[^a-z0-9]+", "-", title.lower()).strip("-") or "example"
    lines = text.rstrip("\n").split("\n")
    end = len(lines) + 1
    for block in markdown.read(text):
        if block.kind == "heading":
            if block.name == name:
                raise ProofError(page, block.line, words.TITLE_TAKEN.format(name))
            if block.title in ("Recap", "See also"):
                end = min(end, block.line)
    section = SECTION.format(
        title=title,
        name=name,
        before=words.NEW_BEFORE,
        path=path,
        after=words.NEW_AFTER,
    )
    above, below = lines[: end - 1], lines[end - 1 :]
    start = "\n".join(above).rstrip("\n")
    rest = "".join(f"{line}\n" for line in below)
    whole = f"{start}\n\n{section}" + (f"\n{rest}" if rest else "")
    return whole, start.count("\n") + 3
