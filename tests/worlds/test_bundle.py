"""The file of a machine's runs: what it holds, and what is said of one that is bad."""

import hashlib
import json
import os
import random
import zlib
from pathlib import Path

import pytest

from proof.errors import ProofError
from proof.runs import bundle, card
from proof.runs.run import Run
from tests.conftest import Folder

MACHINE = card.own("a machine of tests")


@pytest.fixture
def runs(folder: Folder) -> list[Run]:
    return [folder.run(f"print('{name}')\n", name=name) for name in "ab"]


@pytest.fixture
def place(tmp_path: Path) -> Path:
    """A folder for files that travel."""
    folder = tmp_path / "travelling"
    folder.mkdir()
    return folder


def packed(held: object, kind: str = "proof-runs 1") -> bytes:
    """A file as somebody else might write it, with a right digest."""
    data = zlib.compress(json.dumps(held).encode())
    return f"{kind} {hashlib.sha256(data).hexdigest()}\n".encode() + data


def said(file: Path) -> str:
    with pytest.raises(ProofError) as caught:
        bundle.read(file)
    assert str(caught.value).startswith(f"{file}:1: ")
    return caught.value.problem


def test_what_was_written_is_read(runs, place: Path):
    file = bundle.write(place, MACHINE, runs)
    assert file.name.startswith("a-machine-of-tests-")
    held = bundle.read(file)
    assert held.machine == MACHINE
    assert held.runs == runs
    assert not held.left_out


def test_the_same_runs_are_the_same_file(runs, place: Path):
    first = bundle.write(place, MACHINE, runs)
    assert bundle.write(place, MACHINE, reversed(runs)) == first
    assert bundle.write(place, MACHINE, runs[:1]) != first
    assert len([*place.iterdir()]) == 2


def test_a_bad_file_is_named_with_what_to_do(runs, place: Path):
    file = place / "bad.runs"
    assert "is no file" in said(file)
    os.mkfifo(file)
    assert "is no file" in said(file)
    file.unlink()
    for text in (b"", b"\n", b"hello\n", b"proof-runs\n", b"\xff" * 400):
        file.write_bytes(text)
        assert "is no export of runs" in said(file)
    held = {"machine": MACHINE, "runs": [json.loads(one.to_json()) for one in runs]}
    file.write_bytes(packed(held, "proof-runs 7"))
    assert "is of format 7" in said(file)
    file.write_bytes(packed(held | {"machine": None}))
    assert "does not say on which machine" in said(file)
    file.write_bytes(packed(held | {"machine": {"name": "x"}}))
    assert "does not say on which machine" in said(file)
    for other in ([], {}, held | {"runs": 3}, "text", None):
        file.write_bytes(packed(other))
        assert "was cut or altered" in said(file)


def test_a_run_that_is_none_is_left_out_and_the_rest_is_used(runs, place: Path):
    texts = [json.loads(one.to_json()) for one in runs]
    texts.insert(1, {"stdout": "<script>"})
    file = place / "mixed.runs"
    file.write_bytes(packed({"machine": MACHINE, "runs": texts}))
    held = bundle.read(file)
    assert held.runs == runs
    assert len(held.left_out) == 1
    assert "its run 2 not a run" in str(held.left_out[0])


def test_a_file_that_unpacks_to_too_much_is_left_out(place: Path, monkeypatch):
    monkeypatch.setattr(bundle, "LARGEST", 1 << 20)
    file = place / "large.runs"
    file.write_bytes(packed({"machine": MACHINE, "runs": [" " * (2 << 20)]}))
    assert file.stat().st_size < 1 << 14
    assert "unpacks to more than 1 MiB" in said(file)


def test_a_hundred_damaged_files_are_each_named(runs, place: Path):
    whole = bundle.write(place, MACHINE, runs).read_bytes()
    dice = random.Random(17)
    file = place / "damaged.runs"
    for number in range(100):
        damaged = bytearray(whole)
        if number % 3 == 0:
            del damaged[dice.randrange(len(whole)) :]
        elif number % 3 == 1:
            damaged[dice.randrange(len(whole))] ^= 1 << dice.randrange(8)
        else:
            at = dice.randrange(len(whole))
            damaged[at:at] = dice.randbytes(dice.randrange(1, 50))
        file.write_bytes(damaged)
        assert said(file)


VERSIONS = [
    "3.015.0",
    "3.10.1",
    "3.999.0",
    "2.7.1",
    "3.14",
    "3." + "9" * 5000 + ".1",
    "\n3.14.2\n",
    "3.14.2rc1",
    314,
]


@pytest.mark.parametrize(
    "change",
    [
        {"args": 5},
        {"args": None},
        {"args": [1]},
        {"args": ["x" * 400]},
        {"args": ["two\nlines"]},
        {"interpreter": None},
        {"interpreter": []},
        {"interpreter": {"version": 3.14}},
        {"path": "a\x1b[31m.py"},
        {"snippet": 5},
    ],
    ids=str,
)
def test_an_origin_that_no_page_could_show_is_left_out(runs, place: Path, change: dict):
    values = [json.loads(one.to_json()) for one in runs]
    values[0]["origin"] |= change
    assert left(place, values) == 1


@pytest.mark.parametrize("version", VERSIONS, ids=lambda value: str(value)[:20])
def test_a_version_that_is_none_is_left_out(runs, place: Path, version: object):
    values = [json.loads(one.to_json()) for one in runs]
    values[0]["origin"]["interpreter"]["version"] = version
    assert left(place, values) == 1


@pytest.mark.parametrize(
    "change",
    [
        {"date": "<textarea>"},
        {"date": "2026-01-01"},
        {"date": "2026-01-01T00:00:00"},
        {"label": "a\nb"},
        {"command": ""},
        {"label": "\ud800"},
        {"label": "CPython 3.99.0"},
        {"date": "9999-12-31T00:00:00+00:00"},
        {"date": "2026-01-01T00:00:00+05:00"},
        {"wall": 10**400},
        {"wall": -1.0},
        {"status": 256},
        {"stdout": [[0.1, "said otherwise"]]},
        {"reached": "the moon"},
    ],
    ids=str,
)
def test_a_run_that_no_page_could_show_is_left_out(runs, place: Path, change: dict):
    values = [json.loads(one.to_json()) for one in runs]
    assert left(place, [values[0] | change, values[1]]) == 1


@pytest.mark.parametrize(
    "change",
    [{"load": 10**400}, {"status": 256}, {"origin": 5}, {"remade": 10**400}],
    ids=str,
)
def test_a_sample_that_says_what_its_run_does_not_is_left_out(
    runs, place: Path, change: dict
):
    values = [json.loads(one.to_json()) for one in runs]
    values[0]["samples"][0] |= change
    assert left(place, values) == 1


def test_more_samples_than_any_run_has_are_left_out(runs, place: Path):
    values = [json.loads(one.to_json()) for one in runs]
    values[0]["samples"] *= 2000
    values[1]["origin"]["args"] = [""] * 2000
    assert left(place, values) == 2


@pytest.mark.parametrize(
    "told",
    [
        {"": (1, "\x1b]0;owned\x07")},
        {"": (1, "two\nlines")},
        {"": (-5, "why")},
        {">=3.\x1b": (1, "why")},
        {"": (1, "x" * 501)},
    ],
    ids=str,
)
def test_a_reason_that_no_terminal_could_show_is_damage(place: Path, told: dict):
    file = place / "absent.runs"
    absent = {"topic/a.py": told}
    file.write_bytes(packed({"machine": MACHINE, "runs": [], "absent": absent}))
    assert "was cut or altered" in said(file)


def test_a_run_of_another_system_or_another_python_is_left_out(runs, place: Path):
    values = [json.loads(one.to_json()) for one in runs]
    values[0]["origin"]["machine"]["system"] = "Plan9"
    values[1]["origin"]["interpreter"]["implementation"] = "PyPy"
    assert left(place, values) == 2


def test_a_deep_run_is_left_out(runs, place: Path):
    values = [json.loads(one.to_json()) for one in runs]
    deep: list = []
    for _ in range(600):
        deep = [deep]
    values[0]["origin"]["packages"] = deep
    assert left(place, values) <= 1  # what can be kept is kept


def left(place: Path, values: list) -> int:
    """How many runs of a file are left out; that is one sentence."""
    file = place / "hostile.runs"
    file.write_bytes(packed({"machine": MACHINE, "runs": values}))
    held = bundle.read(file)
    assert len(held.left_out) == (len(held.runs) < len(values))
    assert all("\n" not in str(error) for error in held.left_out)
    return len(values) - len(held.runs)


@pytest.mark.parametrize(
    "change",
    [
        {"name": ""},
        {"name": " "},
        {"name": "x" * 101},
        {"name": "two\nlines"},
        {"name": "\x1b[31m"},
        {"system": "a b"},
        {"architecture": ""},
        {"attested": "x"},
        {"attested": "https://x y"},
        {"memory": "much"},
        {"memory": 10**4000},
        {"cores": -1},
        {"quota": 10**400},
        {"quota": 0.0},
    ],
    ids=str,
)
def test_a_card_that_no_page_could_show_is_none(runs, place: Path, change: dict):
    file = place / "card.runs"
    file.write_bytes(packed({"machine": MACHINE | change, "runs": []}))
    assert "does not say on which machine" in said(file)


def test_too_many_runs_are_one_sentence(place: Path, monkeypatch):
    file = place / "many.runs"
    file.write_bytes(packed({"machine": MACHINE, "runs": [0] * 5000}))
    assert len(bundle.read(file).left_out) == 1
    monkeypatch.setattr(bundle, "MOST", 4999)
    assert "has more than 4999 runs" in said(file)
