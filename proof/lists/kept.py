"""What was read of all programs, kept until one of them or the engine changes."""

import hashlib
import json
from collections.abc import Callable, Mapping
from typing import Any

from proof.programs.snippet import Snippet
from proof.runs.texts import Texts
from proof.show.drawn import artist


def each(
    kept: Texts,
    name: str,
    programs: Mapping[str, Snippet],
    read: Callable[[Snippet], Any],
) -> dict[str, Any]:
    """Read something of each program: to parse all takes longer than to draw a list.

    Args:
        kept: Where it is kept.
        name: What is read, as no other list calls it.
        programs: By their paths.
        read: Reads it of one program: something that JSON has.
    """
    sources = {path: one.digest for path, one in programs.items()}
    text = json.dumps([artist(), name, sources])
    key = hashlib.sha256(text.encode()).hexdigest()
    found = kept.get(key)
    if not found:
        told = {path: read(one) for path, one in programs.items()}
        found = kept.put(key, json.dumps(told))
    return json.loads(found)
