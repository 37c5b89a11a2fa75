"""One message that people paste into a search box, and what is known of it."""

import re
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from packaging.specifiers import SpecifierSet

GAP = "{}"  # in a text, for what is another in each run
LONGEST = 60  # characters of an id


@dataclass(frozen=True)
class Message:
    """One exact text, who prints it, and what to do about it.

    Attributes:
        file: Below the project's root.
        line: Of the file, where its table begins.
        text: As it is printed; ``{}`` stands for what varies, within one line.
        program: The snippet whose run prints it, on standard output or error.
        who: Who words it, such as ``"CPython"`` or ``"the kernel"``.
        cause: One sentence.
        mend: What to do, in one.
        link: Where it is proved: a page below ``docs/`` and the id of a heading.
        pythons: The interpreters that print it.
        args: The arguments with which the program prints it; None for any.
    """

    file: str
    line: int
    text: str
    program: str
    who: str
    cause: str
    mend: str
    link: str
    pythons: SpecifierSet
    args: tuple[str, ...] | None = None

    @property
    def family(self) -> str:
        """``"pools"`` for what stands in ``messages/pools.toml``."""
        return Path(self.file).stem

    @property
    def page(self) -> str:
        """The page below ``docs/`` that lists it."""
        return f"symptoms/{self.family}.md"

    @property
    def shown(self) -> str:
        """The text with dots for what varies."""
        return self.text.replace(GAP, "…")

    @property
    def id(self) -> str:
        """The id that it has on its page, of its words."""
        plain = self.text.lower().replace(GAP, " ").replace("'", "")
        slug = re.sub(r"[^a-z0-9]+", "-", plain).strip("-")
        return slug if len(slug) <= LONGEST else slug[:LONGEST].rpartition("-")[0]

    @cached_property
    def pattern(self) -> re.Pattern:
        """Finds it in what was printed, wherever a line ends between its words."""
        parts = [
            r"\s+".join(map(re.escape, re.split(r"\s+", part)))
            for part in self.text.split(GAP)
        ]
        return re.compile(".*?".join(parts))
