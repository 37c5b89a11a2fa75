"""What the search is given of a page, as a plugin of MkDocs.

Material's search parses a page in Python, element by element, and keeps the text of a
few kinds. Most elements of a page are colours of its programs and shapes of its
pictures: without this plugin the search finds the same, and a build takes longer.
"""

import re

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import BasePlugin, CombinedEvent, event_priority
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page
from mkdocs.utils.templates import TemplateContext

EXCLUDED = re.compile(
    r"(?s)<(figure|form|p|pre|table) [^>]*\bdata-search-exclude\b.*?</\1>"
)
PROGRAM = re.compile(r"(?s)<pre\b.*?</pre>")
COLOUR = re.compile(r"</?(?!pre\b|code\b)\w[^>]*>")


class Plugin(BasePlugin):
    """Has the search read programs without colours, and no pictures."""

    @event_priority(100)  # before the search reads the page
    def _before(
        self,
        context: TemplateContext,
        page: Page,
        config: MkDocsConfig,
        nav: Navigation,
    ) -> None:
        self.content = page.content
        page.content = lean(page.content or "")

    @event_priority(-100)
    def _after(
        self,
        context: TemplateContext,
        page: Page,
        config: MkDocsConfig,
        nav: Navigation,
    ) -> None:
        page.content = self.content

    on_page_context = CombinedEvent(_before, _after)


def lean(html: str) -> str:
    """A page's content without what only eyes need."""
    bare = EXCLUDED.sub("", html)
    return PROGRAM.sub(lambda found: COLOUR.sub("", found[0]), bare)
