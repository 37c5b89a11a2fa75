"""Under which heading of which page a program is shown."""

import re

from proof.project import Project

LINE = re.compile(r"^(?:#{2,} .*\{ #(?P<id>[\w-]+) \}|(?P<fence>`{3,}).*)$")


def sections(project: Project) -> dict[str, str]:
    """Where each program is shown first, as ``"locks/races.md#lost-update"``."""
    found: dict[str, str] = {}
    headings: dict[str, dict[int, str]] = {}
    for reference in project.references():
        page = reference.page
        if page not in headings:
            text = (project.root / page).read_text("utf-8", errors="replace")
            headings[page] = _headings(text)
        above = [id for line, id in headings[page].items() if line < reference.line]
        anchor = f"#{above[-1]}" if above else ""
        found.setdefault(reference.path, page.removeprefix("docs/") + anchor)
    return found


def _headings(text: str) -> dict[int, str]:
    """The ids of a page's headings, by their lines."""
    found, fence = {}, ""
    for number, line in enumerate(text.split("\n"), 1):
        match = LINE.match(line)
        if match and match["fence"] and fence in ("", match["fence"]):
            fence = "" if fence else match["fence"]
        elif match and match["id"] and not fence:
            found[number] = match["id"]
    return found
