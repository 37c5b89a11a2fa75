"""The table of claims and places, and the data set that others build on."""

import csv
import json
from dataclasses import replace
from pathlib import Path

import jsonschema
import pytest

from proof.programs import snippet
from proof.runs import card
from proof.runs.run import Run
from proof.worlds import compiled, dataset, evidence
from proof.worlds.evidence import Place, Verdict
from proof.worlds.kept import Kept
from tests.conftest import Folder

HEADER = '# /// script\n# requires-python = "{}"\n# ///\n'


def made(run: Run, version: str, status: int = 0, date: str = "", **machine) -> Run:
    """A run as it might have been made elsewhere."""
    threaded = version.endswith("t")
    about = {"version": version.rstrip("t"), "threaded": threaded}
    origin = run.origin | {"interpreter": run.origin["interpreter"] | about}
    origin["machine"] = run.origin["machine"] | machine
    sample = run.samples[0] | {"status": status}
    label = f"CPython {version.rstrip('t')}{' free-threaded' * threaded}"
    return replace(
        run,
        origin=origin,
        label=label,
        status=status,
        samples=[sample],
        date=date or run.date,
    )


def imported(folder: Folder, *runs: Run, name: str = "elsewhere") -> None:
    for run in runs:
        machine = card.own(name) | {"system": run.origin["machine"]["system"]}
        Kept(folder.project).add(machine, [run])


def verdicts(folder: Folder) -> dict[tuple[str, str, str], str]:
    """What the data set says, by id, interpreter and system."""
    answer = folder.proof("compile", "data")
    file = folder.root / "data" / f"{dataset.NAME}.csv"
    with open(file, encoding="utf-8", newline="") as opened:
        rows = list(csv.DictReader(opened))
    assert rows, answer.stdout
    return {(r["id"], r["interpreter"], r["system"]): r["verdict"] for r in rows}


def test_a_claim_holds_fails_is_not_for_a_place_or_was_not_run(folder: Folder):
    run = folder.run("print(1)\n", name="any")
    newer = folder.run(f"{HEADER.format('>=3.11')}print(2)\n", name="newer")
    folder.snippet("topic/newest.py", f"{HEADER.format('>=3.14')}print(3)\n")
    imported(folder, made(run, "3.11.9"), made(run, "3.14.2t", status=256))
    imported(folder, made(newer, "3.11.9", system="Darwin"))
    found = verdicts(folder)
    assert found["topic/any", "3.11", "Linux"] == "holds"
    assert found["topic/any", "3.14t", "Linux"] == "fails"
    assert found["topic/any", "3.11", "Darwin"] == "not run"
    assert found["topic/newest", "3.11", "Linux"] == "not for it"
    assert found["topic/newest", "3.14t", "Linux"] == "not run"


def test_one_run_that_fails_outweighs_others(folder: Folder):
    run = folder.run("print(1)\n")
    one = snippet.read(folder.root, "topic/tried.py")
    runs = [made(run, "3.13.0"), made(run, "3.13.1", status=9)]
    found = [evidence.of(one, each) for each in runs]
    place = found[0].place
    assert place.interpreter == "3.13"
    assert evidence.verdict(one, place, found) == Verdict.FAILS
    assert evidence.verdict(one, place, found[:1]) == Verdict.HOLDS


def test_the_newest_release_decides_and_what_the_engine_made(folder: Folder):
    run = folder.run("print(1)\n")
    one = snippet.read(folder.root, "topic/tried.py")
    old, new = made(run, "3.13.0", status=9), made(run, "3.13.1")
    loose = made(run, "3.13.1", status=9)
    loose.origin["engine"] = "uncontained"
    found = [evidence.of(one, each) for each in (old, new, loose)]
    place = found[0].place
    assert evidence.verdict(one, place, found[:2]) == Verdict.HOLDS
    assert evidence.verdict(one, place, found) == Verdict.HOLDS
    assert evidence.verdict(one, place, [found[0], found[2]]) == Verdict.FAILS


@pytest.mark.parametrize(
    ("range_", "version", "expected"),
    [
        ("<3.14.3", "3.14.0", "holds"),
        (">=3.14.2", "3.14.0", "not run"),
        (">=3.14.2", "3.14.2", "holds"),
        ("!=3.14.99", "3.14.1", "holds"),
        (">=3.15", "3.14.1", "not for it"),
    ],
)
def test_a_range_may_begin_and_end_within_a_minor(
    folder: Folder, range_: str, version: str, expected: str
):
    run = folder.run("print(1)\n")
    folder.snippet("topic/tried.py", f"{HEADER.format(range_)}print(1)\n")
    one = snippet.read(folder.root, "topic/tried.py")
    found = [*filter(None, [evidence.of(one, made(run, version))])]
    where = run.origin["machine"]
    place = Place(where["system"], where["architecture"], "3.14")
    assert evidence.verdict(one, place, found) == expected


@pytest.mark.parametrize(
    ("runs", "expected"),
    [
        ({"3.11.1": 0, "3.12.1": 0, "3.14.0": 0}, ""),
        ({"3.11.1": 256, "3.12.1": 0, "3.14.0": 0}, "3.12"),
        ({"3.11.1": 0, "3.12.1": 256, "3.13.0": 0}, "3.13"),
        ({"3.11.1": 0, "3.12.1": 256, "3.14.0": 0}, ""),  # 3.13 was not tried
        ({"3.13.1": 256, "3.13.2": 0, "3.12.0": 256}, "3.13"),  # of patches the newest
        ({"3.11.1": 0, "3.14.0": 256}, ""),
        ({"3.13.1": 256, "3.14.0": 0, "3.13.0t": 0}, "3.14"),
    ],
)
def test_since_when_a_claim_holds(folder: Folder, runs: dict, expected: str):
    run = folder.run("print(1)\n")
    one = snippet.read(folder.root, "topic/tried.py")
    found = [evidence.of(one, made(run, *each)) for each in runs.items()]
    assert evidence.since(one, found[0].place.kind, found) == expected


def test_a_program_that_needs_a_version_holds_since_then(folder: Folder):
    run = folder.run(f"{HEADER.format('>=3.11')}print(1)\n")
    folder.snippet("topic/tried.py", f"{HEADER.format('>=3.13')}print(1)\n")
    one = snippet.read(folder.root, "topic/tried.py")
    found = [evidence.of(one, made(run, version)) for version in ("3.13.1", "3.14.1")]
    assert evidence.since(one, found[0].place.kind, found) == "3.13"
    assert evidence.since(one, found[0].place.kind, found[1:]) == ""


def test_every_contradiction_is_found(folder: Folder):
    run = folder.run("print(1)\n")
    early, late = "2026-01-01T00:00:00+00:00", "2026-02-01T00:00:00+00:00"
    imported(folder, made(run, "3.12.1", 0, early), made(run, "3.12.1", 256, late))
    imported(folder, made(run, "3.12.2", 0, early), made(run, "3.12.3", 256, late))
    answer = folder.proof("compile", "data")
    assert answer.returncode == 1
    assert answer.stdout.count("and nothing else differs") == 1
    assert "snippets/topic/tried.py:1: on Python 3.12.1" in answer.stdout
    assert "held at 2026-01-01T00:00" in answer.stdout
    # Another machine of that name has its own card, so that something differs.
    other = card.own("elsewhere") | {"memory": 1}
    one = snippet.read(folder.root, "topic/tried.py")
    again = made(run, "3.13.5", 0, early), made(run, "3.13.5", 256, late)
    digests = card.digest(other), card.digest(card.own("elsewhere"))
    pairs = zip(again, digests, strict=True)
    found = [evidence.of(one, each, digest) for each, digest in pairs]
    assert not list(evidence.contradictions(found))
    assert "failed at 2026-02-01T00:00" in answer.stdout


def order(folder: Folder) -> list[str]:
    """The programs that have noted that they were run, which is forgotten then."""
    paths = folder.log.read_text("utf-8").split()
    folder.log.unlink()
    return [Path(path).stem for path in paths]


def test_what_is_contradicted_is_run_first(folder: Folder):
    """A program without the contradiction has the longer limit, so it came first."""
    code = f"import os\nprint(open({str(folder.log)!r}, 'a').write(__file__ + ' '))\n"
    limit = "# /// script\n# [tool.proof]\n# limit = 30\n# ///\n"
    folder.snippet("topic/other.py", limit + code)
    run = folder.run(code)
    folder.log.unlink()
    early, late = "2026-01-01T00:00:00+00:00", "2026-02-01T00:00:00+00:00"
    answer = folder.proof("check", "--only", "runs", PROOF_JOBS="1")
    assert "first" not in answer.stdout and order(folder) == ["other", "tried"]
    imported(folder, made(run, "3.12.1", 0, early), made(run, "3.12.1", 256, late))
    answer = folder.proof("check", "--only", "runs", PROOF_JOBS="1")
    assert answer.returncode == 0, answer.stdout
    assert "1 run of a program comes first" in answer.stdout
    assert order(folder) == ["tried", "other"]


def test_the_data_set_is_as_its_schema_says(folder: Folder):
    run = folder.run("print(1)\n")
    imported(folder, made(run, "3.12.1"))
    folder.page("page.md", "topic/tried.py")
    assert folder.proof("compile", "data").returncode == 0
    place = folder.root / "data"
    schema = json.loads((place / f"{dataset.NAME}.schema.json").read_text("utf-8"))
    held = json.loads((place / f"{dataset.NAME}.json").read_text("utf-8"))
    jsonschema.Draft202012Validator.check_schema(schema)
    jsonschema.validate(held, schema)
    assert held["license"] == "CC0-1.0"
    [claim] = held["claims"]
    assert claim["pages"] == ["docs/page.md"]
    assert claim["proved"]
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(held | {"verdicts": [{"id": "x"}]}, schema)


def test_an_id_survives_a_rename(folder: Folder):
    run = folder.run("print(1)\n", name="old")
    imported(folder, made(run, "3.12.1"))
    assert ("topic/old", "3.12", "Linux") in verdicts(folder)
    programs = folder.root / "snippets" / "topic"
    (programs / "old.py").rename(programs / "new.py")
    renamed = folder.root / compiled.RENAMED
    renamed.write_text('[renamed]\n"topic/new.py" = "topic/old"\n', "utf-8")
    found = verdicts(folder)
    assert found["topic/old", "3.12", "Linux"] == "holds"
    assert not any(one == "topic/new" for one, *_ in found)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("nothing", "is no TOML with a table [renamed]"),
        ("[other]", "is no TOML with a table [renamed]"),
        (
            '[renamed]\n"topic/gone.py" = "x"',
            "names topic/gone.py, which is no program",
        ),
        ('[renamed]\n"topic/a.py" = "topic/b"', "gives two programs one id: topic/b"),
    ],
)
def test_a_wrong_rename_is_named(folder: Folder, text: str, said: str):
    for name in "ab":
        folder.snippet(f"topic/{name}.py", "print(1)\n")
    (folder.root / compiled.RENAMED).write_text(text, "utf-8")
    answer = folder.proof("compile", "data")
    assert answer.returncode == 1
    assert f"{compiled.RENAMED}:1: {said}" in answer.stdout
    assert not Path(folder.root / "data").exists()


def test_a_verdict_that_changes_comes_into_the_feed(folder: Folder):
    run = folder.run("print(1)\n")
    imported(folder, made(run, "3.12.1"))
    verdicts(folder)
    file = folder.root / "data" / f"{dataset.NAME}.feed.json"
    assert json.loads(file.read_text("utf-8"))["items"] == []
    imported(folder, made(run, "3.12.2", 256), made(run, "3.13.0"))
    verdicts(folder)
    verdicts(folder)  # nothing has changed since
    items = json.loads(file.read_text("utf-8"))["items"]
    titles = sorted(one["title"] for one in items)
    assert len(titles) == 1
    assert "Python 3.12, " in titles[0] and titles[0].endswith(": fails, before: holds")
    assert {one["content_text"] for one in items} == {"A claim."}


def test_what_is_not_run_for_a_while_has_changed_all_the_same(folder: Folder):
    """Also where its place has no run of any claim meanwhile."""
    run = folder.run("print(1)\n")
    imported(folder, made(run, "3.12.1"), made(run, "3.13.1"))
    verdicts(folder)
    folder.snippet("topic/tried.py", "print(2)\n")  # of which there is no run
    imported(folder, made(folder.run("print(3)\n", name="other"), "3.13.1"))
    assert ("topic/tried", "3.12", "Linux") not in verdicts(folder)
    assert verdicts(folder)["topic/tried", "3.13", "Linux"] == "not run"
    runs = [made(folder.run("print(2)\n"), f"3.{n}.1", 256) for n in (12, 13)]
    imported(folder, *runs)
    assert verdicts(folder)["topic/tried", "3.12", "Linux"] == "fails"
    text = (folder.root / "data" / f"{dataset.NAME}.feed.json").read_text("utf-8")
    titles = sorted(one["title"] for one in json.loads(text)["items"])
    assert [title.endswith(": fails, before: holds") for title in titles] == [True] * 2
    assert "Python 3.12, " in titles[0] and "Python 3.13, " in titles[1]
    assert json.loads(text)["_last"] == []


def test_what_lies_where_the_data_set_belongs_is_kept(folder: Folder):
    imported(folder, made(folder.run("print(1)\n"), "3.12.1"))
    file = folder.root / "data" / f"{dataset.NAME}.json"
    file.parent.mkdir()
    file.write_text("mine", "utf-8")
    answer = folder.proof("compile", "data")
    assert answer.returncode == 1
    assert "is no data set of this version" in answer.stdout
    assert file.read_text("utf-8") == "mine"


def test_a_run_says_nothing_where_a_program_is_not_for_it(folder: Folder):
    run = folder.run("print(1)\n")
    folder.snippet("topic/tried.py", f"{HEADER.format('<3.13')}print(1)\n")
    one = snippet.read(folder.root, "topic/tried.py")
    assert evidence.of(one, made(run, "3.14.1", 256)) is None
    where = run.origin["machine"]
    place = Place(where["system"], where["architecture"], "3.14")
    assert evidence.verdict(one, place, []) == Verdict.NOT_FOR_IT
    other = replace(run, origin=run.origin | {"args": ["unknown"]})
    assert evidence.of(one, other) is None


def test_what_failed_only_where_others_disturbed_it_says_nothing(folder: Folder):
    quiet = "# /// script\n# [tool.proof]\n# quiet = true\n# ///\nprint(1)\n"
    run = folder.run(quiet)
    one = snippet.read(folder.root, "topic/tried.py")
    failed = made(run, "3.12.1", 256)
    busy = [sample | {"load": 5.0} for sample in failed.samples]
    calm = [sample | {"load": 0.0, "delay": 0.0} for sample in failed.samples]
    assert evidence.of(one, replace(failed, samples=busy)) is None
    assert evidence.of(one, replace(failed, samples=calm)).holds is False


def test_a_recording_that_is_bad_takes_no_claim_away(folder: Folder):
    imported(folder, made(folder.run("print(1)\n"), "3.12.1"))
    bad = folder.root / "recordings" / "topic" / "tried" / "3.13.json"
    bad.parent.mkdir(parents=True)
    bad.write_text("{}", "utf-8")
    answer = folder.proof("compile", "data")
    assert answer.returncode == 1
    assert "recordings/topic/tried/3.13.json:1: " in answer.stdout
    assert ("topic/tried", "3.12", "Linux") in verdicts(folder)


def test_ids_that_vanish_are_named(folder: Folder):
    folder.run("print(1)\n", name="old_name")
    folder.proof("compile", "data")
    (folder.root / "snippets" / "topic" / "old_name.py").unlink()
    folder.snippet("topic/new_name.py", "print(1)\n")
    answer = folder.proof("compile", "data")
    assert "data: had the ids topic/old_name, which no program has now" in answer.stdout
    renamed = '[renamed]\n"topic/new_name.py" = "topic/{}"\n'
    file = folder.root / "claims.toml"
    file.write_text(renamed.format("old_name.py"), encoding="utf-8")
    answer = folder.proof("compile", "data")
    assert answer.returncode == 1
    assert "an id has no suffix: write 'topic/old_name'" in answer.stdout
    file.write_text(renamed.format("old_name"), encoding="utf-8")
    answer = folder.proof("compile", "data")
    assert "topic/new_name, which no program has now" in answer.stdout
