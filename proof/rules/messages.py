"""The rules for messages: each is listed by the page of its family, and proved."""

import re
from collections.abc import Iterator

import yaml

from proof import words
from proof.errors import ProofError
from proof.programs import messages
from proof.programs.message import GAP, Message
from proof.project import LISTING
from proof.rules.markdown import FRONT_MATTER
from proof.rules.site import Page, Site

PLAIN = re.compile(r"[^a-z0-9]+")


def faults(site: Site) -> Iterator[ProofError]:
    """Find what is wrong with all messages and with the pages that list them."""
    yield from messages.faults(site.project.root)
    families: dict[str, list[Message]] = {}
    for message in messages.read(site.project.root):
        families.setdefault(message.family, []).append(message)
        if not _leads(site, message.link):
            text = words.MESSAGE_LINK.format(message.link)
            yield ProofError(message.file, message.line, text)
    for family, several in families.items():
        yield from _page(site, family, several)


def _leads(site: Site, link: str) -> bool:
    """Whether a link names a page and the id of one of its headings."""
    path, _, name = link.partition("#")
    if not name or f"docs/{path}" not in site.pages:
        return False
    return name in {heading.name for heading, _ in site.page(f"docs/{path}").sections}


def _page(site: Site, family: str, several: list[Message]) -> Iterator[ProofError]:
    """What is wrong with the page that lists a family.

    Its title is what a search shows: messages up to a colon, and then what it is about.
    """
    path = f"docs/{several[0].page}"
    call = f'messages("{family}")'
    page = site.page(path) if path in site.pages else None
    calls = LISTING.finditer(page.text) if page else ()
    if not any(found["call"] == call for found in calls):
        text = words.NO_FAMILY_PAGE.format(several[0].page, family)
        yield ProofError(several[0].file, 1, text)
        return
    about = _about(page)
    texts = " | ".join(_plain(message.text.replace(GAP, " ")) for message in several)
    phrases = [
        _plain(one) for one in str(about.get("title")).split(": ")[0].split(", ")
    ]
    for phrase in phrases:
        if not phrase or phrase not in texts:
            yield ProofError(path, 1, words.NO_TITLE_MESSAGE.format(several[0].file))
            return
    if phrases[0] not in _plain(str(about.get("description"))):
        yield ProofError(path, 1, words.NO_DESCRIPTION.format(phrases[0]))


def _about(page: Page) -> dict:
    found = FRONT_MATTER.match(page.text)
    about = yaml.safe_load(found[0].strip("-\n")) if found else None
    return about if isinstance(about, dict) else {}


def _plain(text: str) -> str:
    """The words of a text, as a search compares them."""
    return PLAIN.sub(" ", text.lower().replace("'", "")).strip()
