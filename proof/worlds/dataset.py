"""The data set *python-concurrency-compat*: which claims hold where, for others.

It is one JSON file with a schema of its own, the same rows as CSV, and a feed of
verdicts that have changed.
"""

import csv
import datetime
import io
import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import jsonschema

from proof import words
from proof.errors import ProofError
from proof.programs.snippet import Snippet
from proof.worlds import evidence, feed
from proof.worlds.evidence import Evidence, Place

NAME, VERSION = "python-concurrency-compat", "1.0"
SCHEMA = Path(__file__).with_name("schema.json")
COLUMNS = (
    "id",
    "interpreter",
    "system",
    "architecture",
    "verdict",
    "since",
    "runs",
    "proved",
)


@dataclass
class Claim:
    """A program's claim and all that is known of it.

    Attributes:
        id: Under which it is published, whatever its program is called now.
        found: What its runs say.
    """

    id: str
    snippet: Snippet
    pages: list[str]
    found: list[Evidence] = field(default_factory=list)


def write(folder: Path, claims: list[Claim]) -> None:
    """Write all files of the data set.

    Raises:
        ProofError: Something else lies where the data set belongs.
        OSError: The folder cannot be written to.
    """
    before = _before(folder)
    text = _json(claims)
    files = {
        "json": text,
        "csv": _csv(claims),
        "schema.json": SCHEMA.read_text("utf-8"),
    }
    folder.mkdir(parents=True, exist_ok=True)
    for suffix, content in files.items():
        (folder / f"{NAME}.{suffix}").write_text(content, "utf-8")
    _feed(folder, before, json.loads(text))


def places(claims: list[Claim]) -> list[Place]:
    """Every place in which any program was run, in order."""
    return sorted({one.place for claim in claims for one in claim.found})


def _rows(claims: list[Claim]) -> Iterator[dict]:
    every = places(claims)
    for claim in claims:
        since = evidence.since(claim.snippet, claim.found)
        for place in every:
            there = [one for one in claim.found if one.place == place]
            yield {
                "id": claim.id,
                "interpreter": place.interpreter,
                "system": place.system,
                "architecture": place.architecture,
                "verdict": str(evidence.verdict(claim.snippet, place, there)),
                "since": since,
                "runs": len(there),
                "proved": max((one.date for one in there if one.holds), default=""),
            }


def _json(claims: list[Claim]) -> str:
    about = [
        {
            "id": claim.id,
            "claim": claim.snippet.claim,
            "program": f"snippets/{claim.snippet.path}",
            "pages": claim.pages,
            "requires_python": str(claim.snippet.requires_python),
            "platform": claim.snippet.platform or "",
            "proved": max((one.date for one in claim.found if one.holds), default=""),
        }
        for claim in claims
    ]
    held = {
        "name": NAME,
        "version": VERSION,
        "license": "CC0-1.0",
        "claims": about,
        "verdicts": list(_rows(claims)),
    }
    return json.dumps(held, indent=1) + "\n"


def _csv(claims: list[Claim]) -> str:
    text = io.StringIO()
    table = csv.DictWriter(text, COLUMNS, lineterminator="\n")
    table.writeheader()
    table.writerows(_rows(claims))
    return text.getvalue()


def _before(folder: Path) -> dict:
    """The data set that lies there, which is about to be replaced.

    Raises:
        ProofError: It is none.
    """
    file = folder / f"{NAME}.json"
    try:
        held = json.loads(file.read_text("utf-8"))
        jsonschema.validate(held, json.loads(SCHEMA.read_text("utf-8")))
    except FileNotFoundError:
        return {"verdicts": []}
    except (ValueError, jsonschema.ValidationError) as error:
        said = str(error).splitlines()[0]
        raise ProofError(str(file), 1, words.NO_DATA_SET.format(said)) from None
    return held


def _feed(folder: Path, before: dict, after: dict) -> None:
    """Say what changed since, if there was a data set."""
    file = folder / f"{NAME}.feed.json"
    older = json.loads(file.read_text("utf-8")) if file.exists() else {}
    found = list(feed.changes(before, after)) if before["verdicts"] else []
    about = {claim["id"]: claim["claim"] for claim in after["claims"]}
    date = datetime.datetime.now(datetime.UTC).isoformat(timespec="seconds")
    file.write_text(feed.written(found, about, date, older), "utf-8")
