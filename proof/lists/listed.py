"""What a page's fence calls for a list: Markdown, made while the page is drawn."""

import functools
import posixpath
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache, cached_property

from proof.project import Project
from proof.show import card, output, place
from proof.show.page import Site, site
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
        page, mark, anchor = target.partition("#")
        return f"{self._link(page)}{mark}{anchor}"

    def url(self, target: str) -> str:
        """The same between the published pages, for HTML."""
        page, mark, anchor = target.partition("#")
        return f"{self._url(page)}{mark}{anchor}"

    @cached_property
    def folder(self) -> str | None:
        """Where the page lies in the site; None where another builder draws it."""
        own, _ = place.surroundings() or (None, None)
        return posixpath.dirname(own.dest_uri) if own else None

    # A list has thousands of links, to some hundred pages.
    @cached_property
    def _link(self) -> Callable[[str], str]:
        folder = posixpath.dirname(self.page) or "."
        return cache(lambda page: posixpath.relpath(page, folder))

    @cached_property
    def _url(self) -> Callable[[str], str]:
        own, files = place.surroundings() or (None, None)

        def address(page: str) -> str:
            if found := files and files.get_file_from_path(page):
                return found.url_relative_to(own)
            # Another builder draws: each page has a folder.
            there, here = (
                posixpath.normpath(one.removesuffix(".md").removesuffix("index"))
                for one in (page, self.page)
            )
            return posixpath.relpath(there, here) + "/"

        return cache(address)


@dataclass(frozen=True)
class Shown:
    """A list of which the page shows HTML, and its copy Markdown."""

    html: str
    markdown: str


def listed(write: Callable[..., str | Shown]) -> Callable[..., str]:
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
            both = text if isinstance(text, Shown) else Shown(text, text)
            where.spoken[f"{write.__name__}({given})"] = both.markdown
            return output.visible(both.html)
        except Exception as error:
            wrong = place.explained(error, where and where.project, write.__name__)
            (where.report if where else Report()).failure(wrong)
            return output.visible(card.broken(write.__name__, [wrong]))

    return shown
