"""What a copy of the site needs that is opened from the disk, without a server.

The theme's plugin makes it. There a page's address is that of its file, a page may
start no worker, and nothing may be fetched from another host.
"""

import posixpath
import re

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files

THEIRS = "unpkg.com/iframe-worker"  # what the theme's plugin takes for a worker
# A notebook's links are addresses already when it is read.
ADDRESS = re.compile(r'href="(?:\.\./)+(?P<path>[\w/-]+)/(?P<anchor>#[^"]*)?"')


def prepare(config: MkDocsConfig) -> None:
    """Load no worker from another host: `docs/assets/site.js` does without."""
    if scripts := config.extra.get("polyfills"):
        config.extra["polyfills"] = [one for one in scripts if THEIRS not in one]


def linked(html: str, page: File, files: Files) -> str:
    """Let the addresses that a page links to be those of files."""

    def target(link: re.Match) -> str:
        path = link["path"]
        for source in (f"{path}.md", f"{path}/index.md", f"{path}.ipynb"):
            if file := files.get_file_from_path(source):
                way = posixpath.relpath(file.url, posixpath.dirname(page.url))
                return f'href="{way}{link["anchor"] or ""}"'
        return link[0]

    return ADDRESS.sub(target, html)
