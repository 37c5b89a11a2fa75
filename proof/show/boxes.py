"""What is often said has an address and a verdict, as an extension of Markdown."""

import re
import xml.etree.ElementTree as etree
from html import unescape

from markdown import Extension, Markdown
from markdown.treeprocessors import Treeprocessor
from markdown.util import HTML_PLACEHOLDER_RE

from proof import words
from proof.rules.markdown import box_id

KIND = "often-said"
MARK = re.compile(r"<[^>]*>")


class _Boxes(Treeprocessor):
    def run(self, root: etree.Element) -> None:
        for box in root.iter("div"):
            kinds = box.get("class", "").split()
            title = box.find("p[@class='admonition-title']")
            if KIND not in kinds or title is None:
                continue
            said = HTML_PLACEHOLDER_RE.sub(self._code, "".join(title.itertext()))
            box.set("id", box_id(unescape(said)))
            for verdict in words.SAID.keys() & kinds:
                _write(title, " ")
                label = etree.SubElement(title, "span")
                label.set("class", f"proof-belief proof-belief-{verdict}")
                label.text = words.SAID[verdict]

    def _code(self, kept: re.Match) -> str:
        """What another extension has put aside: code, with its colours."""
        return MARK.sub("", str(self.md.htmlStash.rawHtmlBlocks[int(kept[1])]))


def _write(element: etree.Element, text: str) -> None:
    if len(element):
        element[-1].tail = (element[-1].tail or "") + text
    else:
        element.text = (element.text or "") + text


class Boxes(Extension):
    """Gives each box an id, made from what is said, and its verdict in words."""

    def extendMarkdown(self, md: Markdown) -> None:
        """Take part when all text is in place, and before MkDocs looks for ids."""
        md.treeprocessors.register(_Boxes(md), "proof-boxes", 7)


def makeExtension(**options: object) -> Boxes:
    """What Markdown asks for by the module's name."""
    return Boxes(**options)
