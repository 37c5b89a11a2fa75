"""Verdicts that have changed from one data set to the next, as a JSON Feed.

The format is that of https://www.jsonfeed.org/version/1.1/.
"""

import json
from collections.abc import Iterator

from proof import words
from proof.worlds.evidence import Verdict

MOST = 1000  # items that a feed keeps
SCHEMA = {
    "type": "object",
    "required": ["version", "title", "items"],
    "properties": {"items": {"type": "array", "items": {"type": "object"}}},
}
Key = tuple[str, str, str, str]  # id, interpreter, system, architecture


def changes(before: dict, after: dict) -> Iterator[dict]:
    """The rows whose verdict is another one, and what it was.

    Args:
        before: A data set, see `proof.worlds.dataset`; it has rows.
        after: A later one.

    Yields:
        Rows of the later one, with ``was``. A claim in a place that is new has not
        changed, and what was or is not run says nothing.
    """
    old = {_key(row): row["verdict"] for row in before["verdicts"]}
    for row in after["verdicts"]:
        was = old.get(_key(row), Verdict.NOT_RUN)
        if was != row["verdict"] and Verdict.NOT_RUN not in (was, row["verdict"]):
            yield row | {"was": was}


def written(found: list[dict], claims: dict[str, str], date: str, older: dict) -> str:
    """A feed with what has changed, newest first, and what an older one had.

    Args:
        found: What `changes` has yielded.
        claims: What each id says.
        date: Of these changes, ISO 8601.
        older: The feed before, or an empty one.
    """
    new = [
        {
            "id": "/".join([*_key(row), date]),
            "date_published": date,
            "title": words.changed(row),
            "content_text": claims[row["id"]],
        }
        for row in found
    ]
    held = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": words.FEED,
        "items": [*new, *older.get("items", [])][:MOST],
    }
    return json.dumps(held, indent=1) + "\n"


def _key(row: dict) -> Key:
    return row["id"], row["interpreter"], row["system"], row["architecture"]
