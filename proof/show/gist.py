"""What the search is to find of a page, and to show of it: sentences, no programs."""

import re
from collections.abc import Iterator
from html import escape, unescape

# Headings, and what says something: claims, outputs, rows and entries, paragraphs.
PIECE = re.compile(
    r"""(?sx)
    <h[1-6]\ id="(?P<id>[^"]+)"[^>]*>(?P<title>.*?)</h(?P<level>[1-6])>
    |<p\ class="(?:proof-claim">|admonition-title">(?=“))(?P<claim>.*?)</p>
    |<pre\ class="proof-output(?P<stream>[^"]*)"[^>]*>(?P<output>.*?)</pre>
    |<tr\b[^>]*>(?P<row>.*?)</tr>
    |<(?P<tag>p|li|dt|dd)(?!\ class="(?:proof-|admonition-title))(?:\ [^>]*)?>
        (?P<prose>(?!(?:process|thread)\ \d|\s*<(?:div|section)\b).*?)</(?P=tag)>
    """
)
# What only eyes need, a program, and what its runs were compared by.
GONE = re.compile(
    r"""(?sx)
    <(?P<whole>figure|form|p|pre|section|table)\ [^>]*\bdata-search-exclude\b
        .*?</(?P=whole)>
    |<svg\b.*?</svg>
    |<div\ class="proof-(?:code|recipe).*?</div>
    |<table\ (?:[^>]*\ )?class="proof-(?:compared|outcomes|timings|rows\ proof-report)\b
        .*?</table>
    |<a\ class="headerlink".*?</a>
    |<span\ class="proof-(?:verdict|wrong|platform|reach)\b.*?</span>
    """
)
MARK = re.compile(r"<[^>]*>")
CELL = re.compile(r"(?s)<t[hd]\b[^>]*>(.*?)</t[hd]>")
CODE = re.compile(r"(?s)<code\b[^>]*>(.*?)</code>")
SENTENCE = re.compile(r"(?s)\S.*?(?:[.!?](?=\s)|$)")
VARIES = re.compile(r"0x[0-9a-f]+|(?<![\w.])\d+(?:\.\d+)?(?![\w.])")
FRAME = re.compile(r"Traceback |File \"|[~^]+$")
WORD = re.compile(r"[A-Za-z']{2,}")
# Found in what people paste: a class of an exception, and what such messages say.
TELLS = re.compile(
    r"\w(?:Error|Exception|Warning|Interrupt)\b|\b(?:already|cannot|can't|closed"
    r"|denied|destroyed|hangs?|invalid|killed|must|never|not|only|refused|terminated"
    r"|unavailable|unexpected|unknown)\b"
)
CLOSING = ("recap", "see-also")  # sections that say again what the others say
SENTENCES = 2  # of a section's prose; a claim takes the place of one
WORDS = 3  # of a message, at least
WIDTH = 160  # characters of a printed line, and twice that of standard error


def read(html: str) -> str:
    """The headings of a page, and below each the sentences that tell what is there.

    These are what its programs claim, what is often said, the first ones of its prose,
    a list's and a table's entries, and the messages that its programs printed, each as
    a paragraph.
    """
    parts: list[str] = []
    for heading, told in _sections(GONE.sub("", html)):
        if heading["id"] not in CLOSING:
            title = escape(_plain(heading["title"]), quote=False)
            level = heading["level"]
            parts.append(f'<h{level} id="{heading["id"]}">{title}</h{level}>')
            parts += [f"<p>{escape(one, quote=False)}</p>" for one in told]
    return "\n".join(parts)


def _sections(html: str) -> Iterator[tuple[re.Match, list[str]]]:
    """Each heading with what stands below it, said once; claims come first."""
    heading, pieces = None, []
    for piece in PIECE.finditer(html):
        if piece["id"]:
            if heading:
                yield heading, _told(pieces)
            heading, pieces = piece, []
        else:
            pieces.append(piece)
    if heading:
        yield heading, _told(pieces)


def _told(pieces: list[re.Match]) -> list[str]:
    prose = [piece["prose"] for piece in pieces if piece["tag"] == "p"]
    said = [one for html in prose for one in SENTENCE.findall(_plain(html))]
    claims = dict.fromkeys(_plain(one["claim"]) for one in pieces if one["claim"])
    first = dict.fromkeys(said[: SENTENCES - bool(claims)])
    more: dict[str, None] = {}
    for piece in pieces:
        if piece["output"] is not None:
            failed = "stderr" in piece["stream"]
            more |= dict.fromkeys(_messages(piece["output"], failed))
        elif piece["row"]:
            more |= dict.fromkeys(_cells(piece["row"]))
        elif piece["prose"] and piece["tag"] != "p":
            more |= dict.fromkeys(SENTENCE.findall(_plain(piece["prose"]))[:1])
    return [*(claims | first | more)]


def _cells(row: str) -> Iterator[str]:
    """What a row is about, and what it quotes."""
    cells = CELL.findall(row)
    quoted = [code for cell in cells[1:] for code in CODE.findall(cell)]
    for html in [*cells[:1], *quoted]:
        if WORD.search(text := _plain(html)):
            yield text


def _messages(html: str, failed: bool) -> Iterator[str]:
    """The messages in an output, without what is new in each run."""
    lines = unescape(MARK.sub("", html)).split("\n")
    lines = [" ".join(VARIES.sub("", line).split()) for line in lines]
    if failed:
        lines = [" ".join(line for line in lines if not FRAME.match(line)).strip()]
    for line in lines:
        if failed or (TELLS.search(line) and len(WORD.findall(line)) >= WORDS):
            yield line[-2 * WIDTH :] if failed else line[:WIDTH]


def _plain(html: str) -> str:
    return " ".join(unescape(MARK.sub("", html)).split())
