"""Claims as a build sees them: how many hold on a version, what begins with it."""

import json
import re

from proof import words
from proof.programs import interpreters
from proof.worlds import dataset
from tests.conftest import MKDOCS, Folder

HERE = interpreters.current()
FENCE = '```python exec="1"{}\nfrom proof import {}\nprint({}("{}"))\n```\n'
NEWER = '# /// script\n# requires-python = ">=3.99"\n# ///\n'


def built(folder: Folder, *fences: str, code: int = 0) -> str:
    """The page of a site whose table is drawn before the programs' own page."""
    nav = "nav:\n  - lists.md\n  - page.md\n  - index.md\n"
    (folder.root / "mkdocs.yml").write_text(
        MKDOCS.replace("pymdownx.superfences]", "pymdownx.superfences, tables]") + nav,
        encoding="utf-8",
    )
    folder.page("lists.md").write_text("# Lists\n\n" + "\n".join(fences), "utf-8")
    answer = folder.build()
    assert answer.returncode == code, answer.stderr
    return (folder.root / "site" / "lists" / "index.html").read_text("utf-8")


def tally(version: str) -> str:
    return FENCE.format("", "tally", "tally", version)


def test_a_tally_counts_each_verdict(folder: Folder):
    folder.snippet("topic/holds.py", "print(1)\n")
    folder.snippet("topic/other.py", f"{NEWER}print(2)\n")
    folder.page("page.md", "topic/holds.py", "topic/other.py")
    html = built(folder, tally(HERE.name.rstrip("t")))
    row = re.search(rf"<td>{HERE.name} on .*?</tr>", html, re.S)[0]
    assert re.findall(r"<td>(\d+)</td>", row) == ["1", "0", "1", "0"]


def test_a_run_that_fails_is_counted_and_published_as_such(folder: Folder):
    folder.snippet("topic/fails.py", "raise SystemExit(3)\n")
    folder.page("page.md", "topic/fails.py")
    html = built(folder, tally(HERE.name.rstrip("t")), code=1)
    row = re.search(rf"<td>{HERE.name} on .*?</tr>", html, re.S)[0]
    assert re.findall(r"<td>(\d+)</td>", row) == ["0", "1", "0", "0"]
    file = folder.root / "site" / "data" / f"{dataset.NAME}.json"
    held = json.loads(file.read_text("utf-8"))
    assert {row["verdict"] for row in held["verdicts"]} == {"fails"}


def test_a_version_that_nobody_tried_is_said(folder: Folder):
    folder.snippet("topic/holds.py", "print(1)\n")
    folder.page("page.md", "topic/holds.py")
    assert words.NEVER_TRIED.format("3.98") in built(folder, tally("3.98"))


def test_what_begins_with_a_version_says_where_it_was_seen(folder: Folder):
    header = '# /// script\n# requires-python = ">=3.12"\n# ///\n'
    folder.snippet("topic/newer.py", f'{header}"""It is new."""\nprint(1)\n')
    folder.snippet("topic/any.py", '"""It is old."""\nprint(1)\n')
    folder.page("page.md", "topic/newer.py", "topic/any.py")
    html = built(folder, FENCE.format(' html="1"', "since", "since", "3.12"))
    rows = re.findall(r"<tr role=\"row\">(?:(?!</tr>).)*It is \w+\.", html, re.S)
    assert len(rows) == 1
    assert "It is new." in rows[0]
    assert words.BEGINS in html


def test_the_data_set_and_its_feed_are_published_from_one_build_to_the_next(
    folder: Folder,
):
    folder.snippet("topic/one.py", "print(1)\n")
    folder.page("page.md", "topic/one.py")
    built(folder, tally("3.12"))
    data = folder.root / "site" / "data"
    names = {f"{dataset.NAME}.{suffix}" for suffix in dataset.SUFFIXES}
    assert {file.name for file in data.iterdir()} == names
    folder.snippet("topic/one.py", "raise SystemExit(1)\n")
    built(folder, tally("3.12"), code=1)
    feed = json.loads((data / f"{dataset.NAME}.feed.json").read_text("utf-8"))
    assert [item["title"].partition(":")[0] for item in feed["items"]] == [
        f"topic/one, Python {HERE.name}, "
        + " ".join([row["system"] + " " + row["architecture"] for row in _rows(data)])
    ]


def test_a_feed_that_is_none_any_more_begins_anew(folder: Folder):
    folder.snippet("topic/one.py", "print(1)\n")
    folder.page("page.md", "topic/one.py")
    built(folder, tally("3.12"))
    kept = folder.project.store / "data" / f"{dataset.NAME}.feed.json"
    kept.write_text("[", encoding="utf-8")
    built(folder, tally("3.12"))
    assert json.loads(kept.read_text("utf-8"))["items"] == []


def test_ids_that_are_wrong_are_an_error_of_the_build(folder: Folder):
    folder.snippet("topic/one.py", "print(1)\n")
    folder.page("page.md", "topic/one.py")
    (folder.root / "claims.toml").write_text('[renamed]\n"gone.py" = "x"\n', "utf-8")
    html = built(folder, tally(HERE.name.rstrip("t")), code=1)
    assert "claims.toml" in html


def _rows(data) -> list[dict]:
    text = (data / f"{dataset.NAME}.json").read_text("utf-8")
    return json.loads(text)["verdicts"]
