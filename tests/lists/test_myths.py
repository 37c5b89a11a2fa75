"""What is often said: every box has its row, and the runs that are there decide."""

import dataclasses
import re

from proof import words
from proof.lists import myths
from proof.programs import interpreters, snippet
from proof.project import Project
from proof.rules import markdown
from proof.rules.site import Page, Site
from proof.runs import recordings
from proof.runs.plan import Plan
from proof.runs.store import Store
from tests.conftest import ROOT, Folder

FENCE = (
    '# Said\n\nText.\n\n```python exec="1" html="1"\n'
    "from proof import myths\nprint(myths())\n```\n"
)
BOX = '!!! often-said wrong "“It `fails`”"\n\n    It does not.\n'
HERE = interpreters.current()
OTHER = next(name for name in myths.INTERPRETERS if name != HERE.name)


def example(path: str) -> str:
    return (
        '```python exec="1" html="1"\nfrom proof import example\n'
        f'print(example("{path}"))\n```\n'
    )


def read(*parts: str) -> list[tuple[str, str]]:
    """What is said on a page, and which program decides."""
    text = "\n".join(["# A page\n", "Text.\n", *parts])
    page = Page("docs/topic/page.md", text, tuple(markdown.read(text)))
    return [(box.title, box.program) for box in myths.boxes(page)]


def table(folder: Folder, code: int = 0) -> dict[str, str]:
    """What the table says of a box on each interpreter."""
    page = folder.page("topic/page.md")
    page.write_text(f"# A page\n\n## One\n\n{example('topic/x.py')}\n{BOX}", "utf-8")
    folder.page("myths.md").write_text(FENCE, "utf-8")
    config = folder.root / "mkdocs.yml"
    text = config.read_text("utf-8").replace("[adm", "[proof.show.boxes, adm")
    config.write_text(text, "utf-8")
    answer = folder.build()
    assert answer.returncode == code, answer.stderr
    site = folder.root / "site"
    html = (site / "myths" / "index.html").read_text("utf-8")
    assert '<a href="../topic/page/#said-it-fails">“It <code>fails</code>”</a>' in html
    assert f">{words.SAID['wrong']}</td>" in html
    assert 'id="said-it-fails"' in (site / "topic/page/index.html").read_text("utf-8")
    return dict(re.findall(r'data-name="(3\.\d+t?)">([^<]*)<', html))


def test_the_nearest_program_before_a_box_decides():
    first, second = example("topic/a.py"), example("topic/b.py")
    [(title, program)] = read("## One\n", first, second, BOX)
    assert (title, program) == ("“It `fails`”", "topic/b.py")
    assert read("## One\n", first, BOX, second) == [(title, "topic/a.py")]
    assert read("## One\n", BOX, first, second) == [(title, "topic/a.py")]
    assert read("## One\n", first, "## Two\n", BOX, second) == [(title, "topic/b.py")]
    assert read("## One\n", first, "## Two\n", BOX) == [(title, "")]


def test_every_box_of_the_site_has_a_program_and_a_verdict():
    site = Site(Project(ROOT))
    found = [box for path in site.pages for box in myths.boxes(site.page(path))]
    assert len(found) >= 128
    programs = set(site.programs)
    assert not [box for box in found if box.program not in programs]
    assert not [box for box in found if box.verdict not in words.SAID]


def test_a_run_of_this_build_holds_and_others_are_not_made(folder: Folder):
    folder.snippet("topic/x.py", "print('ran')\n")
    told = table(folder)
    assert told.pop(HERE.name) == words.HELD
    assert set(told.values()) == {words.HELD_UNKNOWN}
    assert len([*Store(folder.root / "store").runs()]) == 1


def test_what_a_check_has_run_is_seen(folder: Folder):
    folder.snippet("topic/x.py", "print('ran')\n")
    told = table(folder)
    others = [one for one in interpreters.available() if one != HERE]
    for one in others:
        command = ["check", "--only", "runs", "--python", one.executable, "snippets"]
        answer = folder.proof(*command)
        assert answer.returncode == 0, answer.stdout
    told = table(folder)
    assert {name: told[name] for name in told if told[name] == words.HELD} == {
        one.name: words.HELD
        for one in [HERE, *others]
        if one.name in myths.INTERPRETERS
    }


def test_a_recording_decides_and_a_stale_one_does_not(folder: Folder):
    text = '"""It runs."""\nprint("ran")\n'
    run = folder.run(text, name="x")
    one = snippet.read(folder.root, "topic/x.py")
    version = f"{OTHER.rstrip('t')}.0"
    threaded = OTHER.endswith("t")
    there = dataclasses.replace(HERE, version=version, threaded=threaded)
    recordings.write(folder.project, Plan(one, (), there), run)
    assert table(folder)[OTHER] == words.HELD_RECORDED
    folder.snippet("topic/x.py", f"{text}print('more')\n")
    assert table(folder)[OTHER] == words.HELD_UNKNOWN


def test_a_program_for_other_versions_does_not_apply(folder: Folder):
    header = '# /// script\n# requires-python = ">=3.12,<3.15"\n# ///\n'
    folder.snippet("topic/x.py", f'{header}"""It runs."""\nprint("ran")\n')
    told = table(folder)
    apart = [name for name in told if told[name] == words.HELD_NOWHERE]
    assert apart == ["3.11", "3.15"]


def test_a_failure_is_told(folder: Folder):
    folder.snippet("topic/x.py", "raise SystemExit(3)\n")
    assert table(folder, code=1)[HERE.name] == words.HELD_FAILED
