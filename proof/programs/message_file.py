"""What a file of messages says: its tables, each checked, and the lines of faults."""

import re
import tomllib
from itertools import zip_longest
from pathlib import Path

from packaging.specifiers import InvalidSpecifier, SpecifierSet

from proof import words
from proof.errors import ProofError
from proof.programs.message import Message

NEEDED = ("text", "program", "who", "cause", "mend", "link")
KEYS = (*NEEDED, "pythons", "args")
TABLE = re.compile(r"\s*\[\[\s*message\s*\]\]")


def read(root: Path, file: str) -> list[Message | ProofError]:
    """Each message of a file, or what is wrong with it.

    Args:
        root: The project's folder.
        file: Below it.
    """
    try:
        text = (root / file).read_text("utf-8")
        values = tomllib.loads(text)
    except (OSError, ValueError, RecursionError) as error:
        found = re.search(r"at line (\d+)", str(error))
        line = int(found[1]) if found else 1
        return [ProofError(file, line, words.NO_TOML.format(error))]
    tables = values.pop("message", None)
    if values or not isinstance(tables, list) or not tables:
        return [ProofError(file, 1, words.NO_MESSAGES)]
    lines = text.split("\n")
    places = [number for number, line in enumerate(lines, 1) if TABLE.match(line)]
    pairs = zip_longest(tables, places[: len(tables)], fillvalue=1)
    return [_Table(file, lines, line).message(table) for table, line in pairs]


class _Table:
    """One table of a file.

    Args:
        file: Below the project's root.
        lines: All of it.
        line: Where the table begins, from 1.
    """

    def __init__(self, file: str, lines: list[str], line: int) -> None:
        self.file, self.lines, self.line = file, lines, line

    def message(self, table: object) -> Message | ProofError:
        if not isinstance(table, dict):
            return ProofError(self.file, self.line, words.NO_MESSAGES)
        for key in table:
            if key not in KEYS:
                text = words.NO_MESSAGE_KEY.format(key, ", ".join(KEYS))
                return self.wrong(key, text)
        for key in NEEDED:
            if key not in table:
                text = words.MESSAGE_LACKS.format(key)
                return ProofError(self.file, self.line, text)
        args = table.pop("args", None)
        is_list = isinstance(args, list)
        if args is not None and not (
            is_list and all(isinstance(one, str) for one in args)
        ):
            return self.wrong("args", words.MESSAGE_ARGS)
        for key, value in table.items():
            if not isinstance(value, str) or not value.strip() or "\n" in value:
                return self.wrong(key, words.MESSAGE_VALUE.format(key))
        try:
            pythons = SpecifierSet(table.pop("pythons", ""))
        except InvalidSpecifier as error:
            return self.wrong("pythons", words.MESSAGE_PYTHONS.format(error))
        given = tuple(args) if is_list else None
        return Message(self.file, self.line, **table, pythons=pythons, args=given)

    def wrong(self, key: str, problem: str) -> ProofError:
        """Say what is wrong with a key, on its line."""
        return ProofError(self.file, self.line_of(key), problem)

    def line_of(self, key: str) -> int:
        begins = re.compile(rf"""\s*["']?{re.escape(key)}["']?\s*=""")
        for number, line in enumerate(self.lines[self.line :], self.line + 1):
            if TABLE.match(line):
                break
            if begins.match(line):
                return number
        return self.line
