"""The report has every run of the build that drew it, as a table and as data."""

import dataclasses
import json
import math
import re
import sys

import pytest

from proof import words
from proof.lists import runs_file
from proof.lists.programs import Program
from proof.lists.runs import Row
from proof.programs import interpreters, snippet
from proof.runs import alone, recordings
from proof.runs.plan import Plan
from proof.supervise.request import TIMINGS
from tests.conftest import MKDOCS, Folder, burners
from tests.show.test_withheld import QUIET

FENCE = (
    '# Report\n\nText.\n\n```python exec="1" html="1"\n'
    "from proof import report\nprint(report())\n```\n"
)
LINK = words.REPORT_DATA.format('<a href="runs.json"><code>runs.json</code></a>')
MANY = "# /// script\n# [tool.proof]\n# repeat = 3\n# ///\n"
HERE = interpreters.current().name


def report(folder: Folder, code: int = 0) -> list[list[str]]:
    """The cells of each row, as text, of a site where the report is drawn first."""
    nav = "nav:\n  - report.md\n  - index.md\n  - page.md\n"
    (folder.root / "mkdocs.yml").write_text(MKDOCS + nav, "utf-8")
    folder.page("report.md").write_text(FENCE, "utf-8")
    answer = folder.build()
    assert answer.returncode == code, answer.stderr
    text = (folder.root / "site" / "report" / "index.html").read_text("utf-8")
    rows = re.findall(r'<tr role="row">(.*?)</tr>', text)[1:]
    return [
        [re.sub("<[^>]+>", " ", cell).strip() for cell in re.split("</t[hd]>", row)]
        for row in rows
    ]


def data(folder: Folder) -> list[dict]:
    """The runs that a site publishes."""

    def refuse(constant: str) -> None:
        raise ValueError(constant)

    text = (folder.root / "site" / "report" / "runs.json").read_text("utf-8")
    held = json.loads(text, parse_constant=refuse)
    assert (held["name"], held["version"]) == ("proof-build-runs", "1.0")
    return held["runs"]


def test_a_first_build_reports_what_it_has_run(folder: Folder):
    folder.snippet("topic/quick.py", '"""It is quick."""\nprint("ran")\n')
    folder.snippet("topic/slow.py", "import time\ntime.sleep(0.5)\n")
    folder.page("page.md", "topic/quick.py", "topic/slow.py")
    slow, quick = report(folder)
    assert quick[0].split() == ["It", "is", "quick.", "topic/quick.py"]
    assert quick[1:3] == [HERE, words.REPORT_PASSED]
    assert quick[6] == slow[6] == words.REPORT_LIVE
    assert slow[0].startswith("A claim.")
    assert float(slow[3].removesuffix(" s")) >= 0.5
    assert "MiB" in slow[5]


def test_a_second_build_reports_the_same_runs(folder: Folder):
    folder.snippet("topic/one.py", "print('ran')\n")
    folder.page("page.md", "topic/one.py")
    assert report(folder) == report(folder)


def test_a_run_that_fails_is_reported_as_such(folder: Folder):
    folder.snippet("topic/one.py", "raise SystemExit(3)\n")
    folder.page("page.md", "topic/one.py")
    [row] = report(folder, code=1)
    assert row[2] == "failed, exit code 3"


def test_a_declared_end_is_told(folder: Folder):
    header = "# /// script\n# [tool.proof]\n# expect = 3\n# ///\n"
    folder.snippet("topic/one.py", f'{header}"""It ends."""\nraise SystemExit(3)\n')
    folder.page("page.md", "topic/one.py")
    [row] = report(folder)
    assert row[2] == "passed, exit code 3"


def test_a_recording_and_what_there_is_none_of_are_told(folder: Folder):
    header = '# /// script\n# [tool.proof]\n# pythons = ["3.98", "3.99"]\n# ///\n'
    text = f'{header}"""It runs."""\nprint("ran")\n'
    run = folder.run(text, name="one")
    one = snippet.read(folder.root, "topic/one.py")
    other = interpreters.current().__class__(
        **vars(interpreters.current()) | {"version": "3.98.0"}
    )
    recordings.write(folder.project, Plan(one, (), other), run)
    folder.page("page.md", "topic/one.py")
    rows = report(folder)
    assert [row[6] for row in rows].count(words.REPORT_RECORDED) == 1
    absent = [row[2] for row in rows if row[2].startswith(words.REPORT_ABSENT)]
    assert len(absent) == 1 and "needs Python 3.99" in absent[0]


def test_a_program_without_a_header_that_can_be_read_is_told(folder: Folder):
    folder.snippet("topic/one.py", "# /// script\nprint('ran')\n")
    folder.page("page.md", "topic/one.py")
    [row] = report(folder, code=1)
    assert row[0].split() == ["topic/one.py", "topic/one.py"]
    assert row[2].startswith(words.REPORT_FAILED)


def test_a_row_says_how_often_its_program_was_run_and_why(folder: Folder):
    folder.snippet("topic/one.py", "print('ran')\n")
    folder.snippet("topic/chance.py", f'{MANY}"""It is chance."""\nprint("ran")\n')
    folder.snippet("topic/x_timing.py", QUIET)
    folder.page("page.md", "topic/one.py", "topic/chance.py", "topic/x_timing.py")
    said = {row[0].split()[-1]: row[7] for row in report(folder)}
    assert re.match("1( |$)", said["topic/one.py"])
    chance, timing = (words.REPORT_REPEATED[why] for why in ("chance", "timing"))
    assert said["topic/chance.py"].startswith(f"3, {chance}")
    assert said["topic/x_timing.py"].startswith(f"{TIMINGS}, {timing}")
    reasons = {
        one["program"]: (one["samples"], one["repeated"]) for one in data(folder)
    }
    assert reasons == {
        "snippets/topic/one.py": (1, "once"),
        "snippets/topic/chance.py": (3, "chance"),
        "snippets/topic/x_timing.py": (TIMINGS, "timing"),
    }


@pytest.mark.skipif(sys.platform != "linux", reason="others are known on Linux alone")
def test_a_row_says_what_was_made_again_and_is_disturbed_all_the_same(folder: Folder):
    folder.snippet("topic/x.py", QUIET)
    folder.page("page.md", "topic/x.py")
    with burners(2):
        [row] = report(folder)
        [made] = data(folder)
        rounds = alone.BUILD.rounds
        assert row[7].split() == ["1", str(rounds), "made", "again,", "disturbed"]
        assert (made["remade"], made["disturbed"]) == (rounds, 1)
        # The next build has it from the store.
        assert report(folder) == [row]


def test_the_data_are_the_rows_of_the_table(folder: Folder):
    header = '# /// script\n# [tool.proof]\n# args = [["a b"], []]\n# ///\n'
    folder.snippet("topic/args.py", f'{header}"""It "runs"."""\nprint("ran")\n')
    folder.snippet("topic/fails.py", "raise SystemExit(3)\n")
    text = '# /// script\n# [tool.proof]\n# pythons = ["3.99"]\n# ///\n'
    folder.snippet("topic/absent.py", f'{text}"""It is absent."""\nprint("ran")\n')
    folder.page("page.md", "topic/args.py", "topic/fails.py", "topic/absent.py")
    rows, runs = report(folder, code=1), data(folder)
    assert LINK in (folder.root / "site" / "report" / "index.html").read_text("utf-8")
    for row, one in zip(rows, runs, strict=True):
        assert one["program"].removeprefix("snippets/") in row[0]
        wall = one["wall_s"]
        assert row[3] == (words.NOTHING if wall is None else words.seconds(wall))
    times = [one["wall_s"] for one in runs if one["wall_s"] is not None]
    assert times == sorted(times, reverse=True)
    one = next(one for one in runs if one["arguments"] == ["a b"])
    assert one["claim"] == 'It "runs".'
    assert (one["page"], one["interpreter"]) == ("docs/page.md", HERE)
    assert (one["passed"], one["outcome"], one["origin"]) == (True, 0, "live")
    assert one["cpu_s"] > 0 and 1 << 20 < one["peak_rss_bytes"] < 1 << 30
    assert set(one["machine"]) == {"system", "architecture", "cores"}
    assert re.match(r"20\d\d-\d\d-\d\dT", one["date"])
    fails = next(one for one in runs if one["program"].endswith("fails.py"))
    assert (fails["passed"], fails["outcome"]) == (False, 3)
    assert "exit code 3" in fails["why"]
    absent = next(one for one in runs if one["passed"] is None)
    assert absent["program"].endswith("absent.py") and "3.99" in absent["why"]
    assert {absent[key] for key in ("wall_s", "machine", "date", "origin")} == {None}
    assert set(absent) == set(one)


def test_no_number_of_the_data_is_none(folder: Folder):
    run = dataclasses.replace(folder.run("print('ran')\n"), wall=math.inf, cpu=math.nan)
    row = Row(Program("topic/tried.py", "page.md", None), words.REPORT_PASSED, run=run)
    [one] = json.loads(runs_file.text([row]), parse_constant=pytest.fail)["runs"]
    assert one["wall_s"] is one["cpu_s"] is None
