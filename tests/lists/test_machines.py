"""The machines of a build, and of what was imported; what cards say is data."""

import dataclasses
import datetime
import re
from html import escape as html_of

import psutil

from proof import words
from proof.programs import interpreters
from proof.runs import bundle, card
from proof.runs.run import DISTURBED, Run
from proof.worlds.kept import Kept
from tests.conftest import MKDOCS, Folder
from tests.show.test_withheld import QUIET

FENCE = (
    '# Machines\n\nText.\n\n```python exec="1" html="1"\n'
    "from proof import machines\nprint(machines())\n```\n"
)
NEEDS = '# /// script\n# dependencies = ["psutil"]\n# ///\nprint("ran")\n'
EVIL = '<img src=x onerror=alert(1)> | `code` *star* [x](javascript:y) & "q"'


def built(folder: Folder, **environment: str) -> tuple[list[list[str]], str]:
    """The cells of each row, with their second lines apart; and all of the page."""
    text = MKDOCS.replace("proof]", "proof, proof-copies]")
    (folder.root / "mkdocs.yml").write_text(text, "utf-8")
    folder.page("machines.md").write_text(FENCE, "utf-8")
    answer = folder.build(**environment)
    assert answer.returncode == 0, answer.stderr
    text = (folder.root / "site" / "machines" / "index.html").read_text("utf-8")
    rows = re.findall(r'<tr role="row">(.*?)</tr>', text)[1:]
    cells = [re.split("</t[hd]>", row)[:-1] for row in rows]
    return [[_said(cell) for cell in row] for row in cells], text


def _said(cell: str) -> str:
    return re.sub("<[^>]+>", "", cell.replace("<small>", " / "))


def disturbed(run: Run) -> Run:
    sample = run.samples[0] | {"load": 2 * DISTURBED}
    return dataclasses.replace(run, samples=[sample])


def calm(run: Run) -> Run:
    sample = run.samples[0] | {"load": 0.0, "delay": 0.0}
    return dataclasses.replace(run, samples=[sample])


def test_where_none_was_imported_a_sentence_says_so(folder: Folder):
    folder.snippet("topic/one.py", "print('ran')\n")
    folder.page("page.md", "topic/one.py")
    [row], html = built(folder)
    own = card.own()
    assert row[0] == f"{own['name']} / {words.MACHINE_OWN}"
    assert row[3].split(" / ")[0] == str(own["cores"])
    here = interpreters.current().label.removeprefix("CPython ")
    assert row[6:] == [here, "1", words.NOTHING]
    assert f"<p>{words.NONE_IMPORTED}</p>" in html
    assert "proof-filter" not in html and "data-sorts" not in html
    text = (folder.root / "site" / "machines" / "index.md").read_text("utf-8")
    assert words.NONE_IMPORTED in text


def test_the_first_of_many_are_named():
    assert words.some(["a", "b", "c"], 2) == "a, b and 1 more"
    assert words.some(["a", "b"], 2) == "a, b"
    assert words.some([], 2) == ""


def test_an_imported_machine_is_there_with_what_is_shown_of_it(folder: Folder):
    loud = folder.run(NEEDS, name="one")
    quiet = calm(folder.run(QUIET, name="quiet"))
    other = folder.run("print('gone')\n", name="gone")  # which no page shows
    folder.page("page.md", "topic/one.py", "topic/quiet.py")
    kept = Kept(folder.project)
    about = {"memory": 1536 << 20, "quota": 1.5, "cores": 7, "container": True}
    one = card.own("one") | about
    two = card.own("two") | {"attested": "https://example.org/1"}
    soon = datetime.datetime.now(datetime.UTC) + datetime.timedelta(hours=1)
    date = soon.isoformat(timespec="seconds")
    newer = dataclasses.replace(disturbed(quiet), date=date)
    origin = loud.origin | {"packages": {"psutil": "1.2", "unnamed": "3"}}
    origin["interpreter"] = origin["interpreter"] | {"version": "3.13.5"}
    more = dataclasses.replace(loud, origin=origin, label="CPython 3.13.5")
    kept.add(one, [loud, disturbed(loud), quiet, newer, other, more])
    kept.add(two, [quiet])
    kept.add(card.own("none") | {"cpu": ""}, [other])
    (own, none, first, second), html = built(folder)
    here = interpreters.current().label.removeprefix("CPython ")
    assert own[7] == "2"
    assert none[0] == f"none / {words.UNVERIFIED}"
    assert none[2] == words.NOTHING and none[6:] == [words.NOTHING, "0", words.NOTHING]
    assert first[0] == f"one / {words.UNVERIFIED}"
    assert first[1] == f"{one['system']} {one['architecture']} / {one['release']}"
    assert first[3:6] == ["7 / CPU time of 1.5", "1.5 GiB", "yes"]
    versions = sorted({here, "3.13.5"})
    packages = sorted([f"psutil {psutil.__version__}", "psutil 1.2"])
    assert own[6] == f"{here} / psutil {psutil.__version__}"
    assert first[6] == f"{', '.join(versions)} / {', '.join(packages)}"
    assert first[7:] == ["3", "1 of 1"]
    assert second[0] == "two / attested, it says, at https://example.org/1"
    assert second[6:] == [here, "1", "0 of 1"]
    assert words.NONE_IMPORTED not in html
    assert html.count(" data-sorts>") == 9


def test_what_a_card_says_is_data(folder: Folder):
    run = folder.run(NEEDS, name="one")
    folder.page("page.md", "topic/one.py")
    address = "https://x/<script>`a`</script>"
    evil = {"cpu": EVIL, "release": EVIL, "attested": address}
    huge = {"memory": 1 << 60, "cores": 10**5, "quota": 1e5}
    kept = Kept(folder.project)
    packages = dataclasses.replace(
        run, origin=run.origin | {"packages": {"psutil": EVIL[:50]}}
    )
    kept.add(card.own(EVIL) | evil | huge, [packages])
    kept.add(card.own(EVIL), [run])
    (_, *rows), html = built(folder)
    name = html_of(EVIL)
    for row in rows:
        assert re.fullmatch(rf"{re.escape(name)} \([0-9a-f]{{4}}\) / .*", row[0])
    assert "<script>`" not in html and "<img" not in html and "<code>code" not in html
    text = (folder.root / "site" / "machines" / "index.md").read_text("utf-8")
    assert r"\<img src=x onerror=alert\(1\)\> &#124; \`code\` \*star\*" in text
    assert not re.search(r"(?<!\\)<(img|script)", text)


def test_a_site_of_an_export_has_its_machine_for_its_own(folder: Folder):
    folder.snippet("topic/one.py", "print('ran')\n")
    folder.page("page.md", "topic/one.py")
    assert folder.proof("export", "there", "--name", "far away").returncode == 0
    [file] = (folder.root / "there").iterdir()
    [row], _ = built(folder, PROOF_RUNS=str(file))
    assert row[0] == f"far away / {words.MACHINE_OWN}"
    assert row[7] == "1"
    assert bundle.read(file).machine["name"] == "far away"
