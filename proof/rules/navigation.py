"""The pages that ``mkdocs.yml`` lists, and one more in its place there."""

import re
from pathlib import Path

NAV = re.compile(r"(?m)^nav:.*\n((?:[ #-].*\n|\n)*)")
ENTRY = re.compile(
    r"^(?P<indent> *)- (?:[^\n]*?: +)?[\"']?(?P<page>[\w./-]+\.md)[\"']? *(?:#.*)?$"
)


def listed(text: str) -> set[str]:
    """The pages that the navigation lists, below ``docs/``; none without one.

    Args:
        text: Of ``mkdocs.yml``.
    """
    return {entry["page"] for _, entry in _entries(text)}


def added(text: str, page: str) -> str:
    """The text of ``mkdocs.yml`` with a page behind those of its topic.

    A topic that is new gets a section at the end. Where there is no navigation, or the
    page is in it, the text stays as it is.

    Args:
        text: Of ``mkdocs.yml``.
        page: Below ``docs/``.
    """
    entries = _entries(text)
    if not entries or page in listed(text):
        return text
    lines = text.split("\n")
    topic = page.rpartition("/")[0]
    own = [one for one in entries if one[1]["page"].rpartition("/")[0] == topic]
    if own and topic:
        number, last = own[-1]
        lines.insert(number + 1, f"{last['indent']}- {page}")
        return "\n".join(lines)
    end = max(number for number, line in _nav(text) if line.strip(" #"))
    indent = entries[0][1]["indent"]
    more = [f"{indent}- {page}"]
    if topic:
        title = Path(topic).name.capitalize()
        more = [f"{indent}- {title}:", f"{indent}    - {page}"]
    lines[end + 1 : end + 1] = more
    return "\n".join(lines)


def _entries(text: str) -> list[tuple[int, re.Match]]:
    """Lines of the navigation that name a page, from 0."""
    found = ((number, ENTRY.match(line)) for number, line in _nav(text))
    return [(number, entry) for number, entry in found if entry]


def _nav(text: str) -> list[tuple[int, str]]:
    """The lines of the navigation below its name, with their numbers from 0."""
    found = NAV.search(text + "\n")
    if not found:
        return []
    first = text.count("\n", 0, found.start(1))
    return list(enumerate(found[1].rstrip("\n").split("\n"), first))
