"""What is said of a page where others link to it: the answer that it begins with."""

import re

from proof.show.glossary import SENTENCE, plain

LONGEST = 160  # characters, of which search engines show about so many
MORE = "…"
# What stands under a page's title, unless that is a list, a table or a program.
PARAGRAPH = re.compile(r"(?m)\A\s*# .+\n+((?:^(?!```)[^\s#!|<>].*\n?)+)")


def first(text: str) -> str:
    """The first paragraph of a page's Markdown copy as plain words; "" without one."""
    found = PARAGRAPH.search(text)
    return plain(found[1]) if found else ""


def sentence(text: str) -> str:
    """The first sentence of a page's Markdown copy; "" where it begins otherwise."""
    found = SENTENCE.match(first(text))
    return found[0] if found else ""


def description(text: str) -> str:
    """As many whole sentences as fit; of a first one that does not fit, whole words."""
    rest, whole = first(text), ""
    while found := SENTENCE.match(rest):
        more = f"{whole} {found[0].strip()}".strip()
        if len(more) > LONGEST:
            break
        whole, rest = more, rest[found.end() :].lstrip()
    if whole or len(rest) <= LONGEST:
        return whole or rest
    cut = rest[: LONGEST - len(MORE)].rpartition(" ")[0] or rest[: LONGEST - len(MORE)]
    return cut.rstrip(",;: ") + MORE
