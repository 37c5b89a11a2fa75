"""What a page says of the runs of other machines."""

import json
import re
from dataclasses import replace

import pytest

from proof import words
from proof.programs import snippet
from proof.runs import card
from proof.runs.run import Run
from proof.worlds.kept import Kept
from tests.conftest import Folder

SAYS = "print('one')\nprint('two')\n"


@pytest.fixture
def run(folder: Folder) -> Run:
    folder.page("page.md", "topic/tried.py")
    return folder.run(SAYS)


def imported(folder: Folder, run: Run, name: str, **more: object) -> None:
    machine = card.own(name) | {"attested": "https://example.org"} | more
    Kept(folder.project).add(machine, [run])


def other(run: Run, **more: object) -> Run:
    """The same run, as another machine might have made it."""
    sample = run.samples[0] | more
    return replace(run, **more, samples=[sample])


def shown(folder: Folder) -> str:
    answer = folder.build("--strict")
    assert answer.returncode == 0, answer.stderr
    html = (folder.root / "site" / "page" / "index.html").read_text("utf-8")
    found = re.search(r"<summary>On .*?</details>", html, re.S)
    return re.sub(r"<br>|\s+", " ", found[0]) if found else ""


def test_without_an_import_nothing_is_said(folder: Folder, run: Run):
    assert shown(folder) == ""


def test_what_is_the_same_everywhere_is_not_repeated(folder: Folder, run: Run):
    imported(folder, run, "first")
    imported(folder, other(run, wall=9.0), "second", cores=64)
    text = shown(folder)
    assert "On 2 other machines: the same everywhere" in text
    assert "first" in text and "second" in text
    assert "two" not in text


def test_what_differs_is_shown_with_its_machine(folder: Folder, run: Run):
    imported(folder, run, "as here")
    lines = [[0.1, "one"], [0.2, "<b>three</b>"]]
    imported(folder, other(run, stdout=lines), "another")
    text = shown(folder)
    assert "1 of 2 runs differs" in text
    row = next(row for row in text.split("<tr>") if "another" in row)
    assert "&lt;b&gt;three&lt;/b&gt;" in row and "<b>" not in row
    assert "one" not in row.replace("another", "")
    assert "holds" in row


def test_a_claim_that_does_not_hold_elsewhere_is_said_to_fail(folder: Folder, run: Run):
    imported(folder, other(run, status=256), "broken")
    assert "does not hold, exit code 1" in shown(folder)


def test_runs_that_nobody_vouches_for_say_so(folder: Folder, run: Run):
    Kept(folder.project).add(card.own("a <b>name</b>"), [run])
    text = shown(folder)
    assert "unverified" in text
    assert "a &lt;b&gt;name&lt;/b&gt;" in text


def test_the_newest_of_a_machine_counts(folder: Folder, run: Run):
    old = replace(other(run, stdout=[[0.1, "old"]]), date="2020-01-01T00:00:00+00:00")
    imported(folder, old, "it")
    assert "old" in shown(folder)
    imported(folder, run, "it")
    assert "the same everywhere" in shown(folder)


def test_machines_of_one_name_are_told_apart(folder: Folder, run: Run):
    imported(folder, run, "mine", cores=2)
    imported(folder, run, "mine", cores=4)
    assert len(set(re.findall(r"mine \(\w{4}\)", shown(folder)))) == 2


def test_times_of_different_machines_are_not_merged(folder: Folder):
    source = (
        "# /// script\n# [tool.proof]\n# quiet = true\n# ///\n"
        "print('it takes: 1.5 ms')\n"
    )
    folder.page("page.md", "topic/x_timing.py")
    made = folder.run(source, name="x_timing")
    loads = {"a": 0.0, "b": 0.0, "busy": 1.0}
    for name, load in loads.items():
        samples = [one | {"load": load, "delay": 0.0} for one in made.samples]
        run = replace(made, samples=samples)
        imported(folder, run, f"machine {name}", cpu=name)
    text = shown(folder)
    captions = re.findall(r"<caption>(machine \w+)", text)
    assert captions == ["machine a", "machine b"]
    busy = rf"machine (\w+) · [^·]* · {words.IS_DISTURBED}"
    assert re.findall(busy, text) == ["busy"]


def test_a_program_that_changes_leaves_its_runs_behind(folder: Folder, run: Run):
    imported(folder, run, "first")
    folder.snippet("topic/tried.py", SAYS + "print('three')\n")
    assert shown(folder) == ""
    assert snippet.read(folder.root, "topic/tried.py").digest != run.origin["snippet"]
    assert json.loads(run.to_json())["origin"]["path"] == "topic/tried.py"


def test_a_line_that_is_missing_elsewhere_is_a_difference(folder: Folder, run: Run):
    imported(folder, other(run, stdout=[[0.1, "one"]]), "terse")
    text = shown(folder)
    assert "1 of 1 run differs" in text
    assert "and not:<pre>two</pre>" in text


def test_what_others_print_for_other_arguments_is_no_match(folder: Folder):
    source = (
        '# /// script\n# [tool.proof]\n# args = [["a"], ["b"]]\n# ///\n'
        "import sys\nprint(sys.argv[1])\n"
    )
    folder.page("page.md", "topic/tried.py")
    made = folder.run(source, "a")
    imported(folder, other(made, stdout=[[0.1, "b"]]), "wrong")
    assert "1 of 1 run differs" in shown(folder)


def test_a_program_that_measures_is_not_said_to_print_the_same(folder: Folder):
    source = "# /// script\n# [tool.proof]\n# repeat = 3\n# ///\nprint(1)\n"
    folder.page("page.md", "topic/tried.py")
    imported(folder, folder.run(source), "another")
    text = shown(folder)
    assert "On 1 other machine: it holds everywhere" in text
    assert "not compared" in text


def test_a_hundred_machines_are_counted_and_not_all_named(folder: Folder, run: Run):
    for number in range(100):
        imported(folder, run, f"machine {number:03}")
    text = shown(folder)
    assert "On 100 other machines: the same everywhere" in text
    assert text.count("machine 0") == 12
    assert "and 88 more" in text
