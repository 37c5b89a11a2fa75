"""A snippet's header: inline script metadata as PEP 723 defines it.

The engine's own keys stand in its table ``[tool.proof]``.
"""

import re
import signal
import tomllib

from packaging.requirements import InvalidRequirement, Requirement
from packaging.specifiers import InvalidSpecifier, SpecifierSet

from proof.errors import ProofError

# PEP 723's reference expression, for blocks of the type "script" alone.
BLOCK = re.compile(
    r"(?m)^# /// script[ \t]*\n(?P<body>(?:^#(?: .*)?\n)+?)^# ///[ \t]*$\n?"
)
WRONG = ("races", "deadlocks", "raises", "leaks", "hangs")
PLATFORMS = ("linux", "darwin")


def read(source: str, file: str) -> tuple[tuple[int, int] | None, dict]:
    """Read and check the header of a snippet.

    Args:
        source: The snippet's text.
        file: Its path, for messages.

    Returns:
        The first and last line of the header, or None where there is none, and the
        fields of `proof.programs.snippet.Snippet` that it sets.

    Raises:
        ProofError: The header is malformed, or a key is unknown or has a wrong value.
    """
    blocks = list(BLOCK.finditer(source))
    if not blocks and (opening := re.search(r"(?m)^# /// script", source)):
        line = source[: opening.start()].count("\n") + 1
        raise ProofError(file, line, "the header has no closing line '# ///'; add it")
    if len(blocks) > 1:
        line = source[: blocks[1].start()].count("\n") + 1
        raise ProofError(file, line, "has a second header; keep one")
    if not blocks:
        return None, _Checks(file, source, 1).fields({})
    first = source[: blocks[0].start()].count("\n") + 1
    last = first + blocks[0].group().rstrip("\n").count("\n")
    metadata = _toml(blocks[0]["body"], file, first)
    return (first, last), _Checks(file, source, first).fields(metadata)


def _toml(body: str, file: str, first: int) -> dict:
    text = "".join(line[2:] or "\n" for line in body.splitlines(keepends=True))
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        found = re.search(r"at line (\d+)", str(error))
        line = first + (int(found[1]) if found else 1)
        raise ProofError(
            file, line, f"the header is not valid TOML: {error}; correct it"
        ) from None


class _Checks:
    """Checks the metadata of one snippet, key by key."""

    def __init__(self, file: str, source: str, first: int) -> None:
        self.file = file
        self.lines = source.splitlines()
        self.first = first

    def fields(self, metadata: dict) -> dict:
        self.known(metadata, ("requires-python", "dependencies", "tool"), "the header")
        # Tables of other tools are none of ours.
        keys = metadata.get("tool", {}).get("proof", {})
        checks = {
            "expect": self.expect,
            "limit": self.seconds,
            "stderr": self.regex,
            "linger": self.seconds,
            "args": self.args,
            "pythons": self.pythons,
            "needs": self.executables,
            "quiet": self.flag,
            "repeat": self.count,
            "platform": lambda k, v: self.one_of(k, v, PLATFORMS),
            "wrong": lambda k, v: self.one_of(k, v, WRONG),
        }
        self.known(keys, checks, "[tool.proof]")
        return {
            "requires_python": self.specifier(metadata.get("requires-python", "")),
            "dependencies": self.requirements(metadata.get("dependencies", [])),
            **{key: checks[key](key, value) for key, value in keys.items()},
        }

    def fail(self, key: str, problem: str) -> ProofError:
        pattern = re.compile(rf"#\s*\[?{re.escape(key)}\b")
        numbered = enumerate(self.lines[self.first - 1 :], self.first)
        line = next((n for n, text in numbered if pattern.match(text)), self.first)
        return ProofError(self.file, line, problem)

    def known(self, table: dict, names, where: str) -> None:
        for key in table:
            if key not in names:
                raise self.fail(
                    key, f"{where} has no key {key!r}; it knows {', '.join(names)}"
                )

    def specifier(self, value: object) -> SpecifierSet:
        try:
            return SpecifierSet(value)
        except (InvalidSpecifier, TypeError, AttributeError):
            raise self.fail(
                "requires-python",
                f'requires-python = {value!r} is no version range; write ">=3.11"',
            ) from None

    def requirements(self, value: object) -> tuple[Requirement, ...]:
        try:
            if self.strings(value):
                return tuple(Requirement(item) for item in value)
            problem = f"{value!r} is none"
        except InvalidRequirement as error:
            problem = str(error)
        raise self.fail(
            "dependencies", f'dependencies takes a list like ["redis"]: {problem}'
        )

    def expect(self, key: str, value: object) -> int | str:
        names = {member.name for member in signal.Signals}
        code = isinstance(value, int) and not isinstance(value, bool)
        if (code and 0 <= value <= 255) or value == "hang" or value in names:
            return value
        raise self.fail(
            key,
            f"expect = {value!r} is neither an exit code from 0 to 255, nor the name "
            'of a signal such as "SIGSEGV", nor "hang"',
        )

    def seconds(self, key: str, value: object) -> float:
        number = isinstance(value, int | float) and not isinstance(value, bool)
        if number and 0 < value <= 60:
            return float(value)
        raise self.fail(key, f"{key} = {value!r} is no number of seconds, up to 60")

    def count(self, key: str, value: object) -> int:
        if type(value) is int and 2 <= value <= 1000:
            return value
        raise self.fail(key, f"{key} = {value!r} is no number of runs from 2 to 1000")

    def regex(self, key: str, value: object) -> str:
        try:
            re.compile(value)
        except (re.error, TypeError, OverflowError, RecursionError) as error:
            raise self.fail(
                key, f"{key} = {value!r} is no regular expression: {error}"
            ) from None
        return value

    def args(self, key: str, value: object) -> tuple[tuple[str, ...], ...]:
        rows = isinstance(value, list) and value
        if rows and all(self.strings(row) for row in value):
            return tuple(tuple(row) for row in value)
        raise self.fail(
            key, f'{key} takes a list of lists of words, like [["fork"], ["spawn"]]'
        )

    def pythons(self, key: str, value: object) -> tuple[str, ...]:
        if self.strings(value) and all(
            re.fullmatch(r"3\.\d+t?", item) for item in value
        ):
            return tuple(value)
        raise self.fail(key, f'{key} takes a list of versions, like ["3.13", "3.14t"]')

    def executables(self, key: str, value: object) -> tuple[str, ...]:
        if self.strings(value) and all(
            re.fullmatch(r"[a-z0-9][a-z0-9+.-]*", item) for item in value
        ):
            return tuple(value)
        raise self.fail(
            key, f'{key} takes a list of programs on PATH, like ["redis-server"]'
        )

    def flag(self, key: str, value: object) -> bool:
        if isinstance(value, bool):
            return value
        raise self.fail(key, f"{key} = {value!r} is neither true nor false")

    def one_of(self, key: str, value: object, choices: tuple[str, ...]) -> str:
        if value in choices:
            return value
        raise self.fail(key, f"{key} = {value!r} is none of {', '.join(choices)}")

    @staticmethod
    def strings(value: object) -> bool:
        return isinstance(value, list) and all(isinstance(item, str) for item in value)
