"""What the search is given, as a plugin of MkDocs.

Material's search gathers the sections of the pages. This has it read their gist, and
adds to its index the other names that `vocabulary.toml` gives a page or a section.
`docs/assets/search.js` finds them in the browser. What a first answer can do without
it loads afterwards: all but the first sentence of each section is in a file of its own.
"""

import json
import logging
import re
import tomllib
from collections.abc import Iterator
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import BasePlugin, CombinedEvent, event_priority
from mkdocs.structure.files import Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page
from mkdocs.utils.templates import TemplateContext

from proof import words
from proof.errors import ProofError
from proof.show import gist, offline

log = logging.getLogger("mkdocs.plugins.proof")
VOCABULARY = "vocabulary.toml"  # beside mkdocs.yml
AT_LINE = re.compile(r"at line (\d+)")
INDEX, REST = "search/search_index.json", "search/search_rest.json"
FIRST = "</p>"  # ends what a section's entry keeps


class Plugin(BasePlugin):
    """Has the search read the gist of each page, and know its other names."""

    @event_priority(-100)  # after the theme's plugin for copies of the site
    def on_config(self, config: MkDocsConfig) -> None:
        """Have such a copy fetch nothing from elsewhere."""
        offline.prepare(config)

    def on_nav(self, nav: Navigation, config: MkDocsConfig, files: Files) -> None:
        """Take notice of where each page lies."""
        pages = (file.page for file in files.documentation_pages())
        self.urls = {page.file.src_uri: page.url for page in pages if page}

    def on_page_content(
        self, html: str, page: Page, config: MkDocsConfig, files: Files
    ) -> str:
        """Have the links of labs lead to files, where pages have no other address."""
        if config.use_directory_urls or not page.file.src_uri.endswith(".ipynb"):
            return html
        return offline.linked(html, page.file, files)

    @event_priority(100)  # before the search reads the page
    def _before(
        self,
        context: TemplateContext,
        page: Page,
        config: MkDocsConfig,
        nav: Navigation,
    ) -> None:
        self.content = page.content
        page.content = gist.read(page.content or "")

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

    @event_priority(-50)  # after the search has written its index
    def on_post_build(self, config: MkDocsConfig) -> None:
        """Add the other names to the index, and divide it; say which lead nowhere."""
        file = Path(config.site_dir, INDEX)
        if not file.is_file():
            return
        index = json.loads(file.read_text("utf-8"))
        entries = {entry["location"]: entry for entry in index["docs"]}
        for error in _add(Path(config.config_file_path).parent, entries, self.urls):
            log.error("%s", error)
        if config.use_directory_urls:  # or it is a copy that is opened from the disk
            rest = dict(_divide(index["docs"]))
            index["config"]["rest"] = Path(REST).name
            _write(Path(config.site_dir, REST), rest)
        _write(file, index)


def _divide(entries: list[dict]) -> Iterator[tuple[str, str]]:
    """Take from each entry what comes after its first sentence; yield it by address."""
    for entry in entries:
        first, end, rest = entry["text"].partition(FIRST)
        if rest.strip():
            entry["text"] = first + end
            yield entry["location"], rest.strip()


def _write(file: Path, data: dict) -> None:
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    file.write_text(text, encoding="utf-8")


def _add(
    root: Path, entries: dict[str, dict], urls: dict[str, str]
) -> Iterator[ProofError]:
    """Put the names into the entries that they are of; tell what is wrong with them."""
    file = root / VOCABULARY
    text = file.read_text("utf-8") if file.is_file() else ""
    try:
        named = tomllib.loads(text)
    except ValueError as error:
        line = AT_LINE.search(str(error))
        number = int(line[1]) if line else 1
        yield ProofError(VOCABULARY, number, words.NO_TOML.format(error))
        return
    for key, names in named.items():
        page, mark, heading = key.partition("#")
        entry = entries.get(f"{urls.get(page)}{mark}{heading}")
        if entry is None:
            problem = words.NAMES_NOTHING
        elif not _are_names(names):
            problem = words.NO_NAMES
        else:
            entry["words"] = names
            continue
        yield ProofError(VOCABULARY, _line(text, key), problem.format(key))


def _are_names(value: object) -> bool:
    return (
        isinstance(value, list)
        and bool(value)
        and all(isinstance(name, str) and name.strip() for name in value)
    )


def _line(text: str, key: str) -> int:
    lines = enumerate(text.split("\n"), 1)
    return next((number for number, line in lines if line.startswith(f'"{key}"')), 1)
