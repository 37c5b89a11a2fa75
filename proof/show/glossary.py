"""Links to the glossary say what the term means, as a plugin of MkDocs.

The first sentence of a term's entry becomes the title of each link to it. The theme
shows it to who points at the link or comes to it by the keyboard; without script the
browser does.
"""

import re
from html import escape
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import BasePlugin
from mkdocs.structure.files import Files
from mkdocs.structure.pages import Page

GLOSSARY = "glossary.md"  # below docs/
ENTRY = re.compile(r"(?ms)^## .+?\{ *#(?P<id>[\w-]+) *\}\n+(?P<text>.+?)(?:\n\n|\Z)")
SENTENCE = re.compile(r"(?s).+?[.!?](?=\s+[A-Z]|\s*\Z)")
MARKS = re.compile(r"`(?P<code>[^`]+)`|\[(?P<text>[^\]]*)\]\([^)]*\)|<[^>]*>|[`*]")
LINK = re.compile(
    r'<a href="(?P<url>[^"]*\bglossary(?:/|\.html)?#(?P<id>[\w-]+))"(?= |>)'
)


class Plugin(BasePlugin):
    """Puts the meaning of a term into the links that lead to it."""

    def on_page_content(
        self, html: str, page: Page, config: MkDocsConfig, files: Files
    ) -> str:
        """Have a page's links to the glossary say what they lead to."""
        if page.file.src_uri == GLOSSARY or "glossary" not in html:
            return html
        return explained(html, meanings(Path(config.docs_dir) / GLOSSARY))


def meanings(file: Path) -> dict[str, str]:
    """The first sentence of each entry, by its id; none where there is no file."""
    if not file.is_file():
        return {}
    return {
        entry["id"]: found[0]
        for entry in ENTRY.finditer(file.read_text("utf-8"))
        if (found := SENTENCE.match(plain(entry["text"])))
    }


def explained(html: str, meant: dict[str, str]) -> str:
    """Give the links to the glossary titles."""

    def told(link: re.Match) -> str:
        meaning = meant.get(link["id"])
        return f'{link[0]} title="{escape(meaning)}"' if meaning else link[0]

    return LINK.sub(told, html)


def plain(text: str) -> str:
    """Markdown of one paragraph as words."""
    bare = MARKS.sub(lambda mark: mark["code"] or mark["text"] or "", text)
    return " ".join(bare.replace("`", "").split())
