"""The data set *python-concurrency-compat*: which claims hold where, for others.

It is one JSON file with a schema of its own, the same rows as CSV, and a feed of
verdicts that have changed.
"""

import csv
import datetime
import io
import json
from collections import defaultdict
from dataclasses import dataclass, field
from pathlib import Path

import fastjsonschema

from proof import words
from proof.errors import ProofError
from proof.programs.snippet import Snippet
from proof.runs.store import write as write_file
from proof.worlds import evidence, feed
from proof.worlds.evidence import Evidence, Place

NAME, VERSION = "python-concurrency-compat", "1.0"
SUFFIXES = ("feed.json", "schema.json", "csv", "json")
SCHEMA = Path(__file__).with_name("schema.json")


@dataclass
class Claim:
    """A program's claim and all that is known of it.

    Attributes:
        id: Under which it is published, whatever its program is called now.
        text: One sentence.
        snippet: The program.
        pages: That show it.
        found: What its runs say.
    """

    id: str
    text: str
    snippet: Snippet
    pages: list[str]
    found: list[Evidence] = field(default_factory=list)


def write(folder: Path, claims: list[Claim]) -> list[str]:
    """Write all files of the data set; where one cannot be written, the old ones stay.

    Returns:
        The ids of the data set that was there which this one has no more.

    Raises:
        ProofError: The folder cannot be written to, something else lies where the data
            set belongs, or what was to be written is none.
    """
    held = _held(claims)
    schema = SCHEMA.read_text("utf-8")
    try:
        fastjsonschema.compile(json.loads(schema))(held)
    except fastjsonschema.JsonSchemaValueException as error:
        said = error.message[:200]
        raise ProofError(str(folder), 1, words.NOT_WRITTEN.format(said)) from None
    table, text = _csv(held["verdicts"]), json.dumps(held, indent=1) + "\n"
    before = _there(folder / f"{NAME}.json", json.loads(schema))
    texts = (_feed(folder, before, held), schema, table, text)
    for suffix, text in zip(SUFFIXES, texts, strict=True):
        file = folder / f"{NAME}.{suffix}"
        try:
            write_file(file, text.encode())
            file.chmod(0o644)
        except OSError as error:
            text = words.CANNOT_WRITE.format(error.strerror)
            raise ProofError(str(file), 1, text) from None
    after = {claim.id for claim in claims}
    return [one["id"] for one in before.get("claims", []) if one["id"] not in after]


def places(claims: list[Claim]) -> list[Place]:
    """Every place in which any program was run, in order."""
    return sorted({one.place for claim in claims for one in claim.found})


def by_place(claim: Claim) -> dict[Place, list[Evidence]]:
    """What is known of a claim, by where it was tried."""
    found: dict[Place, list[Evidence]] = defaultdict(list)
    for one in claim.found:
        found[one.place].append(one)
    return found


def _held(claims: list[Claim]) -> dict:
    return {
        "name": NAME,
        "version": VERSION,
        "license": "CC0-1.0",
        "claims": [_about(claim) for claim in claims],
        "verdicts": _rows(claims),
    }


def _about(claim: Claim) -> dict:
    return {
        "id": claim.id,
        "claim": claim.text,
        "program": claim.snippet.file,
        "pages": claim.pages,
        "requires_python": str(claim.snippet.requires_python),
        "platform": claim.snippet.platform or "",
        "proved": max((one.date for one in claim.found if one.holds), default=""),
    }


def _rows(claims: list[Claim]) -> list[dict]:
    every = places(claims)
    rows = []
    for claim in claims:
        by = by_place(claim)
        since = {
            kind: evidence.since(claim.snippet, kind, claim.found)
            for kind in {place.kind for place in every}
        }
        for place in every:
            there = by[place]
            row = {
                "id": claim.id,
                "interpreter": place.interpreter,
                "system": place.system,
                "architecture": place.architecture,
                "verdict": str(evidence.verdict(claim.snippet, place, there)),
                "since": since[place.kind],
                "runs": len(there),
                "proved": max((one.date for one in there if one.holds), default=""),
            }
            rows.append(row)
    return rows


def _csv(rows: list[dict]) -> str:
    text = io.StringIO()
    schema = json.loads(SCHEMA.read_text("utf-8"))
    columns = schema["properties"]["verdicts"]["items"]["required"]
    table = csv.DictWriter(text, columns, lineterminator="\n")
    table.writeheader()
    table.writerows(rows)
    return text.getvalue()


def _feed(folder: Path, before: dict, after: dict) -> str:
    """The feed that was there, and what has changed since the data set that was.

    Raises:
        ProofError: What lies there is no feed.
    """
    older = _there(folder / f"{NAME}.feed.json", feed.SCHEMA)
    date = datetime.datetime.now(datetime.UTC).isoformat(timespec="seconds")
    return feed.written(feed.known(before, older), after, date, older)


def _there(file: Path, schema: dict) -> dict:
    """A file that is about to be replaced; nothing where there is none."""
    try:
        held = json.loads(file.read_text("utf-8"))
        fastjsonschema.compile(schema)(held)
    except FileNotFoundError:
        return {}
    except (OSError, ValueError, RecursionError) as error:  # the schema's are, too
        said = str(error).splitlines()[0][:100]
        raise ProofError(str(file), 1, words.NO_DATA_SET.format(said)) from None
    return held
