"""Runs leave one project and come to another, which has its own runs."""

import itertools
import json
import os
import re
import time
from pathlib import Path

import pytest

from proof.programs import snippet
from proof.runs import bundle, card
from proof.runs.run import Run
from proof.runs.store import UNUSED
from proof.worlds.kept import Kept
from tests.conftest import Folder


def machine(name: str, **more: object) -> card.MachineCard:
    return card.own(name) | more


@pytest.fixture
def runs(folder: Folder) -> list[Run]:
    return [folder.run(f"print('{name}')\n", name=name) for name in "ab"]


def held(folder: Folder) -> dict[str, list[tuple[str, str]]]:
    """The machines that have run each program, with what it printed first there."""
    kept = Kept(folder.project)
    machines = kept.machines()
    found = {}
    for path in folder.project.snippets():
        digest = snippet.read(folder.root, path).digest
        found[path] = sorted(
            (world.machine["name"], "".join(text for _, text in world.run.stdout))
            for world in kept.of(digest, machines)
        )
    return found


def test_what_is_exported_comes_back(folder: Folder):
    folder.snippet("topic/a.py", "print('out')\n")
    folder.snippet("topic/fails.py", "raise SystemExit(3)\n")
    answer = folder.proof("export", "there", "--name", "here")
    assert answer.returncode == 0, answer.stdout
    assert "2 runs, 1 of which failed" in answer.stdout
    [file] = (folder.root / "there").iterdir()
    answer = folder.proof("import", "there")
    assert answer.returncode == 0, answer.stdout
    assert f"there/{file.name}: 2 runs of here, 2 of them new" in answer.stdout
    again = folder.proof("import", str(file))
    assert "2 runs of here, 0 of them new" in again.stdout
    assert held(folder)["topic/a.py"] == [("here", "out")]


def test_order_and_repetition_do_not_matter(folder: Folder, runs: list[Run]):
    files = [
        bundle.write(folder.root / "there", machine("one", cores=1), runs),
        bundle.write(folder.root / "there", machine("two", release="9"), runs[:1]),
        bundle.write(folder.root / "there", machine("two", release="9"), runs[1:]),
    ]
    every = []
    for number, order in enumerate(itertools.permutations(files)):
        store = str(folder.root / f"store{number}")
        words = [str(file) for file in (*order, *order[:number])]
        answer = folder.proof("import", *words, PROOF_STORE=store)
        assert answer.returncode == 0, answer.stdout
        there = Path(store) / "worlds"
        every.append(sorted(str(path.relative_to(there)) for path in there.rglob("*")))
    assert all(one == every[0] for one in every)
    assert len(every[0]) == 2 + 1 + 2 + 4  # cards, folders, and runs


def test_a_bad_file_is_named_and_the_rest_is_used(folder: Folder, runs: list[Run]):
    there = folder.root / "there"
    good = bundle.write(there, machine("good"), runs)
    bad = there / "bad.runs"
    bad.write_bytes(good.read_bytes()[:-1])
    assert folder.proof("import", str(good)).returncode == 0
    before = state(folder.root / "store")
    answer = folder.proof("import", "there/bad.runs", "nowhere.runs")
    assert answer.returncode == 1
    assert "there/bad.runs:1: was cut or altered" in answer.stdout
    assert "nowhere.runs:1: is no file" in answer.stdout
    assert state(folder.root / "store") == before
    answer = folder.proof("import", "there")
    assert answer.returncode == 1
    assert "2 runs of good, 0 of them new" in answer.stdout
    assert held(folder) == {f"topic/{name}.py": [("good", name)] for name in "ab"}


def test_runs_of_other_programs_are_left_out(folder: Folder, runs: list[Run]):
    file = bundle.write(folder.root / "there", machine("good"), runs)
    folder.snippet("topic/a.py", "print('another')\n")
    (folder.root / "snippets" / "topic" / "b.py").unlink()
    answer = folder.proof("import", str(file))
    assert answer.returncode == 1
    assert "of 1 program that changed since: topic/a.py" in answer.stdout
    assert "of 1 program that this project does not have: topic/b.py" in answer.stdout
    assert "0 runs of good" in answer.stdout
    assert held(folder) == {"topic/a.py": []}


def test_two_machines_of_one_name_are_told_apart(folder: Folder, runs: list[Run]):
    for cores in (2, 4):
        bundle.write(folder.root / "there", machine("mine", cores=cores), runs)
    answer = folder.proof("import", "there")
    assert answer.returncode == 0
    assert "of another machine that is called 'mine', too" in answer.stdout
    assert len(Kept(folder.project).machines()) == 2


def state(place: Path) -> dict[str, bytes]:
    """What lies in a folder, file by file."""
    return {str(file): file.read_bytes() for file in place.rglob("*") if file.is_file()}


def test_what_was_damaged_below_the_store_is_mended(folder: Folder, runs: list[Run]):
    file = bundle.write(folder.root / "there", machine("good"), runs)
    assert folder.proof("import", str(file)).returncode == 0
    before = state(folder.root / "store" / "worlds")
    for name in before:
        Path(name).write_bytes(b"[" * 5000)
    assert held(folder)["topic/a.py"] == []
    answer = folder.proof("import", str(file))
    assert "2 runs of good, 2 of them new" in answer.stdout
    assert state(folder.root / "store" / "worlds") == before


def test_a_store_that_cannot_be_written_to_is_named(folder: Folder, runs: list[Run]):
    file = bundle.write(folder.root / "there", machine("good"), runs)
    (folder.root / "a file").write_text("", "utf-8")
    answer = folder.proof("import", str(file), PROOF_STORE=str(folder.root / "a file"))
    assert answer.returncode == 1
    assert "Traceback" not in answer.stderr
    assert "a file/worlds:1: " in answer.stdout
    answer = folder.proof("export", "a file")
    assert answer.returncode == 1
    assert "a file:1: cannot be written" in answer.stdout


def test_a_name_that_no_page_could_show_is_refused(folder: Folder):
    answer = folder.proof("export", "there", "--name", "two\nlines")
    assert answer.returncode == 1
    assert "--name:1: is no name of a machine" in answer.stdout
    assert not (folder.root / "there").exists()


def test_where_a_site_is_built_of_an_export_nothing_is_run(folder: Folder):
    folder.snippet("topic/a.py", "print(1)\n")
    for words in (["check"], ["run", "topic/a.py"], ["export", "there"]):
        answer = folder.proof(*words, PROOF_RUNS="there")
        assert answer.returncode == 1
        assert "PROOF_RUNS:1: is set" in answer.stdout


def test_nothing_that_comes_is_a_path(folder: Folder, runs: list[Run]):
    origin = runs[0].origin | {"snippet": "../../../odd", "path": "../../odd.py"}
    values = json.loads(runs[0].to_json()) | {"origin": origin}
    run = Run.from_json(json.dumps(values))
    file = bundle.write(folder.root / "there", machine("../../evil"), [run])
    assert file.parent == folder.root / "there"
    answer = folder.proof("import", str(file))
    assert answer.returncode == 1
    assert "that this project does not have: ../../odd.py" in answer.stdout
    Kept(folder.project).add(machine("good"), [run])
    worlds = folder.root / "store" / "worlds"
    names = {path.name for path in worlds.iterdir()} - {"cards"}
    assert all(re.fullmatch("[0-9a-f]{32}", name) for name in names)
    assert not list(folder.root.parent.glob("odd*"))


@pytest.mark.timeout(300)
def test_a_thousand_machines_are_soon_asked(folder: Folder, runs: list[Run]):
    kept = Kept(folder.project)
    for number in range(1000):
        kept.add(machine(f"machine {number}"), runs)
    assert len(held(folder)["topic/a.py"]) == 1000


def test_runs_of_texts_that_are_long_gone_are_removed(folder: Folder):
    folder.snippet("topic/one.py", "print(1)\n")
    folder.snippet("topic/two.py", "print(2)\n")
    assert folder.proof("export", "there").returncode == 0
    assert folder.proof("import", "there").returncode == 0
    kept = Kept(folder.project).folder
    before = {place.name for place in kept.iterdir()}
    assert len(before) == 3  # the cards, too
    folder.snippet("topic/one.py", "print('another text')\n")
    assert folder.proof("import", "there").returncode == 1  # it is of another text
    assert {place.name for place in kept.iterdir()} == before  # it may come back
    long_ago = time.time() - 2 * UNUSED
    for place in kept.iterdir():
        os.utime(place, (long_ago, long_ago))
    folder.proof("import", "there")
    assert len([*kept.iterdir()]) == 2


def test_a_folder_without_an_export_is_named(folder: Folder):
    (folder.root / "nothing").mkdir()
    answer = folder.proof("import", "nothing")
    assert answer.returncode == 1
    assert "nothing:1: is a folder without an export of runs" in answer.stdout
