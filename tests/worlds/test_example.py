"""The example of use of the data set: its rows are rows of the data set."""

import ast
import csv
import json

import pytest

from proof.programs import snippet
from proof.worlds import dataset, evidence
from proof.worlds.evidence import Place, Verdict
from tests.conftest import BUILD_SECONDS, ROOT, Built

PATH = "data/held_since.py"
ONE = snippet.read(ROOT, PATH)
[TEXT] = [
    node.value
    for node in ast.walk(ONE.parse())
    if isinstance(node, ast.Constant) and str(node.value).startswith("id,")
]
ROWS = list(csv.DictReader(TEXT.splitlines()))


def test_it_has_the_columns_of_the_data_set():
    schema = json.loads(dataset.SCHEMA.read_text("utf-8"))
    row = schema["properties"]["verdicts"]["items"]
    assert [*ROWS[0]] == row["required"]


@pytest.mark.parametrize(
    "row", ROWS, ids=lambda row: f"{row['id']} {row['interpreter']}"
)
def test_a_row_is_of_a_claim_and_right_about_whom_it_is_for(row: dict[str, str]):
    claim = snippet.read(ROOT, f"{row['id']}.py")
    place = Place(row["system"], row["architecture"], row["interpreter"])
    is_not_for_it = not evidence.is_for(claim, place)
    assert (row["verdict"] == Verdict.NOT_FOR_IT) == is_not_for_it


@pytest.mark.timeout(BUILD_SECONDS + 100)
def test_the_rows_are_those_of_this_build_where_it_has_them(built: Built):
    file = built.site / "data" / f"{dataset.NAME}.csv"
    key = ("id", "interpreter", "system", "architecture")
    with open(file, encoding="utf-8", newline="") as opened:
        every = {tuple(row[k] for k in key): row for row in csv.DictReader(opened)}
    seen = 0
    for row in ROWS:
        there = every.get(tuple(row[k] for k in key))
        if there and Verdict.NOT_RUN not in (there["verdict"], row["verdict"]):
            assert there["verdict"] == row["verdict"]
            seen += 1
    assert seen >= 3
