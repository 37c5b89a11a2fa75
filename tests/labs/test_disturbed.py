"""A lab says so where others disturbed what it measures, and is executed anew."""

import sys

import pytest

from proof import words
from proof.errors import ProofError
from proof.labs import disturbed, lab
from proof.programs import interpreters
from tests.conftest import Folder, burners
from tests.show.test_withheld import FAILS, QUIET, record

pytestmark = pytest.mark.skipif(
    sys.platform != "linux", reason="others are known on Linux alone"
)


def test_a_disturbed_run_says_so_in_the_cell(folder: Folder, capsys):
    path = folder.snippet("topic/x.py", QUIET)
    with burners(2):
        assert lab.lines(lab.run(path)) == ["it took 987 ms"]
    assert capsys.readouterr().out == f"{words.LAB_FIGURES}\n"


def test_a_recording_stands_in_for_a_disturbed_run(folder: Folder, capsys):
    path = folder.snippet("topic/x.py", QUIET)
    record(folder, path, interpreters.current().name, "as it was")
    with burners(2):
        assert lab.lines(lab.run(path)) == ["as it was"]
    assert capsys.readouterr().out == f"{words.LAB_INSTEAD}\n"


def test_one_that_failed_only_where_others_disturbed_it_is_no_failure(
    folder: Folder, capsys
):
    path = folder.snippet("topic/x.py", FAILS)
    with burners(2), pytest.raises(ProofError, match="ended with exit code 1"):
        lab.run(path)
    record(folder, path, interpreters.current().name, "as it was")
    with burners(2):
        assert lab.lines(lab.run(path)) == ["as it was"]
    assert capsys.readouterr().out == f"{words.LAB_INSTEAD}\n"


def test_a_disturbed_run_is_not_published(folder: Folder, monkeypatch):
    path = folder.snippet("topic/x.py", QUIET)
    monkeypatch.setenv("PROOF_PUBLISH", "1")
    with burners(2), pytest.raises(ProofError, match="was disturbed by other programs"):
        lab.run(path)


def test_what_is_kept_of_a_disturbed_lab_goes_when_the_machine_is_calm(
    tmp_path, monkeypatch
):
    calm, loud = tmp_path / "calm", tmp_path / "loud"
    for folder, said in ((calm, "fine"), (loud, f"<p>{words.LAB_FIGURES}</p>")):
        folder.mkdir()
        disturbed.note(folder, said)
        disturbed.forget(folder)
        assert folder.exists()
    monkeypatch.setattr(disturbed, "_noted", set())  # as in the next builder
    # Nobody can promise that the machine on which this is tested is calm.
    for is_calm in (False, True):
        assert loud.exists()
        monkeypatch.setattr(disturbed, "_is_calm", lambda calm=is_calm: calm)
        for folder in (calm, loud):
            disturbed.forget(folder)
    assert calm.exists()
    assert not loud.exists()
