"""Distributions, timings, stacks and recordings as a page shows them."""

import dataclasses
import json
import re
import sys

import pytest

from proof import words
from proof.programs import interpreters, snippet
from proof.runs import recordings
from proof.show import chart, distribution, provenance, ran, stacks, timings
from tests.conftest import Folder

HERE = interpreters.current().name


def html(folder: Folder, *paths: str) -> str:
    folder.page("page.md", *paths)
    answer = folder.build()
    assert answer.returncode == 0, answer.stderr
    return (folder.root / "site" / "page" / "index.html").read_text(encoding="utf-8")


ALTERNATING = """
# /// script
# [tool.proof]
# repeat = 10
# ///
import os
number = len(open({log!r}).read()) if os.path.exists({log!r}) else 0
open({log!r}, "a").write("x")
print("three" if number % 3 == 0 else "<other>")
"""


def test_a_repeated_run_shows_how_often_each_result_came(folder: Folder):
    source = ALTERNATING.format(log=str(folder.log))
    page = html(folder, folder.snippet("topic/x.py", source))
    rows = re.findall(r"<pre>(.*?)</pre>.*?--share:([\d.]+).*?(\d+ of \d+)", page)
    assert rows == [
        ("&lt;other&gt;", "0.6000", "6 of 10"),
        ("three", "0.4000", "4 of 10"),
    ]


def test_every_repeated_run_has_to_pass(folder: Folder):
    source = ALTERNATING.format(log=str(folder.log))
    result = folder.result(source + "assert number < 7\n")
    assert "ended with exit code 1" in result.errors[0].problem


def test_many_distinct_results_are_summed_up(folder: Folder):
    source = "# /// script\n# [tool.proof]\n# repeat = 20\n# ///\nimport os\n"
    run = folder.run(source + "print(os.getpid())")
    table = distribution.table("x", run)
    assert table.count("1 of 20") == distribution.MOST
    assert f"{20 - distribution.MOST} other results" in table
    assert f"{20 - distribution.MOST} of 20" in table


TIMED = """
# /// script
# [tool.proof]
# quiet = true
# ///
import random, time
print(f"sleep: {random.uniform(1, 2):.3f} ms")
print(f"large / small: {random.uniform(8, 9):.2f} times")
print("same / same:", 0.9 if time.time_ns() // 1000 % 2 else 1.1, "times")
print("a line without a number")
"""


def test_a_quiet_snippet_shows_median_spread_and_single_values(folder: Folder):
    run = folder.run(TIMED, name="tried_timing")
    assert len(run.samples) == 5
    found = {timing.label: timing for timing in timings.read(run)}
    assert set(found) == {"sleep", "large / small", "same / same"}
    assert len(found["sleep"].values) == 5
    assert 1 <= found["sleep"].median <= 2
    assert not found["large / small"].undecided
    table = timings.table(timings.read(run), timings.caption("x", run))
    assert table.count("<circle") == 15
    assert "5 runs" in table


def test_a_ratio_whose_interval_covers_one_is_no_difference():
    decided = timings.Timing("a / b", "times", [1.1, 1.2, 1.3])
    undecided = timings.Timing("a / b", "times", [0.9, 1.2, 1.3])
    duration = timings.Timing("a", "s", [0.9, 1.2])
    assert [t.undecided for t in (decided, undecided, duration)] == [False, True, False]


def test_the_line_below_a_quiet_run_says_that_it_was_disturbed(folder: Folder):
    run = folder.run("print('x')")
    alone, shared = (
        dataclasses.replace(run, samples=[run.samples[0] | {"load": load, "delay": 0}])
        for load in (0.0, 1.5)
    )
    said = "disturbed by other programs"
    assert said in provenance.lines(shared, quiet=True)[0]
    assert said not in provenance.lines(alone, quiet=True)[0]
    assert said not in provenance.lines(shared, quiet=False)[0]


def test_a_hang_shows_the_readers_own_line_of_every_thread(folder: Folder):
    page = html(
        folder,
        folder.snippet(
            "topic/x.py",
            """
            # /// script
            # [tool.proof]
            # expect = "hang"
            # limit = 0.6
            # ///
            import threading

            def transfer(first, second):
                with first:
                    meeting.wait()
                    with second:
                        pass

            a, b = threading.Lock(), threading.Lock()
            meeting = threading.Barrier(2)
            for locks in ((a, b), (b, a)):
                threading.Thread(target=transfer, args=locks).start()
            """,
        ),
    )
    assert (
        len(re.findall(r"<code>snippets/topic/x\.py:\d+ in transfer</code>", page)) == 2
    )
    assert "<details><summary>all" in page
    assert "lib/python3" in page
    assert str(folder.root) not in page


def test_a_dump_is_read_frame_by_frame():
    dump = (
        "Fatal Python error: Aborted\n\n"
        "Thread 0x00007f [worker] (most recent call first):\n"
        '  File "lib/python3.14/threading.py", line 3 in wait\n'
        '  File "snippets/x.py", line 9 in job\n\n'
        "Current thread 0x00007e (most recent call first):\n"
        '  File "snippets/x.py", line 20 in <module>\n'
    )
    first, second = stacks.read(dump)
    assert first.name == "worker"
    assert [str(frame) for frame in first.frames] == [
        "lib/python3.14/threading.py:3 in wait",
        "snippets/x.py:9 in job",
    ]
    assert second.frames[0].function == "<module>"
    assert stacks.read("nothing") == []


def test_a_dump_without_a_state_as_on_macos_is_shown_without():
    dump = {"pid": 7, "command": "python x", "text": ""}
    assert "<li>process 7: python x<ul>" in stacks.show([dump], "snippets/x.py")
    more = {"state": "S", "parent": 1}
    assert "process 7, state S, parent 1: python x" in stacks.show([dump | more], "x")


def test_of_a_stack_dump_python_s_part_is_shown_on_the_terminal():
    python = "Current thread 0x1 (most recent call first):\n  File x, line 1 in f"
    more = "\n\nCurrent thread's C stack trace (most recent call first):\n  Binary x"
    assert stacks.python_part(python + more) == stacks.python_part(python) == python


def test_runs_beside_each_other_have_differing_lines_marked(folder: Folder):
    page = html(
        folder,
        folder.snippet(
            "topic/x.py",
            """
            # /// script
            # [tool.proof]
            # args = [["one"], ["two"]]
            # ///
            import sys, threading, time
            print("the same")
            print(sys.argv[1])
            threading.Thread(target=time.sleep, args=(0.2,)).start()
            """,
        ),
    )
    assert re.findall(r"<mark>(.*?)</mark>", page) == ["one", "two"]
    if sys.platform == "linux":
        assert page.count('<figure class="proof-picture"') == 2
    assert re.findall(r"<span>(\w+)</span></label>", page) == ["one", "two"]
    [table] = re.findall('(?s)<table class="proof-compared">.*?</table>', page)
    assert "What differs between these 2 runs; 1 line is the same." in table
    assert re.findall("<pre>(.*?)</pre>", table) == ["one", "two"]


def recorded(folder: Folder, name: str = "3.98t") -> str:
    """A snippet, and a recording of it that claims to be of an unknown interpreter."""
    path = folder.snippet(
        "topic/x.py",
        f'# /// script\n# [tool.proof]\n# pythons = ["{name}"]\n# ///\n'
        "print('as it was')\n",
    )
    answer = folder.proof("record", "topic/x.py", "--python", HERE)
    assert answer.returncode == 0, answer.stdout
    [file] = (folder.root / "recordings").rglob("*.json")
    assert file.relative_to(folder.root).as_posix() == f"recordings/topic/x/{HERE}.json"
    values = json.loads(file.read_text())
    values |= {"label": "CPython 3.98.0 free-threaded", "command": f"python{name} x"}
    file.unlink()
    file.with_name(f"{name}.json").write_text(json.dumps(values))
    return path


def test_a_recording_is_shown_as_one_where_the_interpreter_is_missing(folder: Folder):
    page = html(folder, recorded(folder))
    assert "recording: made elsewhere, kept in git" in page
    assert "CPython 3.98.0 free-threaded" in page
    assert (
        "Not run here: it needs Python 3.98t, and this machine has none; "
        "uv python install brings it. You see a recording."
    ) in page
    assert page.count("Not run here") == 1
    assert page.count(">as it was\n") == 2


def test_a_recording_holds_its_full_origin(folder: Folder):
    path = recorded(folder)
    one = snippet.read(folder.root, path)
    [run], errors = recordings.find(folder.project, one, "3.98t")
    assert not errors
    assert run.origin["snippet"] == one.digest
    assert run.origin["interpreter"]["build"]
    assert run.origin["machine"]["cpu"] is not None
    assert run.date


def test_a_recording_of_an_older_text_is_dropped_and_the_page_still_builds(
    folder: Folder,
):
    path = recorded(folder)
    source = (folder.root / "snippets" / path).read_text() + "# edited\n"
    folder.snippet(path, source)
    folder.page("page.md", path)
    answer = folder.build()
    assert answer.returncode == 0
    assert "recordings/topic/x/3.98t.json:1: is of an older text" in answer.stderr
    page = (folder.root / "site" / "page" / "index.html").read_text()
    assert "made elsewhere" not in page
    assert "Not run here." in page


def test_a_damaged_recording_is_one_clear_line(folder: Folder):
    path = recorded(folder)
    (folder.root / "recordings" / "topic" / "x" / "3.98t.json").write_text("{")
    folder.page("page.md", path)
    answer = folder.build()
    assert answer.returncode == 0
    assert "3.98t.json:1: is no recording that this version reads" in answer.stderr


NEEDY = """
# /// script
# [tool.proof]
# needs = ["sh"{more}]
# ///
import shutil
assert shutil.which("sh")
print("it has a shell")
"""


def test_a_program_that_a_snippet_needs_is_on_its_path(folder: Folder):
    run = folder.run(NEEDY.format(more=""))
    assert [text for _, text in run.stdout] == ["it has a shell"]
    assert set(run.origin["tools"]) == {"sh"}


def test_without_what_it_needs_a_snippet_shows_how_to_install_it(folder: Folder):
    page = html(folder, folder.snippet("topic/x.py", NEEDY.format(more=', "no-such"')))
    assert "Not run here." in page
    assert "<code>snippets/topic/x.py:5</code> needs no-such" in page
    assert "apt-get install no-such" in page


def test_without_what_it_needs_a_snippet_shows_its_recording(folder: Folder):
    path = folder.snippet("topic/x.py", NEEDY.format(more=""))
    assert folder.proof("record", path, "--python", HERE).returncode == 0
    folder.snippet(path, NEEDY.format(more=', "no-such"'))
    [file] = (folder.root / "recordings").rglob("*.json")
    values = json.loads(file.read_text())
    values["origin"]["snippet"] = snippet.read(folder.root, path).digest
    file.write_text(json.dumps(values))
    file.rename(file.with_name("3.98.json"))  # of whatever interpreter
    page = html(folder, path)
    assert "recording: made elsewhere, kept in git" in page
    assert page.count(">it has a shell\n") == 1
    assert "Not run here: it needs no-such, which this machine does not have" in page
    assert "Not run here." not in page


PRICED = """
# /// script
# [tool.proof]
# quiet = true
# ///
import random
for size, time in (("1 B", 2), ("1 KiB", 20), ("1 MiB", 2000)):
    for channel in ("pipe", "queue <locked>"):
        print(f"{channel}, {size}: {random.uniform(time, 2 * time):.2f} us")
print("queue, 1 KiB: 1 times")
print("start: 3 ms")
"""


def test_what_is_measured_over_sizes_becomes_a_plot_and_a_table(folder: Folder):
    run = folder.run(PRICED, name="tried_timing")
    measured = timings.read(run)
    grid = chart.read(measured)
    assert {name: list(row) for name, row in grid.items()} == {
        name: ["1 B", "1 KiB", "1 MiB"] for name in ("pipe", "queue <locked>")
    }
    shown = chart.show(grid, "caption")
    assert shown.count("<circle") == 6
    radii = re.findall(r' r="([\d.]+)"', shown)
    assert radii[:3] == sorted(radii[:3])
    for left, right in re.findall(r'x1="([\d.]+)%" x2="([\d.]+)%"', shown):
        assert 0 < float(left) <= float(right) < 100
    least, most = (
        words.duration(f(grid["pipe"]["1 MiB"].values) * 1e-6) for f in (min, max)
    )
    assert f"<small>{least} to {most}</small>" in shown
    assert "queue &lt;locked&gt;" in shown and "<locked>" not in shown
    html = "".join(ran._measured("x", run))
    assert html.count('<th scope="row">start</th>') == 1
    assert html.count('<th scope="row">queue, 1 KiB</th>') == 1


def test_two_sizes_are_no_plot():
    measured = [timings.Timing(f"pipe, {n} B", "us", [1.0, 2.0]) for n in (1, 2)]
    assert chart.read(measured) == {}


@pytest.mark.parametrize(
    ("seconds", "text"),
    [
        (2e-9, "2 ns"),
        (2.3149e-6, "2.31 µs"),
        (0.00045, "450 µs"),
        (0.012, "12 ms"),
        (0.9999, "1 s"),
        (123.4, "123 s"),
    ],
)
def test_durations_have_three_digits(seconds: float, text: str):
    assert words.duration(seconds) == text


def test_a_live_run_wins_over_a_recording(folder: Folder):
    path = recorded(folder, HERE)
    page = html(folder, path)
    assert "made elsewhere" not in page
    assert "Not run here" not in page
    assert page.count(">as it was\n") == 1


def test_what_a_program_may_reach_is_said_beside_its_name(folder: Folder):
    path = folder.snippet(
        "topic/x.py",
        '# /// script\n# [tool.proof]\n# reach = ["perf", "mount"]\n# ///\nprint(1)\n',
    )
    page = html(folder, path)
    badges = re.findall(r'<span class="proof-reach">(.*?)</span>', page)
    assert badges == [words.REACH["perf"], words.REACH["mount"]]
