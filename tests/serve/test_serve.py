"""The served site: there at once, filled in by and by, never older than its files."""

import json
import os
import random
import re
import shutil
import socket
import threading
import time
import urllib.request

import psutil
import pytest

from tests.conftest import ROOT, Folder
from tests.serve.conftest import Served, serving, until

REPORT = (
    '# Report\n\nText.\n\n```python exec="1" html="1"\n'
    "from proof import report\nprint(report())\n```\n"
)
SLOW = "import time\ntime.sleep({})\nprint('it took', 'its time')\n"
SCRIPT = re.compile(r"<script>\s*\(\(\) => \{\s*const ask.*?</script>", re.S)


def test_a_page_is_there_before_its_programs_have_run_and_is_filled_in(folder: Folder):
    path = folder.snippet("topic/slow.py", f'"""It is slow."""\n{SLOW.format(3)}')
    folder.page("page.md", path)
    folder.page("other.md", folder.snippet("topic/quick.py", "print('qui' + 'ck')\n"))
    with serving(folder) as served:
        page = served.get("page/")
        assert "proof-awaited" in page
        assert "It is slow." in page
        assert "it took its time" not in page
        assert "quick" in served.get("other/", timeout=2)  # is served meanwhile
        assert served.has_changed("page/", served.version("page/"))
        until(lambda: "it took its time" in served.get("page/"))
        assert "proof-awaited" not in served.get("page/")


def test_what_is_being_read_is_run_first(folder: Folder):
    log = folder.log
    source = "import time\ntime.sleep(0.3)\nopen({!r}, 'a').write('{}\\n')\n"
    for number in range(12):
        name = "abcdefghijkl"[number]
        path = folder.snippet(f"topic/{name}.py", source.format(str(log), name))
        folder.page(f"{name}.md", path)
    with serving(folder) as served:
        served.get("l/")
        until(lambda: log.exists() and "l\n" in log.read_text())
        assert len(log.read_text().splitlines()) < 12


def test_saved_pages_and_snippets_are_drawn_and_reloaded(served: Served):
    folder = served.folder
    until(lambda: "first output" in served.get("page/"))
    until(lambda: "ended with exit code 3" in served.get("page/"))
    until(lambda: "proof-awaited" not in served.get("page/"))
    before = served.version("page/")
    page = folder.root / "docs" / "page.md"
    page.write_text(page.read_text().replace("A paragraph.", "Another paragraph."))
    assert "Another paragraph." in served.get("page/")  # whoever asks has it at once
    assert served.has_changed("page/", before)
    before = served.version("page/")
    folder.snippet("topic/good.py", "print('second output')\n")
    assert served.has_changed("page/", before)
    until(lambda: "second output" in served.get("page/"))
    until(lambda: "proof-awaited" not in served.get("page/"))
    assert not served.has_changed("page/", served.version("page/"), within=2)


def test_a_failure_is_said_with_its_output(served: Served):
    until(lambda: "topic/bad.py" in served.said.read_text())
    assert "bad so far" in served.said.read_text()


def test_a_new_page_a_new_title_and_a_deleted_page_are_in_every_navigation(
    served: Served,
):
    docs = served.folder.root / "docs"
    version = served.version("")
    (docs / "new.md").write_text("# Quite new\n\nText.\n")
    assert served.has_changed("", version)
    assert "Quite new" in served.get()
    (docs / "new.md").write_text("# Newer still\n\nText.\n")
    assert "Newer still" in served.get("page/")
    assert "Quite new" not in served.get("page/")
    (docs / "new.md").unlink()
    assert "Newer still" not in served.get("page/")
    assert served.get("new/") == ""


def test_search_and_links_catch_up_and_say_so(served: Served):
    index = served.get("search/search_index.json", timeout=60)
    assert "A paragraph" in index
    until(lambda: "links and search are up to date" in served.said.read_text())
    page = served.folder.root / "docs" / "page.md"
    page.write_text(f"{page.read_text()}\nA [zebra](nowhere.md).\n")
    until(lambda: "zebra" in served.get("search/search_index.json"))
    until(lambda: "nowhere.md" in served.said.read_text())


def test_a_saved_engine_is_loaded_anew(folder: Folder):
    # An engine of its own: other servers would load a saved one anew, too.
    shutil.copytree(ROOT / "proof", folder.root / "proof")
    folder.page("page.md", folder.snippet("topic/x.py", "print('out' + 'put')\n"))
    words = folder.root / "proof" / "words.py"
    with serving(folder) as served:
        until(lambda: "output" in served.get("page/"))
        before = served.version("page/")
        words.write_text("wrong wrong")
        until(lambda: "served as it was" in served.said.read_text())
        assert served.get("page/")
        text = (ROOT / "proof" / "words.py").read_text()
        words.write_text(text.replace('IS_RUNNING = "running"', 'IS_RUNNING = "runs"'))
        until(lambda: "loading it anew" in served.said.read_text())
        until(lambda: served.has_changed("page/", before))
        folder.snippet("topic/x.py", SLOW.format(2))
        assert ">runs</span>" in served.get("page/")


def test_an_engine_that_is_broken_while_it_is_loaded_anew_is_waited_for(
    folder: Folder,
):
    shutil.copytree(ROOT / "proof", folder.root / "proof")
    folder.page("page.md", folder.snippet("topic/x.py", "print('out' + 'put')\n"))
    engine = folder.root / "proof" / "serve"
    site = engine / "site.py"
    good = site.read_text()
    with serving(folder) as served:
        until(lambda: "output" in served.get("page/"))
        # What is tried before is whole; what then begins is not.
        site.write_text(good + "\nif sys.argv[0] != '-c':\n    1 / 0\n")
        until(lambda: "ZeroDivisionError" in served.said.read_text())
        assert "served as it was" not in served.said.read_text()
        # Whoever asks meanwhile waits.
        asked: list[str] = []
        asking = threading.Thread(target=lambda: asked.append(served.get("page/")))
        asking.start()
        site.write_text("wrong wrong")  # still
        until(lambda: "SyntaxError" in served.said.read_text())
        assert not asked
        site.write_text(good)
        asking.join()
        assert "output" in asked[0]
        # And what only serving needs is tried before.
        (engine / "terminal.py").write_text("wrong wrong")
        until(lambda: "served as it was" in served.said.read_text())
        assert "output" in served.get("page/")


def test_a_configuration_that_cannot_be_loaded_changes_nothing(served: Served):
    config = served.folder.root / "mkdocs.yml"
    good = config.read_text()
    config.write_text("nav: [")
    until(lambda: "served as it was" in served.said.read_text())
    assert "A paragraph" in served.get("page/")
    config.write_text(good.replace("A small project", "A renamed project"))
    until(lambda: "A renamed project" in served.get("page/"))


def test_an_answer_that_has_begun_ends_before_the_engine_is_loaded_anew(
    served: Served,
):
    large = b"x" * 30_000_000  # more than lies in the buffers between two processes
    (served.folder.root / "docs" / "large.txt").write_bytes(large)
    config = served.folder.root / "mkdocs.yml"
    until(lambda: len(served.get("large.txt")) == len(large))
    with urllib.request.urlopen(served.url + "large.txt", timeout=20) as answer:
        config.write_text(config.read_text().replace("A small", "A renamed"))
        until(lambda: "loading it anew" in served.said.read_text())
        assert len(answer.read()) == len(large)
    until(lambda: "A renamed project" in served.get("page/"))


def test_mkdocs_serve_does_the_same_and_fails_at_nothing(folder: Folder):
    folder.page("page.md", folder.snippet("topic/bad.py", "raise SystemExit(3)\n"))
    with serving(folder, "mkdocs", "serve") as served:  # mkdocs.yml says strict
        until(lambda: "ended with exit code 3" in served.get("page/"))
        assert folder.build().returncode == 1


def test_without_a_terminal_a_line_says_how_many_are_left(folder: Folder):
    source = f"# /// script\n# [tool.proof]\n# limit = 20\n# ///\n{SLOW.format(11)}"
    folder.page("page.md", folder.snippet("topic/slow.py", source))
    with serving(folder) as served:
        until(lambda: "1 still to run" in served.said.read_text())


def test_a_run_whose_supervisor_is_lost_is_made_again(folder: Folder):
    folder.page("page.md", folder.snippet("topic/slow.py", SLOW.format(3)))
    with serving(folder) as served:
        assert "proof-awaited" in served.get("page/")
        server = psutil.Process(served.process.pid)

        def keepers() -> list[psutil.Process]:
            return [
                p for p in server.children() if "proof.supervise" in str(p.cmdline())
            ]

        until(keepers)
        for keeper in keepers():
            keeper.kill()
        until(lambda: "it took its time" in served.get("page/"))
        until(lambda: "proof-awaited" not in served.get("page/"))
        assert "failure" not in served.get("page/")


def test_odd_requests_are_answered_and_lead_nowhere_else(served: Served):
    (served.folder.root / "secret.txt").write_text("secret")
    (served.folder.root / "docs" / "word.txt").write_text("a word")
    assert served.get("word.txt") == "a word"
    for path in (
        "../secret.txt",
        "%2e%2e/secret.txt",
        "page/..%2f..%2fsecret.txt",
        f"/{served.folder.root}/secret.txt",
        "%00",
        "a%00b/",
        "nowhere/",
    ):
        assert "secret" not in served.get(path)
    for version in ("", "abc", "-1", "1e9", "9" * 40):
        assert served.has_changed("page/", version)
    assert served.has_changed("nowhere/", "1")
    with socket.create_connection(("127.0.0.1", served.port)) as client:
        client.sendall(b"GET /page/ HTTP/1.1\r\nHost: x\r\n\r\n")  # and is gone
    assert "A paragraph" in served.get("page/")
    assert "Traceback" not in served.said.read_text()


def test_a_page_that_cannot_be_read_says_so_and_the_others_are_served(served: Served):
    bad = served.folder.root / "docs" / "bad.md"
    bad.write_bytes(b"# Bad \xff\xfe\n")
    until(lambda: "bad.md" in served.said.read_text())
    assert "A paragraph" in served.get("page/")
    bad.write_text("# Good again\n")
    assert "Good again" in served.get("page/")


def test_a_port_that_is_taken_is_said(served: Served):
    port = str(served.port)
    answer = served.folder.proof("serve", "--port", port)
    assert answer.returncode == 1
    said = answer.stdout + answer.stderr
    assert f"port {port} cannot be used" in said
    assert "Traceback" not in said


@pytest.mark.timeout(900)
def test_no_page_is_stale_after_random_edits(folder: Folder):
    """``make stress`` edits for ten minutes, a test for a few seconds."""
    seconds = float(os.environ.get("PROOF_STRESS") or 10)
    chance = random.Random(20261129)
    names = [f"page{letter}" for letter in "abcdef"]
    snippets = [folder.snippet(f"topic/{n}.py", f"print('{n}')\n") for n in "uvwxyz"]
    for name in names:
        folder.page(f"{name}.md", *chance.sample(snippets, 2))
    docs = folder.root / "docs"
    with serving(folder) as served:
        deadline = time.monotonic() + seconds
        count = 0
        while time.monotonic() < deadline:
            count += 1
            edit(folder, chance, names, snippets, count)
            if chance.random() < 0.5:
                served.get(f"{chance.choice(names)}/")
            time.sleep(chance.choice([0.0, 0.05, 0.3]))
        there = [name for name in names if (docs / f"{name}.md").exists()]
        until(
            lambda: all("proof-awaited" not in served.get(f"{n}/") for n in there), 100
        )
        shown = {name: plain(served.get(f"{name}/")) for name in there}
    assert count >= 10
    config = folder.root / "mkdocs.yml"  # which the server has not been told of
    config.write_text(f"{config.read_text()}site_url: {served.url}\n")
    answer = folder.build("--no-strict")
    assert answer.returncode == 0, answer.stderr
    for name in there:
        page = folder.root / "site" / name / "index.html"
        assert shown[name].split("\n") == plain(page.read_text()).split("\n"), name


def edit(
    folder: Folder,
    chance: random.Random,
    names: list[str],
    snippets: list[str],
    count: int,
) -> None:
    """Change a page, its title, or a program; or delete a page, or bring it back."""
    name = chance.choice(names)
    page = folder.root / "docs" / f"{name}.md"
    kind = chance.randrange(4)
    if kind == 0:
        path = chance.choice(snippets)
        folder.snippet(path, f"print('{path}', {count})\n")
    elif not page.exists() or kind == 1:
        folder.page(f"{name}.md", *chance.sample(snippets, 2))
    elif kind == 2 and len(list(page.parent.glob("page?.md"))) > 2:
        page.unlink()
    else:
        text = page.read_text().replace("A paragraph.", f"A paragraph. Edit {count}.")
        page.write_text(text.replace("# A page", f"# A page of edit {count}", 1))


def plain(page: str) -> str:
    """A page without what a server and a build have to say differently."""
    page = SCRIPT.sub("", page)
    page = re.sub(r"<!--.*?-->", "", page, flags=re.S)  # when it was built
    return re.sub(r"\s*\n\s*", "\n", page)


def test_the_runs_are_served_as_data_when_they_are_made(folder: Folder):
    folder.snippet("topic/one.py", "print('ran')\n")
    folder.page("page.md", "topic/one.py")
    folder.page("report.md").write_text(REPORT, "utf-8")
    with serving(folder) as served:
        assert 'href="runs.json"' in served.get("report/")
        until(lambda: '"passed": true' in served.get("report/runs.json"))
        [one] = json.loads(served.get("report/runs.json"))["runs"]
        assert (one["program"], one["outcome"]) == ("snippets/topic/one.py", 0)
