"""What the workflows call, on a repository of its own."""

import dataclasses
import os
import shutil
import subprocess
import sys

import pytest

from proof.runs import bundle, card
from proof.worlds.kept import Kept
from tests.conftest import ROOT, Folder

GIT = ("git", "-c", "user.name=Somebody", "-c", "user.email=", "-c", "gpg.sign=false")
SURROUNDINGS = {"GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_SYSTEM": os.devnull}


def called(folder: Folder, *words: object, **more: str) -> str:
    """Call something in a project; return what it prints."""
    answer = subprocess.run(
        list(map(str, words)),
        cwd=folder.root,
        env=folder.environment(PYTHONPATH=str(ROOT), **SURROUNDINGS, **more),
        capture_output=True,
        text=True,
        check=False,
    )
    assert answer.returncode == 0, answer.stderr
    return answer.stdout


def commit(folder: Folder) -> str:
    """Put everything into git, but for what is made of it; return the commit."""
    if not (folder.root / ".git").exists():
        called(folder, *GIT, "init", "--quiet")
        ignored = "/store/\n/site/\n/scratch/\n"
        (folder.root / ".gitignore").write_text(ignored, "utf-8")
    called(folder, *GIT, "add", "--all")
    called(folder, *GIT, "commit", "--quiet", "--message", "A change")
    return called(folder, *GIT, "rev-parse", "HEAD").strip()


@pytest.mark.parametrize(
    ("paths", "prose"),
    [
        (["docs/topic/page.md", "README.md"], "true"),
        (["docs/new page.md"], "true"),
        (["docs/topic/page.md", "snippets/topic/one.py"], "false"),
        (["docs/assets/proof.css"], "false"),
        (["docs/labs/one.ipynb"], "false"),
        (["proof/words.md"], "false"),
        (["mkdocs.yml"], "false"),
        ([], "false"),
    ],
)
def test_a_change_is_prose_if_it_touches_nothing_else(
    folder: Folder, paths: list[str], prose: str
):
    base = commit(folder)
    for path in paths:
        file = folder.root / path
        file.parent.mkdir(parents=True, exist_ok=True)
        with file.open("a", encoding="utf-8") as text:
            text.write("\n# More\n")
    if paths:
        commit(folder)
    assert called(folder, ROOT / ".ci/prose", base) == f"prose={prose}\n"


def test_a_program_that_becomes_a_page_is_no_prose(folder: Folder):
    folder.snippet("topic/one.py", "print(1)\n")
    base = commit(folder)
    (folder.root / "snippets/topic/one.py").rename(folder.root / "docs/one.md")
    commit(folder)
    assert called(folder, ROOT / ".ci/prose", base) == "prose=false\n"


def test_a_reviewer_is_told_what_has_changed(folder: Folder):
    folder.snippet("topic/same.py", "print(1)\n")
    folder.snippet("topic/gone.py", "print(1)\n")
    folder.snippet("topic/other.py", '"""It is one."""\nprint(1)\n')
    folder.snippet("topic/worse.py", "print(1)\n")
    folder.page("same.md", "topic/same.py")
    folder.page("gone.md", "topic/gone.py")
    folder.page("topic/index.md", "topic/other.py", "topic/worse.py")
    base = commit(folder)
    for path in ("docs/gone.md", "snippets/topic/gone.py"):
        (folder.root / path).unlink()
    folder.snippet("topic/other.py", '"""It is | <b>two</b>."""\nprint(2)\n')
    header = "# /// script\n# [tool.proof]\n# expect = 3\n# ///\n"
    source = f'{header}"""A claim."""\nraise SystemExit(3)\n'
    folder.snippet("topic/worse.py", source)
    folder.page("new.md", folder.snippet("topic/new.py", "print(1)\n"))
    commit(folder)
    assert folder.build().returncode == 0
    script = ROOT / ".ci" / "changed.py"
    text = called(folder, sys.executable, script, base, "https://example.org/kept")
    rows = [line for line in text.splitlines() if line.startswith("| <code>")]
    here = f"exit code 0, on {folder.run('print(1)').label}"
    shows = "shows topic/other.py, shows topic/worse.py"
    index = "[topic/index.html](https://example.org/kept)"
    new = "[new/index.html](https://example.org/kept)"
    two = "It is &#124; &lt;b&gt;two&lt;/b&gt;."
    assert rows == [
        "| <code>docs/gone.md</code> | gone |  |",
        f"| <code>docs/new.md</code> | new, shows topic/new.py | {new} |",
        f"| <code>docs/topic/index.md</code> | {shows} | {index} |",
        "| <code>topic/gone.py</code> | gone | was: A claim.<br>is: gone "
        "| was: exit code 0<br>is: gone |",
        f"| <code>topic/new.py</code> | new | A claim. | {here} |",
        "| <code>topic/other.py</code> | changed "
        f"| was: It is one.<br>is: {two} | {here} |",
        "| <code>topic/worse.py</code> | changed | A claim. | was: exit code 0<br>"
        f"is: {here.replace('0', '3', 1)} |",
    ]
    assert "any page may differ" not in text


def test_a_reviewer_is_told_that_the_engine_has_changed(folder: Folder):
    base = commit(folder)
    with (folder.root / "mkdocs.yml").open("a", encoding="utf-8") as settings:
        settings.write("site_author: Somebody\n")
    commit(folder)
    text = called(folder, sys.executable, ROOT / ".ci" / "changed.py", base)
    assert "any page may differ" in text
    assert text.count("| none |") == 2


def merged(folder: Folder, exports: str) -> subprocess.CompletedProcess:
    """What the workflow calls of a folder with exports."""
    (folder.root / ".venv").symlink_to(sys.prefix)
    return subprocess.run(
        [ROOT / ".ci" / "merge", exports, "data"],
        cwd=folder.root,
        env=folder.environment(PYTHONPATH=str(ROOT)),
        capture_output=True,
        text=True,
        check=False,
    )


def test_what_legs_have_exported_is_merged(folder: Folder):
    """As worlds.yml does it: two legs, a file that is damaged, a contradiction."""
    run = folder.run("print(1)\n")
    broken = dataclasses.replace(
        run,
        status=256,
        samples=[run.samples[0] | {"status": 256}],
        date="2026-01-01T00:00:00+00:00",
    )
    legs = folder.root / "worlds"
    for name, made in (("runs-a", run), ("runs-b", broken)):
        bundle.write(legs / name, card.own("one machine"), [made])
    (legs / "damaged.runs").write_bytes(b"proof-runs 1 0000\nnothing")
    answer = merged(folder, "worlds")
    assert answer.returncode == 1, answer.stderr
    assert "worlds/damaged.runs:1: was cut or altered" in answer.stderr
    assert answer.stdout.count("nothing else differs") == 1
    assert (folder.root / "data" / "python-concurrency-compat.json").exists()


@pytest.mark.parametrize("name", ["nowhere", "worlds"])
def test_nothing_that_was_merged_is_no_success(folder: Folder, name: str):
    folder.snippet("topic/one.py", "print(1)\n")
    (folder.root / "worlds").mkdir()
    answer = merged(folder, name)
    assert answer.returncode == 2, answer.stderr
    assert "so there is nothing to merge" in answer.stderr


# What stands in for GitHub's command, which needs GitHub: what was exported before lies
# in its folder, and a file with "forged" in its name is not attested.
GH = """\
#!/bin/sh
case "$1 $2" in
"run list") echo 7 ;;
"run download") cp -r "$EXPORTS"/. "$5" ;;
"attestation verify") case "$3" in *forged*) exit 1 ;; esac ;;
esac
"""


def test_runs_of_other_machines_and_the_data_are_brought(folder: Folder):
    run = folder.run("print(1)\n")
    exports = folder.root / "exports"
    file = bundle.write(exports / "runs-a", card.own("one machine"), [run])
    forged = bundle.write(exports / "runs-b", card.own("forged"), [run])
    assert "forged" in forged.name
    tools = folder.root / "tools"
    tools.mkdir()
    (tools / "gh").write_text(GH, encoding="utf-8")
    (tools / "gh").chmod(0o755)
    (folder.root / ".venv").symlink_to(sys.prefix)
    (folder.root / ".ci").mkdir()
    shutil.copy(ROOT / ".ci" / "bring", folder.root / ".ci")
    site = folder.root / "published"
    (site / "data").mkdir(parents=True)
    (site / "data" / "python-concurrency-compat.json").write_text("{}", "utf-8")
    answer = subprocess.run(
        [folder.root / ".ci" / "bring"],
        env=folder.environment(
            PYTHONPATH=str(ROOT),
            PATH=f"{tools}:{os.environ['PATH']}",
            EXPORTS=str(exports),
            GH_REPO="some/project",
            SITE_URL=site.as_uri(),
            PROOF_STORE=str(folder.project.store),
        ),
        capture_output=True,
        text=True,
        check=False,
    )
    assert answer.returncode == 0, answer.stderr
    assert "is not attested, and is left out" in answer.stdout
    assert f"{file.name}: 1 run of one machine, 1 of them new" in answer.stdout
    assert [*Kept(folder.project).machines().values()] == [card.own("one machine")]
    assert (folder.project.store / "data" / "python-concurrency-compat.json").exists()
    assert "feed.json is not published; its feed begins anew" in answer.stdout


def test_without_any_of_it_a_site_is_built_all_the_same(folder: Folder):
    (folder.root / ".ci").mkdir()
    shutil.copy(ROOT / ".ci" / "bring", folder.root / ".ci")
    answer = subprocess.run(
        [folder.root / ".ci" / "bring"],
        env=folder.environment(SITE_URL="", GH_REPO="some/project"),
        capture_output=True,
        text=True,
        check=False,
    )
    assert answer.returncode == 0, answer.stderr
    assert "No runs of other machines are there." in answer.stdout
