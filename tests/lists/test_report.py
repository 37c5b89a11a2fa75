"""The report has every run of the build that drew it."""

import re

from proof import words
from proof.programs import interpreters, snippet
from proof.runs import recordings
from proof.runs.plan import Plan
from tests.conftest import MKDOCS, Folder

FENCE = (
    '# Report\n\nText.\n\n```python exec="1" html="1"\n'
    "from proof import report\nprint(report())\n```\n"
)
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
