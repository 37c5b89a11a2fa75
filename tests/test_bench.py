import io
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from rich.console import Console

from bench import builds, disturbed, engine, sites, table
from bench.bound import lower_bound
from bench.table import Row
from proof.project import Project
from proof.runs.run import Run
from proof.words import WITHHELD
from tests.conftest import MKDOCS, ROOT, Folder

GREETING = '''\
# /// script
# [tool.proof]
# args = [["one"], ["two"]]
# ///
"""It greets, and shows a fence."""
import sys

print("good morning,", *sys.argv[1:])
print("```")
'''


@pytest.fixture
def site(folder: Folder) -> Folder:
    """A project whose one page shows one program, twice run."""
    folder.page("topic/page.md", folder.snippet("topic/greeting.py", GREETING))
    return folder


def text_of(folder: Path) -> str:
    built = Folder(folder).build()
    assert built.returncode == 0, built.stderr
    html = (folder / "site" / "topic" / "page" / "index.html").read_text("utf-8")
    return re.sub(r"<[^>]+>", "", html)


def made(path: str, wall: float, cpu: float) -> Run:
    return Run(
        origin={"path": path},
        command=f"python {path}",
        label="CPython",
        date="2026-01-01T00:00:00+00:00",
        status=0,
        reached=None,
        wall=wall,
        cpu=cpu,
        peak_rss=0,
        stdout=[],
        stderr=[],
        left=[],
        dumps=[],
        trace=None,
        samples=[
            {
                "status": 0,
                "reached": None,
                "wall": wall,
                "cpu": cpu,
                "stdout": [],
                "stderr": [],
                "left": [],
                "load": 0.0,
            }
        ],
    )


def test_the_plain_copy_shows_the_results_and_runs_nothing(site, tmp_path):
    store = site.root / "store"
    builds.seconds(site.root, store)
    assert len(builds.stored(site.root, store)) == 2
    plain = sites.plain(site.root, store, tmp_path / "copies" / "plain")
    assert Project(plain).references() == []
    page = (plain / "docs" / "topic" / "page.md").read_text("utf-8")
    # The source holds three backticks.
    assert '\n````python linenums="1"\n# /// script' in page
    assert "\n# [tool.proof]\n" in page
    text = text_of(plain)
    for shown in ("good morning, one", "good morning, two", "peak memory"):
        assert shown in text


def test_an_older_commit_is_built_by_its_own_engine_and_its_pages_by_ours(
    site, tmp_path
):
    assert sites.commit(site.root, "HEAD", tmp_path / "none") is None, "no repository"

    def git(*words: str) -> None:
        identity = ("-c", "user.name=A", "-c", "user.email=a@example.org")
        subprocess.run(["git", *identity, *words], cwd=site.root, check=True)

    engine, project = site.root / "proof" / "__init__.py", site.root / "pyproject.toml"
    engine.parent.mkdir()
    engine.write_text("def example(path): return f'<p>older: {path}</p>'")
    project.write_text(
        '[project]\nname = "proof"\n[project.entry-points."mkdocs.plugins"]\n'
        'older = "proof:Plugin"\n'
    )
    config = MKDOCS.replace(", proof]", "]")  # the older one has no such plugin
    (site.root / "mkdocs.yml").write_text(f"{config}nav:\n  - topic/page.md\n")
    git("init", "--quiet")
    git("add", ".")
    git("commit", "--quiet", "-m", "Older")
    older = sites.commit(site.root, "HEAD", tmp_path / "older")
    metadata = older / "proof-0.dist-info" / "entry_points.txt"
    assert metadata.read_text() == "[mkdocs.plugins]\nolder = proof:Plugin"
    pages = builds.pages(older, tmp_path / "store")
    assert "older: topic/greeting.py" in "".join(pages)
    shutil.rmtree(engine.parent)
    site.page("topic/newer.md")
    (site.root / "mkdocs.yml").write_text(f"{MKDOCS}nav: [topic/newer.md]\n")
    ours = sites.with_content(site.root, older, tmp_path / "ours")
    assert not (ours / "docs" / "topic" / "newer.md").exists()
    assert "good morning, one" in "".join(builds.pages(ours, tmp_path / "store"))
    took, cpu = builds.cost(ours, tmp_path / "store")
    assert cpu > 0 and took > 0


def test_the_console_copy_runs_each_program_in_a_shell(site, tmp_path):
    endings = (
        ("coded", "3", "raise SystemExit(3)"),
        ("signalled", '"SIGKILL"', "import os\nos.kill(os.getpid(), 9)"),
        ("hanging", '"hang"\n# limit = 0.5', "import time\ntime.sleep(60)"),
    )
    paths = ["topic/greeting.py"]
    for name, expect, body in endings:
        header = f"# /// script\n# [tool.proof]\n# expect = {expect}\n# ///\n"
        text = f'{header}"""A claim."""\nprint("{name}", flush=True)\n{body}\n'
        paths.append(site.snippet(f"topic/{name}.py", text))
    site.page("topic/page.md", *paths)
    text = text_of(sites.console(site.root, tmp_path / "copies" / "console"))
    for shown in ("good morning, one", "good morning, two"):
        assert shown in text
    for name, _, _ in endings:
        assert f"topic/{name}.py\n{name}\n" in text, "the command, then its output"


def test_a_console_fence_that_fails_is_an_error(site, tmp_path):
    path = site.snippet("topic/failing.py", "raise SystemExit(3)")
    site.page("topic/page.md", path)
    console = sites.console(site.root, tmp_path / "copies" / "console")
    with pytest.raises(RuntimeError, match="exited with unexpected code 3"):
        builds.seconds(console, site.root / "store")


def test_a_run_that_failed_in_a_measured_build_is_an_error(site):
    site.page("topic/page.md", site.snippet("topic/bad.py", "raise SystemExit(3)"))
    store = site.root / "store"
    builds.seconds(site.root, store)
    with pytest.raises(RuntimeError, match=r"failed while .*topic/bad\.py"):
        builds.stored(site.root, store)


def test_all_quiet_runs_count_in_the_bound_and_others_share_the_cores():
    runs = [
        made("a.py", 2.0, 1.0),
        made("b_timing.py", 1.0, 0.5),
        made("q_timing.py", 0.5, 0.4),
    ]
    bound = lower_bound(runs, {"q_timing.py"}, cores=2, rendering=0.25)
    assert (bound.quiet, bound.shared, bound.longest) == (1.0, 0.75, 2.0)
    assert bound.seconds == 2.25, "the longest run decides"
    bound = lower_bound(runs, {"q_timing.py", "b_timing.py"}, cores=1, rendering=0.25)
    assert bound.seconds == 2 * 1.5 + 1.0 + 0.25, "the work decides"


def test_an_aim_is_met_by_the_median_from_the_right_side():
    assert Row("a", [1.0, 1.2, 9.0], aim=1.25).met is True
    assert Row("a", [1.0, 1.3, 1.4], aim=1.25).met is False
    assert Row("a", [1.0, 3.5, 4.0], aim=3, at_least=True).met is True
    assert Row("a", [1.0]).met is None


def test_the_table_names_the_machine_and_judges_each_row():
    console = Console(width=80, record=True, file=io.StringIO())
    rows = [
        Row("a ratio", [1.1, 1.2, 1.3], aim=1.25, parts="12 s / 10 s"),
        Row("another", [2.0, 2.25, 2.5], aim=3, at_least=True),
        Row("no aim", [5.0], " %"),
    ]
    table.show(console, sites.Size(3, 2, 1), 0.5, rows)
    text = console.export_text()
    assert "3 pages, 2 programs, 1 runs; load average 0.5" in text
    assert "CPython" in text
    for words in (
        ("a ratio", "1.20", "1.10-1.30 (3)", "≤ 1.25", "yes"),
        ("another", "2.25", "2-2.50 (3)", "≥ 3", "no"),
        ("no aim", "5 %", "5-5 (1)"),
    ):
        line = next(line for line in text.splitlines() if words[0] in line)
        assert all(word in line for word in words), line
    assert "12 s / 10 s" in text


def test_the_cost_of_a_run_is_what_it_takes_longer_than_the_program(tmp_path):
    before = dict(os.environ)
    cost = engine.cost_of_a_run(tmp_path, runs=4)
    assert cost.alone > 0
    assert cost.added < cost.run
    assert os.environ == before


@pytest.mark.timeout(400)
def test_the_bench_prints_its_table_and_leaves_nothing(site, tmp_path_factory):
    folder = tmp_path_factory.mktemp("temporary")
    before = {file: file.stat().st_mtime_ns for file in site.root.rglob("*.md")}
    done = subprocess.run(
        [sys.executable, "-m", "bench", "--rounds", "1"],
        cwd=site.root,
        env=site.environment(TMPDIR=str(folder), PYTHONPATH=str(ROOT), COLUMNS="120"),
        capture_output=True,
        text=True,
        timeout=380,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    print(done.stderr, done.stdout)
    assert "1 programs, 2 runs" in done.stdout
    rows = [line for line in done.stdout.splitlines() if "(1)" in line]
    assert len(rows) == 10 + 5 * sys.platform.startswith("linux")
    [again] = [line for line in rows if "snippets run again" in line]
    assert "1-1 (1)" in again
    assert list(folder.iterdir()) == []
    assert before == {file: file.stat().st_mtime_ns for file in before}
    assert not (site.root / "site").exists()


def test_a_figure_that_is_shown_as_a_build_s_own_is_told_from_others():
    run, kept = '<div class="proof-run">', '<div class="proof-run proof-from-git">'
    page = (
        f'<div class="proof" data-snippet="a.py">{run}1</div>{kept}2</div></div>'
        f'<div class="proof" data-snippet="b.py">{run}{WITHHELD}</div></div>'
        f'<div class="proof" data-snippet="loud.py">{run}3</div></div>'
    )
    assert disturbed.figures(page, {"a.py", "b.py"}) == ["own", "recorded", "withheld"]
