"""What MkDocs knows of a site before it draws a page: files, titles, navigation."""

from pathlib import Path

from mkdocs.commands import build
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import get_files, set_exclusions
from mkdocs.structure.nav import get_navigation
from mkdocs.structure.pages import Page

from proof.serve import sources
from proof.serve.sources import Stat
from proof.show.glossary import GLOSSARY

PAGES = (".md", ".ipynb")


class Structure:
    """Gathers it as a build does, and again whenever a file of it changes.

    Args:
        config: MkDocs' configuration, after its own event.

    Attributes:
        pages: By their addresses below the site's, such as ``"locks/races/"``.
        static: Every other file, by its address.
        titles: Of all pages, for they stand in the navigation of each.
        assets: The state of what concerns every page: templates, styles, pictures.
    """

    def __init__(self, config: MkDocsConfig) -> None:
        self.config = config
        # To these, too, plugins add at each of their events.
        self.extra = list(config.extra_css), list(config.extra_javascript)
        # What MkDocs' search plugin does with a page is half of a page's time; the
        # index is made in the background.
        config.plugins.events["page_context"] = [
            method
            for method in config.plugins.events["page_context"]
            if "search" not in type(getattr(method, "__self__", None)).__module__
        ]
        self.env = config.theme.get_env()
        files = get_files(config)
        before = len(files)
        files.add_files_from_theme(self.env, config)
        self.theme = list(files)[before:]
        self.scanned: dict[str, Stat] = {}
        self.update()

    def update(self) -> None:
        """Gather everything anew if anything has changed."""
        scanned = sources.below(Path(self.config.docs_dir))
        if own := self.config.theme.custom_dir:  # the site's own templates
            scanned |= sources.below(Path(own))
        if scanned == self.scanned:
            return
        config = self.config
        config.extra_css[:], config.extra_javascript[:] = self.extra
        files = get_files(config)
        for file in self.theme:
            files.append(file)
        files = config.plugins.on_files(files, config=config)
        set_exclusions(files, config)
        nav = get_navigation(files, config)
        self.nav = config.plugins.on_nav(nav, config=config, files=files)
        documents = files.documentation_pages()
        for file in documents:
            try:
                file.page.read_source(config)
            except Exception:  # said by MkDocs, and again where the page is asked for
                file.page.title = file.name
            if file.src_uri.endswith(".ipynb"):
                title = sources.lab_title(Path(file.abs_src_path))
                file.page.title = title or file.page.title
        self.env = config.plugins.on_env(self.env, config=config, files=files)
        self.files = files
        self.pages = {file.page.url: file.page for file in documents}
        self.static = {
            file.dest_uri: file for file in files if not file.is_documentation_page()
        }
        self.titles = [(url, str(page.title)) for url, page in self.pages.items()]
        self.assets = [one for one in scanned.items() if _is_of_all(one[0])]
        self.scanned = scanned

    def of(self, page: Page) -> object:
        """What a page is drawn from, its programs left out; to be compared."""
        return self.scanned.get(page.file.abs_src_path), self.titles, self.assets

    def draw(self, page: Page) -> str:
        """Draw one page as a build does.

        Raises:
            Exception: Whatever MkDocs or one of its plugins raises.
        """
        build._populate_page(page, self.config, self.files)
        documents = self.files.documentation_pages()
        build._build_page(page, self.config, documents, self.nav, self.env)
        return Path(page.file.abs_dest_path).read_text("utf-8")


def _is_of_all(path: str) -> bool:
    """Whether a file is no page, or one that others quote."""
    return not path.endswith(PAGES) or path.endswith(GLOSSARY)
