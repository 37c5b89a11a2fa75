"""What others took from a run, told from what it used itself."""

import os
import resource
import subprocess
import sys
import time

import pytest

from proof.supervise import neighbours
from proof.supervise.neighbours import Look
from proof.supervise.procfs import Times
from tests.conftest import Folder, burners

pytestmark = pytest.mark.skipif(
    sys.platform != "linux", reason="others are known on Linux alone"
)
BURN = "import time\nwhile time.process_time() < 0.4: pass"


def looks(seconds: float, **after: float | dict) -> tuple[Look, Look]:
    """Two looks at a machine of two CPUs, which was idle but for what is said."""
    first = Look(when=5, cpus=2, idle=9, interrupts=1, stolen=1, own=1, clocks={7: 1.0})
    changes = {"idle": 2 * seconds, "interrupts": 0, "stolen": 0, "own": 0} | after
    clocks = changes.pop("clocks", first.clocks)
    moved = {name: getattr(first, name) + value for name, value in changes.items()}
    return first, Look(when=5 + seconds, cpus=2, clocks=clocks, **moved)


def test_four_threads_that_compute_on_two_cores_disturb_nobody_but_themselves():
    before, after = looks(1.0, idle=0)
    assert neighbours.load(before, after, cpu=2.0) == 0
    each = Times(ran=0.5, ready=0.5, turns=120)
    assert neighbours.delayed(each, cpu=2.0) == 0


def test_another_that_computes_is_a_load():
    before, after = looks(1.0, idle=1.0, clocks={7: 1.5, 8: 0.25})
    assert neighbours.load(before, after, cpu=0.2) == pytest.approx(0.76)
    before, after = looks(0.05, clocks={7: 1.01})  # the clock of one that can be seen
    assert neighbours.load(before, after, cpu=0.0) == pytest.approx(0.2)


def test_an_id_that_was_given_again_counts_from_nought():
    before, after = looks(1.0, clocks={7: 0.3})
    assert neighbours.load(before, after, cpu=0.0) == pytest.approx(0.3)


def test_what_the_host_stole_is_a_load():
    before, after = looks(1.0, stolen=0.2, idle=1.8)
    assert neighbours.load(before, after, cpu=0.0) == pytest.approx(0.19)


def test_what_the_kernel_rounds_is_no_load():
    before, after = looks(0.05, idle=0.07, stolen=0.01)
    assert neighbours.load(before, after, cpu=0.0) == pytest.approx(0, abs=1e-9)


def test_a_single_thread_is_never_ready_by_right_but_for_its_wake_ups():
    assert neighbours.delayed(Times(0.2, 0.1, 0), cpu=0.2) == pytest.approx(0.1)
    assert neighbours.delayed(Times(0.2, 0.1, 2000), cpu=0.2) == 0
    assert neighbours.delayed(Times(0.2, 0.1, 0), cpu=0.25) == pytest.approx(0.05)


def test_a_real_burner_is_a_load():
    with burners(1):
        before = neighbours.look()
        time.sleep(0.5)
        after = neighbours.look()
    assert neighbours.load(before, after, cpu=0.0) > 0.1


def test_who_came_and_went_is_known_from_what_the_cpus_did():
    def used() -> float:
        usage = resource.getrusage(resource.RUSAGE_CHILDREN)
        return usage.ru_utime + usage.ru_stime

    earlier, before = used(), neighbours.look()
    subprocess.run([sys.executable, "-c", BURN], check=True)
    after, cpu = neighbours.look(), used() - earlier
    passed = after.when - before.when
    assert cpu >= 0.4
    assert neighbours.load(before, after, cpu=0.0) > (cpu - 0.1) / passed


def test_a_run_beside_burners_is_disturbed(folder: Folder):
    with burners(2):
        run = folder.run("import time\ntime.sleep(0.3)\n")
    assert run.disturbed == 1
    assert run.disturbed_trace
    assert run.samples[0]["load"] > 0.3


def test_a_thread_that_others_keep_from_its_cpu_is_delayed(folder: Folder):
    cpu = min(os.sched_getaffinity(0))
    with burners(3, cpu):
        run = folder.run(
            f"import os, time\nos.sched_setaffinity(0, {{{cpu}}})\n"
            "while time.process_time() < 0.5: pass\n"
        )
    assert run.samples[0]["delay"] > 0.3
