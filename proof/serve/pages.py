"""The pages of a served site: each is drawn when it is asked for, if it changed."""

import itertools
import threading
import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.pages import Page

from proof.runs.plan import Plan
from proof.serve import sources
from proof.serve.sources import Stat
from proof.serve.structure import Structure
from proof.show.page import Site

FILLING = 3.0  # seconds between two loads of a page whose programs are running
# Folders, beside the snippets, that lists are made from; examples from the last one.
LISTED = ("docs", "exercises", "messages")
WAITS = "proof-awaited"  # stands in a page that shows a run which is still to be made


@dataclass(frozen=True)
class Drawn:
    """One page as it was sent.

    Attributes:
        html: The whole of it.
        version: A number that no other drawing has.
        source: The state of all files that it was drawn from.
        runs: How many runs there were of each snippet that it shows.
        waiting: The runs that it waits for.
        when: When it was drawn, on the monotonic clock.
        listed: How many runs there were in all, where it shows a list; or None.
    """

    html: str
    version: int
    source: object
    runs: dict[str, int]
    waiting: tuple[Plan, ...]
    when: float
    listed: int | None


class Pages:
    """Draws one page at a time, from what lies on disk at that moment.

    So nothing need be told that a file was saved, and no page is older than its source.

    Args:
        config: MkDocs' configuration, after its own event.
        site: What the pages' fences ask for examples.
        want: Called with the plans that a drawn page waits for, in its order.
    """

    def __init__(
        self, config: MkDocsConfig, site: Site, want: Callable[[Iterable[Plan]], None]
    ) -> None:
        self.site, self.want = site, want
        self.written = Path(config.site_dir)
        self.lock = threading.RLock()  # neither Markdown nor MkDocs knows threads
        self.structure = Structure(config)
        self.drawn: dict[str, Drawn] = {}
        self.runs: dict[str, int] = {}  # how many have been made, by snippet
        self.labs: dict[str, tuple[Stat, Path]] = {}  # executed, by their addresses
        self.versions = itertools.count(time.time_ns())  # of no earlier server

    def find(self, path: str) -> Page | None:
        """The page at a path below the site's address, such as ``"locks/races/"``."""
        with self.lock:
            self.structure.update()
            return self.structure.pages.get(path)

    def file(self, path: str) -> Path | bytes | None:
        """What else lies at a path: where it can be read, or its content."""
        with self.lock:
            self.structure.update()
            if found := self.structure.static.get(path):
                place = found.abs_src_path
                return Path(place) if place else found.content_bytes
        beside = self.written / path  # what a plugin has written for a page
        return beside if beside.is_file() else None

    def draw(self, page: Page) -> Drawn:
        """Return a page as it is now; it is drawn if anything about it has changed.

        Raises:
            Exception: Whatever MkDocs or one of its plugins raises.
        """
        with self.lock:
            self.structure.update()
            page = self.structure.pages.get(page.url, page)
            known = self.drawn.get(page.url)
            if (
                known
                and self._is_of_now(page, known)
                and self._has_all_runs(known)
                and known.listed in (None, sum(self.runs.values()))
            ):
                return known
            # As they are before the page is drawn from them.
            before = _Sources(self.site.project.root, self.structure.of(page))
            runs = dict(self.runs)
            self.site.used.clear()
            self.site.waiting.clear()
            self.site.listing = False
            html = self._lab(page) or self.structure.draw(page)
            used = sorted(self.site.used)
            lists = self.site.listing
            drawn = Drawn(
                html,
                next(self.versions),
                before.of(used, lists),
                {name: runs.get(name, 0) for name in used},
                tuple(self.site.waiting),
                time.monotonic(),
                sum(runs.values()) if lists else None,
            )
            self.drawn[page.url] = drawn
        if drawn.waiting:
            self.want(drawn.waiting)
        return drawn

    def is_current(self, path: str, version: int) -> bool:
        """Whether what a reader has need not be loaded anew now.

        A page whose programs are running is not loaded anew for each of them.
        """
        with self.lock:
            self.structure.update()
            page = self.structure.pages.get(path)
            known = self.drawn.get(path)
            if page is None or known is None or known.version != version:
                return False
            if not self._is_of_now(page, known):
                return False
            is_filling = time.monotonic() < known.when + FILLING and not all(
                map(self.site.results.get, known.waiting)
            )
            return is_filling or self._has_all_runs(known)

    def _is_of_now(self, page: Page, known: Drawn) -> bool:
        now = _Sources(self.site.project.root, self.structure.of(page))
        return known.source == now.of(known.runs, known.listed is not None)

    def _has_all_runs(self, known: Drawn) -> bool:
        return all(
            self.runs.get(name, 0) == number for name, number in known.runs.items()
        )

    def finished(self, snippet: str) -> None:
        """Note that one more run of a snippet is known."""
        self.runs[snippet] = self.runs.get(snippet, 0) + 1

    def built(self, site: Path, began: dict[str, Stat]) -> None:
        """Show the labs as a whole build has them, if it has executed them.

        Args:
            site: What it has written.
            began: `Structure.scanned` when it began.
        """
        with self.lock:
            self.labs.clear()
            for url, page in self.structure.pages.items():
                if page.file.src_uri.endswith(".ipynb"):
                    file = site / page.file.dest_uri
                    html = file.read_text("utf-8") if file.is_file() else WAITS
                    if WAITS not in html:
                        self.labs[url] = began.get(page.file.abs_src_path), file
                        if url in self.drawn and self.drawn[url].html != html:
                            del self.drawn[url]

    def _lab(self, page: Page) -> str:
        """A lab's page of the last whole build, if the lab is still the same."""
        source, file = self.labs.get(page.url, (None, None))
        own, *_ = self.structure.of(page)
        return file.read_text("utf-8") if file and source == own else ""


class _Sources:
    """The state of what pages are drawn from, at one moment.

    Args:
        root: The project's root.
        own: The state of what one page is drawn from, its programs aside.
    """

    def __init__(self, root: Path, own: object) -> None:
        self.root, self.own = root, own
        self.snippets = sources.snippets(root)
        self.folders = [sources.below(root / name) for name in LISTED]

    def of(self, used: Iterable[str], lists: bool) -> object:
        """The state of what the page was drawn from; a list is drawn from all."""
        if lists:
            return self.own, self.snippets, self.folders
        return self.own, self.folders[-1], [self.snippets.get(name) for name in used]
