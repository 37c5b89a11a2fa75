"""A lab as Markdown: its cells as they are stored, and what they have shown."""

import json
import re
from html import unescape
from pathlib import Path

from proof.show.spoken import fenced

CELL = re.compile(r'<div class="jp-Cell jp-CodeCell')
PRINTED = re.compile(
    r"(?s)jp-RenderedText[^>]*>\s*<pre>(?P<text>.*?)</pre>"
    r"|<figcaption>(?P<caption>.*?)</figcaption>"
    r'|<div class="proof-values"[^>]*>(?P<table>.*?)</div>'
)
TAG = re.compile(r"<[^>]+>")
ROW = re.compile(r"(?s)<tr>(.*?)</tr>")
CELLS = re.compile(r"(?s)<t[hd][^>]*>(.*?)</t[hd]>")


def read(file: Path, html: str) -> str:
    """Write down a lab.

    Args:
        file: The notebook, which has no outputs.
        html: The page that was made of it; in place of a lab that failed it says so.
    """
    try:
        cells = json.loads(file.read_text("utf-8"))["cells"]
    except (OSError, ValueError, KeyError):
        cells = []
    shown = iter(CELL.split(html)[1:])
    parts = []
    for cell in cells:
        text = "".join(cell["source"])
        if cell["cell_type"] == "markdown":
            parts.append(text)
        elif cell["cell_type"] == "code":
            parts += [fenced(text, "python"), *_outputs(next(shown, ""))]
    return "\n\n".join(parts) + "\n"


def _outputs(html: str) -> list[str]:
    found = []
    for output in PRINTED.finditer(html):
        if output["text"] is not None:
            found.append(fenced(_plain(output["text"])))
        elif output["caption"] is not None:
            found.append(_plain(output["caption"]))
        else:
            found.append(_table(output["table"]))
    return found


def _table(html: str) -> str:
    rows = [
        [_plain(cell).replace("|", "\\|") for cell in CELLS.findall(row)]
        for row in ROW.findall(html)
    ]
    rows[1:1] = [["---"] * len(rows[0])] if rows else []
    return "\n".join(f"| {' | '.join(row)} |" for row in rows)


def _plain(html: str) -> str:
    return unescape(TAG.sub("", html)).rstrip()
