"""What the keys of a snippet's header may say."""

import re
from reprlib import Repr

from packaging.requirements import InvalidRequirement, Requirement
from packaging.specifiers import InvalidSpecifier, SpecifierSet

from proof.errors import ProofError
from proof.programs import signals

KINDS = ("plain", "recipe", "proof", "symptom", "timing")
WRONG = ("races", "deadlocks", "raises", "leaks", "hangs")
PLATFORMS = ("linux", "darwin")
REACH = ("mount", "cgroup", "network", "perf", "terminal")

_SHORT = Repr()  # of a value in a message
_SHORT.maxstring = _SHORT.maxother = 60


class Checks:
    """Checks the metadata of one snippet, key by key.

    Args:
        file: The snippet, for messages.
        lines: The lines of its header.
        first: The number of the first of them.
    """

    def __init__(self, file: str, lines: list[str], first: int) -> None:
        self.file = file
        self.lines = lines
        self.first = first

    def fields(self, metadata: dict) -> dict:
        """The fields of `proof.programs.snippet.Snippet` that the header sets.

        Raises:
            ProofError: A key is unknown, or has a wrong value.
        """
        self.known(metadata, ("requires-python", "dependencies", "tool"), "the header")
        # Tables of other tools are none of ours.
        tools = self.table("tool", metadata.get("tool", {}), "[tool.proof]")
        keys = self.table("proof", tools.get("proof", {}), "[tool.proof]")
        checks = {
            "expect": self.expect,
            "limit": self.seconds,
            "stderr": self.regex,
            "linger": self.seconds,
            "args": self.args,
            "recorded": self.args,
            "pythons": self.pythons,
            "needs": self.executables,
            "group": self.group,
            "quiet": self.flag,
            "repeat": self.count,
            "platform": lambda k, v: self.one_of(k, v, PLATFORMS),
            "wrong": lambda k, v: self.one_of(k, v, WRONG),
            "reach": self.reach,
            "kind": lambda k, v: self.one_of(k, v, KINDS),
        }
        self.known(keys, checks, "[tool.proof]")
        return {
            "requires_python": self.specifier(metadata.get("requires-python", "")),
            "dependencies": self.requirements(metadata.get("dependencies", [])),
            **{key: checks[key](key, value) for key, value in keys.items()},
        }

    def fail(self, key: str, problem: str) -> ProofError:
        # It may be written bare, quoted, dotted, or as the name of a table.
        pattern = re.compile(rf"""#\s*\[*(?:[\w.]+\.)?["']?{re.escape(key)}(?![\w-])""")
        numbered = enumerate(self.lines, self.first)
        line = next((n for n, text in numbered if pattern.match(text)), self.first)
        return ProofError(self.file, line, problem)

    def wrong(self, key: str, value: object, problem: str) -> ProofError:
        return self.fail(key, f"{key} = {_short(value)} {problem}")

    def table(self, key: str, value: object, written: str) -> dict:
        if isinstance(value, dict):
            return value
        problem = f"is no table; write {written} and keys below"
        raise self.wrong(key, value, problem)

    def known(self, table: dict, names, where: str) -> None:
        for key in table:
            if key not in names:
                raise self.fail(
                    key, f"{where} has no key {key!r}; it knows {', '.join(names)}"
                )

    def specifier(self, value: object) -> SpecifierSet:
        try:
            if isinstance(value, str):
                return SpecifierSet(value)
        except InvalidSpecifier:
            pass
        problem = 'is no version range; write ">=3.11"'
        raise self.wrong("requires-python", value, problem)

    def requirements(self, value: object) -> tuple[Requirement, ...]:
        try:
            if self.strings(value):
                return tuple(Requirement(item) for item in value)
            problem = f"{_short(value)} is none"
        except InvalidRequirement as error:
            problem = str(error)
        raise self.fail(
            "dependencies", f'dependencies takes a list like ["redis"]: {problem}'
        )

    def expect(self, key: str, value: object) -> int | str:
        code = isinstance(value, int) and not isinstance(value, bool)
        word = isinstance(value, str) and value in {"hang", *signals.NAMES}
        if word or (code and 0 <= value <= 255):
            return value
        problem = (
            "is neither an exit code from 0 to 255, nor the name of a signal such "
        )
        raise self.wrong(key, value, problem + 'as "SIGSEGV", nor "hang"')

    def seconds(self, key: str, value: object) -> float:
        number = isinstance(value, int | float) and not isinstance(value, bool)
        if number and 0 < value <= 60:
            return float(value)
        raise self.wrong(key, value, "is no number of seconds, up to 60")

    def count(self, key: str, value: object) -> int:
        if type(value) is int and 2 <= value <= 1000:
            return value
        raise self.wrong(key, value, "is no number of runs from 2 to 1000")

    def regex(self, key: str, value: object) -> str:
        try:
            re.compile(value)
        except (re.error, TypeError, OverflowError, RecursionError) as error:
            problem = f"is no regular expression: {error}"
            raise self.wrong(key, value, problem) from None
        return value

    def args(self, key: str, value: object) -> tuple[tuple[str, ...], ...]:
        rows = isinstance(value, list) and value
        if not rows or not all(self.strings(row) for row in value):
            raise self.fail(
                key, f'{key} takes a list of lists of words, like [["fork"], ["spawn"]]'
            )
        if any("\0" in word for row in value for word in row):
            raise self.fail(
                key, f"{key} has a word with a NUL, which no command line can; omit it"
            )
        return tuple(tuple(row) for row in value)

    def pythons(self, key: str, value: object) -> tuple[str, ...]:
        if self.strings(value) and all(
            re.fullmatch(r"3\.\d+t?", item) for item in value
        ):
            return tuple(value)
        raise self.fail(key, f'{key} takes a list of versions, like ["3.13", "3.14t"]')

    def executables(self, key: str, value: object) -> tuple[str, ...]:
        if self.strings(value) and all(
            re.fullmatch(r"[A-Za-z0-9][A-Za-z0-9+.-]*", item) for item in value
        ):
            return tuple(value)
        problem = f'{key} takes a list of programs on PATH, like ["redis-server"]'
        raise self.fail(key, problem)

    def group(self, key: str, value: object) -> str:
        if isinstance(value, str) and re.fullmatch(r"[a-z][a-z-]*", value):
            return value
        raise self.wrong(key, value, "is no group of pyproject.toml")

    def reach(self, key: str, value: object) -> tuple[str, ...]:
        if self.strings(value) and set(value) <= set(REACH):
            return tuple(dict.fromkeys(value))
        raise self.fail(key, f"{key} takes a list of some of {', '.join(REACH)}")

    def flag(self, key: str, value: object) -> bool:
        if isinstance(value, bool):
            return value
        raise self.wrong(key, value, "is neither true nor false")

    def one_of(self, key: str, value: object, choices: tuple[str, ...]) -> str:
        if value in choices:
            return value
        raise self.wrong(key, value, f"is none of {', '.join(choices)}")

    @staticmethod
    def strings(value: object) -> bool:
        return isinstance(value, list) and all(isinstance(item, str) for item in value)


def _short(value: object) -> str:
    """A value as a message shows it."""
    try:
        return _SHORT.repr(value)
    except ValueError:  # an integer of more digits than Python prints
        return "a number without end"
