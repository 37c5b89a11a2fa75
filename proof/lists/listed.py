"""What a page's fence calls for a list: Markdown, made while the page is drawn."""

import functools
import posixpath
from collections.abc import Callable
from dataclasses import dataclass

from proof import words
from proof.errors import ProofError
from proof.project import Project
from proof.show import card, output, place
from proof.show.page import Site, log, site
from proof.show.report import Report


@dataclass(frozen=True)
class Place:
    """Where a list is shown.

    Attributes:
        site: What is known of the project.
        page: The page's file below ``docs/``.
    """

    site: Site
    page: str

    @property
    def project(self) -> Project:
        return self.site.project

    def link(self, target: str) -> str:
        """The way from the page to another: a file below ``docs/``, or an id in it."""
        return posixpath.relpath(target, posixpath.dirname(self.page) or ".")


def listed(write: Callable[..., str]) -> Callable[..., str]:
    """Let fences call a function that takes a `Place` and perhaps texts.

    What it returns is shown, and kept for the page's Markdown copy. Whatever goes wrong
    is shown in its place, and logged as an error.
    """

    @functools.wraps(write)
    def shown(*of: str) -> str:
        where = None
        try:
            where = site(place.calling())
            where.listing = True
            address = place.address()
            text = write(Place(where, address.page if address else "index.md"), *of)
            given = ", ".join(f'"{one}"' for one in of)
            where.spoken[f"{write.__name__}({given})"] = text
            return place.published(text)
        except Exception as error:
            wrong = _explained(error, where, write.__name__)
            (where.report if where else Report()).failure(wrong)
            return output.visible(card.broken(write.__name__, [wrong]))

    return shown


def _explained(error: Exception, where: Site | None, name: str) -> ProofError:
    if isinstance(error, ProofError):
        return error
    log.debug("the engine failed", exc_info=error)
    problem = words.UNSHOWN.format(type(error).__name__, " ".join(str(error).split()))
    if where:
        return place.error(where.project, name, problem)
    return ProofError(name, 1, problem)
