"""What a page shows of quiet runs that others disturbed, with others that are real."""

import dataclasses
import json
import os
import re
import sys

import pytest

from proof import words
from proof.programs import interpreters, snippet
from proof.runs import recordings
from proof.runs.judging import judge
from proof.runs.plan import Plan
from proof.runs.results import Result
from proof.runs.run import Run
from proof.runs.store import Store
from proof.show import narration, seen, timeline, withheld
from tests.conftest import Folder, burners

pytestmark = pytest.mark.skipif(
    sys.platform != "linux", reason="others are known on Linux alone"
)
HEADER = "# /// script\n# [tool.proof]\n# quiet = true\n# ///\n"
# No figure stands in the source, which a page shows too.
# Others are looked for at the clock's ticks: a run has to last for some of them.
LASTS = "import time; time.sleep(0.1)\n"
QUIET = f"{HEADER}{LASTS}print('it took', 900 + 87, 'ms')\n"
TIMING = f"{HEADER}{LASTS}print('a way:', 600 + 54, 'ms')\n"
SIZES = (
    f"{HEADER}{LASTS}for n in (1, 2, 3): print(f'pipe, {{n}} KiB: {{320 + n}} us')\n"
)
THREADS = (
    "import threading, time\n"
    "threading.Thread(target=time.sleep, args=(0.3,)).start()\nprint('loud')\n"
)


def plan(folder: Folder, path: str) -> Plan:
    return Plan(snippet.read(folder.root, path), (), interpreters.current())


def undisturbed(run: Run) -> Run:
    """The same run as a quiet machine would have made it."""
    calm = {"load": 0.0, "delay": 0.0}
    samples = [sample | calm for sample in run.samples]
    trace = run.trace and run.trace | calm
    return dataclasses.replace(run, samples=samples, trace=trace)


def record(folder: Folder, path: str, name: str, text: str) -> None:
    """Keep a recording of a quiet program, as a quiet machine would."""
    version = name.removesuffix("t") + ".0"
    there = dataclasses.replace(
        interpreters.current(), version=version, threaded=name.endswith("t")
    )
    one = dataclasses.replace(plan(folder, path), interpreter=there)
    made = folder.run(QUIET, name="kept")
    origin = made.origin | {"snippet": one.snippet.digest}
    run = dataclasses.replace(
        undisturbed(made),
        origin=origin,
        command=f"python{name} of a recording",
        samples=[undisturbed(made).samples[0] | {"stdout": [(0.0, text)]}],
        stdout=[(0.0, text)],
    )
    recordings.write(folder.project, one, run)


def built(folder: Folder, *paths: str, **environment: str) -> tuple[int, str, str]:
    """Build beside burners that live all the while: exit code, page, what it said."""
    folder.page("page.md", *paths)
    with burners(2):
        answer = folder.build(**environment)
    page = folder.root / "site" / "page" / "index.html"
    return answer.returncode, page.read_text(encoding="utf-8"), answer.stderr


def test_no_disturbed_figure_is_shown_as_if_it_were_one(folder: Folder):
    paths = [
        folder.snippet("topic/quiet.py", QUIET),
        folder.snippet("topic/a_timing.py", TIMING),
        folder.snippet("topic/sizes_timing.py", SIZES),
        folder.snippet("topic/loud.py", THREADS),
    ]
    code, page, said = built(folder, *paths)
    assert code == 0, said
    assert page.count("no figures. The claim held in every run.") == 3
    assert page.count("of this command and this version of the program") == 3
    assert page.count("exit code 0 · disturbed by other programs") == 3
    for figure in (
        "987 ms",
        "654 ms",
        "321 us",
        "321 µs",
        "proof-timings",
        "proof-chart",
    ):
        assert figure not in page
    assert page.count(" wall time") == 1  # of the loud one
    [caption] = re.findall(r"<figcaption>(.*?)</figcaption>", page)  # the loud one's
    assert re.search(r"Other programs took \d+ % of the CPUs meanwhile\.", caption)


def test_with_a_recording_of_a_quiet_machine_that_one_is_shown(folder: Folder):
    here = interpreters.current().name
    own = folder.snippet("topic/own.py", QUIET)
    other = folder.snippet("topic/other.py", QUIET + "\n")
    record(folder, own, here, "recorded on this one")
    record(folder, own, "3.98", "recorded on a newer one")
    record(folder, other, "3.97", "recorded on an older one")
    record(folder, other, "3.98", "recorded on the newest one")
    record(folder, other, "3.98t", "recorded on a free-threaded one")
    code, page, said = built(folder, own, other, PROOF_PUBLISH="1")
    assert code == 0, said
    shown = re.findall(r'(?s)<pre class="proof-output.*?</pre>', page)
    found = re.findall(r"recorded on .*? one", "".join(shown))
    assert found == ["recorded on this one", "recorded on the newest one"]
    assert page.count(words.INSTEAD) == 2
    assert page.count(words.RECORDING) == 2
    assert "987 ms" not in page


FAILS = f"{QUIET}assert False, 'too slow'\n"


def test_what_failed_only_where_others_disturbed_it_is_no_failure_with_a_recording(
    folder: Folder,
):
    path = folder.snippet("topic/fails.py", FAILS)
    code, page, said = built(folder, path)
    assert code != 0
    assert "snippets/topic/fails.py:8: ended with exit code 1" in said
    record(folder, path, "3.98", "recorded")
    code, page, said = built(folder, path, PROOF_PUBLISH="1")
    assert code == 0, said
    assert page.count(words.INSTEAD) == 1
    assert "987 ms" not in page


def test_what_failed_undisturbed_is_a_failure_whatever_is_recorded(folder: Folder):
    path = folder.snippet("topic/fails.py", FAILS)
    record(folder, path, "3.98", "recorded")
    one, calm = plan(folder, path), undisturbed(folder.result(FAILS).run)
    failed = Result(calm, judge(one.snippet, calm))
    assert failed.errors
    assert not withheld.card(folder.project, one, failed).recorded
    busy = dataclasses.replace(calm, samples=[calm.samples[0] | {"load": 1.0}])
    failed = Result(busy, failed.errors)
    assert withheld.card(folder.project, one, failed).recorded


def test_a_disturbed_run_without_a_recording_must_not_be_published(folder: Folder):
    path = folder.snippet("topic/quiet.py", QUIET)
    code, _, said = built(folder, path, PROOF_PUBLISH="1")
    assert code != 0
    assert "snippets/topic/quiet.py:4: was disturbed by other programs" in said
    folder.snippet("topic/quiet.py", "print('not quiet')\n")
    assert built(folder, path, PROOF_PUBLISH="1")[0] == 0


def test_a_recording_of_a_disturbed_run_is_none(folder: Folder):
    path = folder.snippet("topic/quiet.py", QUIET)
    record(folder, path, "3.98", "disturbed itself")
    [file] = (folder.root / "recordings").rglob("*.json")
    values = json.loads(file.read_text())
    values["samples"][0]["load"] = 0.06
    file.write_text(json.dumps(values))
    _, errors = recordings.find(folder.project, plan(folder, path).snippet, "3.98")
    assert "is of a run that other programs disturbed" in errors[0].problem
    assert recordings.instead(folder.project, plan(folder, path)) is None


def test_an_undisturbed_run_is_shown_beside_no_recording(folder: Folder):
    path = folder.snippet("topic/quiet.py", QUIET)
    record(folder, path, interpreters.current().name, "recorded")
    run = undisturbed(folder.run(QUIET, name="quiet"))
    Store(folder.project.store).put(plan(folder, path).key, run)
    code, page, said = built(folder, path)
    assert code == 0, said
    assert page.count("987 ms\n</span>") == 1
    assert ">recorded" not in page
    assert words.RECORDING not in page


def told(run: Run) -> str:
    return narration.picture(timeline.read(run)).lower()


def test_a_thread_that_gets_no_cpu_is_told_to_be_ready_and_never_to_have_waited(
    folder: Folder,
):
    cpu = min(os.sched_getaffinity(0))
    with burners(5, cpu):
        run = folder.run(
            f"""
            import os, threading, time
            os.sched_setaffinity(0, {{{cpu}}})
            def compute():
                until = time.thread_time() + 0.15
                while time.thread_time() < until:
                    pass
            thread = threading.Thread(target=compute)
            thread.start()
            thread.join()
            """
        )
    text = told(run)
    assert "waited" not in text
    assert "one was ready and had no cpu" in text
    assert "other programs took" in text


def test_threads_that_sleep_are_told_to_have_waited_on_a_busy_machine_too(
    folder: Folder,
):
    with burners(2):
        run = folder.run(
            "import threading, time\n"
            "threading.Thread(target=time.sleep, args=(2,)).start()\n"
        )
    assert "they waited most of the time" in told(run)


@pytest.mark.parametrize("state", ["ready", "unseen"])
def test_threads_are_told_to_have_waited_only_for_as_long_as_they_were_seen_to(
    folder: Folder, state: str
):
    made = timeline.read(folder.run("import time\ntime.sleep(0.1)\n"))
    [process] = made.processes

    def told_of(**shares: float) -> str:
        """What is told of one thread that was in each state for a share of the run."""
        stretches, at = [], 0.0
        for name, share in shares.items():
            stretches.append(seen.Stretch(name, at, at + share * made.duration))
            at = stretches[-1].end
        lanes = [dataclasses.replace(process.lanes[0], stretches=stretches, cpu=0.0)]
        one = dataclasses.replace(process, lanes=lanes)
        return narration.picture(dataclasses.replace(made, processes=[one])).lower()

    much = {"running": 0.2, state: 0.45}
    assert "waited" not in told_of(**much | {state: 0.8})
    assert "waited most" not in told_of(**much, waiting=0.35)
    assert "waited, were ready" in told_of(**much, waiting=0.35)
    assert "waited most" in told_of(running=0.2, **{state: 0.1}, waiting=0.7)


def test_a_picture_of_a_run_that_was_let_alone_says_nothing_of_others(folder: Folder):
    run = undisturbed(folder.run(THREADS))
    assert "other programs" not in told(run)
    late = dataclasses.replace(run, trace=run.trace | {"delay": 0.2})
    assert words.DELAYED.lower() in told(late)
