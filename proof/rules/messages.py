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

TOLD = ("title", "description")  # what a page says about itself to searches
PLAIN = re.compile(r"[^a-z0-9]+")


def faults(site: Site) -> Iterator[ProofError]:
    """Find what is wrong with all messages of a project and the pages that list them."""
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
    if f"docs/{path}" not in site.pages:
        return False
    return name in {heading.name for heading, _ in site.page(f"docs/{path}").sections}


def _page(site: Site, family: str, several: list[Message]) -> Iterator[ProofError]:
    """What is wrong with the page that lists a family."""
    path = f"docs/{several[0].page}"
    call = f'messages("{family}")'
    page = site.page(path) if path in site.pages else None
    calls = LISTING.finditer(page.text) if page else ()
    if not any(found["call"] == call for found in calls):
        text = words.NO_FAMILY_PAGE.format(several[0].page, family)
        yield ProofError(several[0].file, 1, text)
        return
    about = _about(page)
    for key in TOLD:
        said = _plain(str(about.get(key, "")))
        if not any(_named(message, said) for message in several):
            text = words.NO_TITLE_MESSAGE.format(key, several[0].file)
            yield ProofError(path, 1, text)


def _about(page: Page) -> dict:
    found = FRONT_MATTER.match(page.text)
    about = yaml.safe_load(found[0].strip("-\n")) if found else None
    return about if isinstance(about, dict) else {}


def _named(message: Message, said: str) -> bool:
    """Whether a text has the words of a message, from behind the class to a gap."""
    text = re.sub(r"^[\w.]+: ", "", message.text).split(GAP)[0]
    return bool(_plain(text)) and _plain(text) in said


def _plain(text: str) -> str:
    return PLAIN.sub(" ", text.lower().replace("'", "")).strip()
