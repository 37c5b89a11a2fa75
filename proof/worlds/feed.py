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
    "properties": {
        "items": {"type": "array", "items": {"type": "object"}},
        # Of claims that are not run any more, until they are run again. The format
        # leaves names that begin with an underscore to whoever writes a feed.
        "_last": {
            "type": "array",
            "items": {
                "type": "array",
                "items": {"type": "string"},
                "minItems": 5,
                "maxItems": 5,
            },
        },
    },
}
Key = tuple[str, str, str, str]  # id, interpreter, system, architecture
Known = dict[Key, str]  # the last verdict that runs gave


def known(before: dict, older: dict) -> Known:
    """What was last known of each claim in each place.

    Args:
        before: A data set, see `proof.worlds.dataset`, or an empty one.
        older: Its feed, or an empty one.
    """
    last = {tuple(key): verdict for *key, verdict in older.get("_last", [])}
    return last | _verdicts(before)


def changes(known: Known, after: dict) -> Iterator[dict]:
    """The rows whose verdict is another one, and what it was.

    Args:
        known: Before.
        after: A data set.

    Yields:
        Rows of the data set, with ``was``. A claim in a place that is new has not
        changed, and what is not run says nothing.
    """
    for row in after["verdicts"]:
        was = known.get(_key(row), row["verdict"])
        if row["verdict"] not in (was, Verdict.NOT_RUN):
            yield row | {"was": was}


def written(known: Known, after: dict, date: str, older: dict) -> str:
    """A feed with what has changed, newest first, and what an older one had.

    Args:
        known: Before.
        after: The data set that it is written with.
        date: Of that, ISO 8601.
        older: The feed before, or an empty one.
    """
    claims = {claim["id"]: claim["claim"] for claim in after["claims"]}
    there = _verdicts(after)
    lost = {key: known[key] for key in known if key not in there and key[0] in claims}
    new = [
        {
            "id": "/".join([*_key(row), date]),
            "date_published": date,
            "title": words.changed(row),
            "content_text": claims[row["id"]],
        }
        for row in changes(known, after)
    ]
    held = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": words.FEED,
        "items": [*new, *older.get("items", [])][:MOST],
        "_last": [[*key, verdict] for key, verdict in sorted(lost.items())],
    }
    return json.dumps(held, indent=1) + "\n"


def _verdicts(held: dict) -> Known:
    """Those that a data set has of runs, or needs none for."""
    return {
        _key(row): row["verdict"]
        for row in held.get("verdicts", [])
        if row["verdict"] != Verdict.NOT_RUN
    }


def _key(row: dict) -> Key:
    return row["id"], row["interpreter"], row["system"], row["architecture"]
