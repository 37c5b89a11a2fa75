"""A Markdown copy beside every page, and the list of them, as a plugin of MkDocs.

A copy has a page's prose as it was written and what its programs printed, for whoever
reads without a browser. `llms.txt` at the site's root lists the copies, in the form of
llmstxt.org.
"""

import posixpath
import re
from functools import cache
from html import escape
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import BasePlugin
from mkdocs.structure.files import Files
from mkdocs.structure.nav import Navigation, Section
from mkdocs.structure.pages import Page

from proof import words
from proof.project import EXAMPLE, LISTING, Project
from proof.show import described, lab_copy
from proof.show.page import site

FENCE = re.compile(r"(?ms)^(?P<fence>`{3,})python exec=.*?^(?P=fence)[ \t]*$")
BLOCK = re.compile(r"(?ms)^(?P<fence>`{3,}).*?^(?P=fence)[ \t]*$")
BOX = re.compile(
    r'(?m)^!!! [\w-]+(?: (?P<verdict>[\w-]+))?(?: "(?P<title>.*)")?\n'
    r"(?P<body>(?:(?: {4}.*)?\n)+)"
)
IDS = re.compile(r"[ \t]*\{ *[#.:][^}\n]*\}[ \t]*$", re.M)
TAGS = re.compile(r"</?(?:span|div)\b[^>]*>")
TARGET = re.compile(r"\]\((?!\w+:|#|/)(?P<path>[^)\s#]+)(?P<anchor>#[^)\s]*)?\)")
LIST = "llms.txt"


class Plugin(BasePlugin):
    """Writes the copies while the pages are drawn, and the list when all are."""

    def on_nav(self, nav: Navigation, config: MkDocsConfig, files: Files) -> None:
        """Take notice of the order of the pages."""
        self.nav = nav
        self.about: dict[str, str] = {}  # the first sentence of each page

    def on_page_content(
        self, html: str, page: Page, config: MkDocsConfig, files: Files
    ) -> None:
        """Write the copy of a page, and let the page say what it is about."""
        if page.file.src_uri.endswith(".ipynb"):
            text = lab_copy.read(Path(page.file.abs_src_path), html)
        else:
            shown = site(Project(Path(config.config_file_path).parent)).spoken
            text = written(page.markdown or "", shown)
        self.about[page.url] = described.sentence(text)
        if about := described.description(text):
            page.meta.setdefault("description", escape(about))
        to = beside(page.file.dest_uri)
        file = Path(config.site_dir, to)
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(linked(text, page.file.src_uri, to, files), encoding="utf-8")

    def on_post_build(self, config: MkDocsConfig) -> None:
        """Write the list of the copies."""
        text = listed(config, self.nav, self.about)
        Path(config.site_dir, LIST).write_text(text, encoding="utf-8")


def beside(uri: str) -> str:
    """Where the copy of a page lies: ``"locks/races/index.md"``."""
    return posixpath.splitext(uri)[0] + ".md"


def written(markdown: str, shown: dict[str, str]) -> str:
    """A page's source with what was shown in place of the fences that show it."""

    def result(fence: re.Match) -> str:
        paths = [call["path"] for call in EXAMPLE.finditer(fence[0])]
        if paths:
            return "\n\n".join(shown.get(one, words.BROKEN) for one in paths)
        lists = [call["call"] for call in LISTING.finditer(fence[0])]
        return "\n\n".join(IDS.sub("", shown.get(one, words.BROKEN)) for one in lists)

    text = BOX.sub(_quoted, markdown.replace("\r\n", "\n"))
    text = TAGS.sub("", IDS.sub("", text))
    return FENCE.sub(result, text).strip() + "\n"


def _quoted(box: re.Match) -> str:
    verdict = words.SAID.get(box["verdict"] or "", "")
    said = f" ({verdict})" if verdict else ""
    lines = [f"**{box['title']}**{said}", ""] if box["title"] else []
    lines += [line.removeprefix("    ") for line in box["body"].strip("\n").split("\n")]
    return "\n".join(f"> {line}".rstrip() for line in lines) + "\n\n"


def linked(text: str, source: str, to: str, files: Files) -> str:
    """Let the links of a page lead from its copy to other copies."""

    @cache
    def way(written: str) -> str:
        path = posixpath.normpath(posixpath.join(posixpath.dirname(source), written))
        found = files.get_file_from_path(path)
        if found is None:
            return ""
        is_page = found.src_uri.endswith((".md", ".ipynb"))
        other = beside(found.dest_uri) if is_page else found.dest_uri
        return posixpath.relpath(other, posixpath.dirname(to))

    def target(link: re.Match) -> str:
        to = way(link["path"])
        return f"]({to}{link['anchor'] or ''})" if to else link[0]

    parts, end = [], 0
    for block in BLOCK.finditer(text):  # what a program says is no link of the page
        parts += [TARGET.sub(target, text[end : block.start()]), block[0]]
        end = block.end()
    return "".join(parts) + TARGET.sub(target, text[end:])


def listed(config: MkDocsConfig, nav: Navigation, about: dict[str, str]) -> str:
    """The text of `llms.txt`: each section of the navigation with its pages."""
    base = config.site_url or ""
    sections: dict[str, list[Page]] = {}
    for item in nav.items:
        pages = _pages(item)
        title = str(item.title) if isinstance(item, Section) else words.MORE_PAGES
        if any(page.is_homepage for page in pages):
            title = words.HOME
        sections.setdefault(title, []).extend(pages)
    if more := sections.pop(words.MORE_PAGES, None):  # which a reader may leave out
        sections[words.MORE_PAGES] = more
    parts = [f"# {config.site_name}", f"> {config.site_description}", words.COPIES]
    for title, pages in sections.items():
        lines = [_line(base, page, about.get(page.url, "")) for page in pages]
        parts.append(f"## {title}\n\n" + "\n".join(lines))
    return "\n\n".join(parts) + "\n"


def _line(base: str, page: Page, about: str) -> str:
    link = f"[{page.title}]({base}{beside(page.file.dest_uri)})"
    return f"- {link}: {about}" if about else f"- {link}"


def _pages(item: object) -> list[Page]:
    if isinstance(item, Page):
        return [item]
    return [
        page for one in getattr(item, "children", None) or [] for page in _pages(one)
    ]
