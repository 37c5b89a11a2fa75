"""The file of a machine's runs: what it holds, and what is said of one that is bad."""

import hashlib
import json
import random
import zlib
from pathlib import Path

import pytest

from proof.errors import ProofError
from proof.runs.run import Run
from proof.worlds import bundle, card
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
    assert "cannot be read" in said(file)
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
    assert "its run 2 is left out" in str(held.left_out[0])


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
