"""Under which heading of which page a program is shown."""

import re
from typing import NamedTuple

from proof.project import Project

LINE = re.compile(
    r"^(?:#{2,} (?P<title>.*?) *\{ #(?P<id>[\w-]+) \}|(?P<fence>`{3,}).*)$"
)


class Section(NamedTuple):
    """A part of a page: where it is, and its heading's text ("" for none)."""

    to: str
    title: str


def sections(project: Project) -> dict[str, Section]:
    """Where each program is shown first, as ``"locks/races.md#lost-update"``."""
    found: dict[str, Section] = {}
    headings: dict[str, dict[int, tuple[str, str]]] = {}
    for reference in project.references():
        page = reference.page
        if page not in headings:
            text = (project.root / page).read_text("utf-8", errors="replace")
            headings[page] = _headings(text)
        above = [one for line, one in headings[page].items() if line < reference.line]
        anchor, title = (f"#{above[-1][0]}", above[-1][1]) if above else ("", "")
        to = page.removeprefix("docs/") + anchor
        found.setdefault(reference.path, Section(to, title))
    return found


def _headings(text: str) -> dict[int, tuple[str, str]]:
    """The ids and texts of a page's headings, by their lines."""
    found, fence = {}, ""
    for number, line in enumerate(text.split("\n"), 1):
        match = LINE.match(line)
        if match and match["fence"] and fence in ("", match["fence"]):
            fence = "" if fence else match["fence"]
        elif match and match["id"] and not fence:
            found[number] = match["id"], match["title"]
    return found
