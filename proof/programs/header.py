"""A snippet's header: inline script metadata as PEP 723 defines it.

The engine's own keys stand in its table ``[tool.proof]``.
"""

import re
import tomllib

from proof.errors import ProofError
from proof.programs.checks import Checks

# PEP 723's reference expression, for blocks of the type "script" alone.
OPENING = re.compile(r"(?m)^# /// script[ \t]*$")
BLOCK = re.compile(rf"{OPENING.pattern}\n(?P<body>(?:^#(?: .*)?\n)*?)^# ///[ \t]*$\n?")


def read(text: str, file: str) -> tuple[tuple[int, int] | None, dict]:
    """Read and check the header of a snippet.

    Args:
        text: The snippet's text; a line feed ends each line.
        file: Its path, for messages.

    Returns:
        The first and last line of the header, or None where there is none, and the
        fields of `proof.programs.snippet.Snippet` that it sets.

    Raises:
        ProofError: The header is malformed, or a key is unknown or has a wrong value.
    """
    blocks = list(BLOCK.finditer(text))
    if not blocks and (opening := OPENING.search(text)):
        line = text[: opening.start()].count("\n") + 1
        raise ProofError(file, line, "the header has no closing line '# ///'; add it")
    if len(blocks) > 1:
        line = text[: blocks[1].start()].count("\n") + 1
        raise ProofError(file, line, "has a second header; keep one")
    if not blocks:
        return None, Checks(file, [], 1).fields({})
    first = text[: blocks[0].start()].count("\n") + 1
    lines = blocks[0].group().rstrip("\n").split("\n")
    metadata = _toml(blocks[0]["body"], file, first)
    last = first + len(lines) - 1
    return (first, last), Checks(file, lines, first).fields(metadata)


def _toml(body: str, file: str, first: int) -> dict:
    text = "".join(f"{line[2:]}\n" for line in body.split("\n"))
    try:
        return tomllib.loads(text)
    except RecursionError:
        problem = "the header nests too deeply; make it flat"
        raise ProofError(file, first, problem) from None
    except ValueError as error:  # tomllib's own, or int's for a number without end
        found = re.search(r"at line (\d+)", str(error))
        line = first + (int(found[1]) if found else 1)
        problem = f"the header is not valid TOML: {error}; correct it"
        raise ProofError(file, line, problem) from None
