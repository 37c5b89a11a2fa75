"""A site is built of an export alone, as it was where the runs were made."""

import re
from pathlib import Path

import pytest

from proof.programs import interpreters
from proof.runs import keepers
from tests.conftest import Folder

PROGRAMS = {
    "topic/prints.py": "import os\nprint('one', os.getpid())\n",
    "topic/fails_as_said.py": (
        "# /// script\n# [tool.proof]\n# expect = 3\n# ///\nraise SystemExit(3)\n"
    ),
    "topic/args.py": (
        '# /// script\n# [tool.proof]\n# args = [["a"], ["b"]]\n# ///\n'
        "import sys\nprint(sys.argv[1])\n"
    ),
    "topic/x_timing.py": (
        "# /// script\n# [tool.proof]\n# quiet = true\n# ///\n"
        "print('it takes: 1.5 ms')\n"
    ),
    "topic/elsewhere.py": (
        '# /// script\n# [tool.proof]\n# needs = ["no-such-program"]\n# ///\nprint(1)\n'
    ),
}


@pytest.fixture
def project(folder: Folder) -> Folder:
    for path, source in PROGRAMS.items():
        folder.snippet(path, source)
    folder.page("page.md", *PROGRAMS)
    return folder


def article(folder: Folder, site: str) -> str:
    html = (folder.root / site / "page" / "index.html").read_text("utf-8")
    return re.sub(r"\s+", " ", html)


def test_a_site_of_an_export_is_the_one_that_was_built_there(
    project: Folder, monkeypatch: pytest.MonkeyPatch
):
    folder = project
    built = folder.build("-d", "original")
    assert built.returncode == 0, built.stderr
    assert folder.proof("export", "there").returncode == 0
    monkeypatch.setattr(keepers, "KEEPER", ("/nowhere/is/no/engine",))
    other = str(folder.root / "empty")
    answer = folder.build("-d", "copy", PROOF_RUNS="there", PROOF_STORE=other)
    assert answer.returncode == 0, answer.stderr
    assert article(folder, "copy") == article(folder, "original")
    assert not list(Path(other).glob("??/*.run"))  # nothing was run


def test_what_the_export_does_not_have_is_said_in_its_place(project: Folder):
    folder = project
    assert folder.proof("export", "there").returncode == 0
    folder.snippet("topic/prints.py", "print('another text')\n")
    answer = folder.build(PROOF_RUNS="there", PROOF_STORE=str(folder.root / "empty"))
    html = article(folder, "site")
    assert "has no run in there/" in html
    assert "of another commit" in html
    assert "another text" in html  # the program is shown all the same
    assert "it takes" in html
    assert answer.returncode == 0, answer.stderr


@pytest.mark.parametrize("place", ["nowhere.runs", "empty"])
def test_a_place_without_an_export_is_named(project: Folder, place: str):
    (project.root / "empty").mkdir()
    answer = project.build(PROOF_RUNS=place)
    said = answer.stdout + answer.stderr + article(project, "site")
    assert f"{place}:1: " in said.replace("</code> ", ": ").replace("<code>", "")


def test_of_several_exports_that_of_the_machine_that_ran_most_counts(project: Folder):
    folder = project
    (folder.root / "snippets" / "topic" / "args.py").rename(folder.root / "kept.py")
    assert folder.proof("export", "there", "--name", "less").returncode == 0
    (folder.root / "kept.py").rename(folder.root / "snippets" / "topic" / "args.py")
    assert folder.proof("export", "there", "--name", "more").returncode == 0
    answer = folder.build(PROOF_RUNS="there", PROOF_STORE=str(folder.root / "empty"))
    assert answer.returncode == 0, answer.stderr
    assert "has no run in" not in article(folder, "site")


def test_an_export_of_chosen_interpreters_is_built_on_the_newest(project: Folder):
    folder = project
    here = interpreters.current().name
    answer = folder.proof("export", "there", "--python", here)
    assert answer.returncode == 0, answer.stdout
    answer = folder.build(PROOF_RUNS="there", PROOF_STORE=str(folder.root / "empty"))
    assert answer.returncode == 0, answer.stderr
    assert f"python{here} snippets/topic/prints.py" in article(folder, "site")
