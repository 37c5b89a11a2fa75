"""A disturbed quiet run is made again, when all are made, until patience ends.

Which run is disturbed is said by what takes the supervisor's place here: nobody can
promise that the machine on which this is tested is quiet.
"""

import dataclasses
import time

import pytest

from proof.programs import interpreters, snippet
from proof.runs import alone, judging
from proof.runs.alone import Patience
from proof.runs.plan import Plan
from proof.runs.results import is_final
from proof.runs.run import DISTURBED, Run
from proof.supervise.request import TIMINGS
from tests.conftest import Folder

QUIET = "# /// script\n# [tool.proof]\n# quiet = true\n# ///\nprint('a: 1 ms')\n"
PATIENT = Patience(rounds=3, seconds=60.0)


@dataclasses.dataclass
class Machine:
    """Makes runs; ``disturbed`` says of each sample in turn whether it is."""

    plan: Plan
    disturbed: list[bool]
    failing: list[bool] = dataclasses.field(default_factory=list)
    asked: list[tuple[str, bool, int]] = dataclasses.field(default_factory=list)
    slow: float = 0.0
    wall: float = alone.LONG

    def run(self, plan: Plan, observe: bool = True, repeat: int = 0) -> Run:
        time.sleep(self.slow)
        repeat = repeat or plan.repeat
        self.asked.append((plan.snippet.path, observe, repeat))
        samples = [self.sample(observe) for _ in range(repeat)]
        shares = {share: samples[0][share] for share in ("load", "delay")}
        first = {key: v for key, v in samples[0].items() if key not in shares}
        return Run(
            origin={}, command=plan.command, label="", date=str(len(self.asked)),
            peak_rss=0, dumps=[], trace=shares if observe else None, samples=samples,
            **first,
        )  # fmt: skip

    def sample(self, observe: bool) -> dict:
        is_disturbed = self.disturbed.pop(0) if self.disturbed else False
        failed = self.failing.pop(0) if self.failing else False
        return {
            "status": 256 * failed, "reached": None, "wall": self.wall, "cpu": 1.0,
            "stdout": [], "stderr": [], "left": [],
            "load": 2 * DISTURBED * is_disturbed, "delay": 0.0,
        }  # fmt: skip


def plan(folder: Folder, name: str = "x_timing", **more: bool) -> Plan:
    path = folder.snippet(f"topic/{name}.py", QUIET)
    return Plan(snippet.read(folder.root, path), (), interpreters.current(), **more)


def make(machine: Machine, *plans: Plan, patience: Patience = PATIENT) -> list[Run]:
    made: list[Run] = []
    alone.make(plans, machine.run, lambda _, run: made.append(run), patience)
    assert len(made) == len(plans)
    return made


def test_only_disturbed_samples_are_made_again(folder: Folder):
    timing = plan(folder)
    machine = Machine(timing, [True, False, True, False, False])
    [run] = make(machine, timing)
    path = timing.snippet.path
    first = [(path, False, alone.FEW), (path, False, TIMINGS - alone.FEW)]
    assert machine.asked == [*first, (path, True, 1), (path, False, 2)]
    assert len(run.samples) == TIMINGS
    assert run.disturbed == 0
    assert run.remade == 2
    assert run.trace


def test_a_timing_that_takes_long_is_made_less_often(folder: Folder):
    timing = plan(folder)
    machine = Machine(timing, [], wall=alone.LONG + 0.1)
    [run] = make(machine, timing)
    path = timing.snippet.path
    assert machine.asked == [(path, False, alone.FEW), (path, True, 1)]
    assert len(run.samples) == alone.FEW
    assert run.trace


def test_a_disturbed_trace_of_a_timing_is_made_again_alone(folder: Folder):
    timing = plan(folder)
    machine = Machine(timing, [False] * TIMINGS + [True])
    [run] = make(machine, timing)
    path = timing.snippet.path
    assert machine.asked[2:] == [(path, True, 1)] * 2
    assert not run.disturbed_trace


def test_what_is_disturbed_is_put_back_until_all_others_are_made(folder: Folder):
    one, other = plan(folder, "one"), plan(folder, "other")
    machine = Machine(one, [True])
    made = make(machine, one, other)
    paths = [path for path, _, _ in machine.asked]
    assert paths == [one.snippet.path, other.snippet.path, one.snippet.path]
    assert not any(run.disturbed for run in made)
    assert [run.command for run in made] == [other.command, one.command]


def test_a_run_says_of_itself_what_its_first_sample_says(folder: Folder):
    one = plan(folder, "one")
    machine = Machine(one, [True])
    [run] = make(machine, one)
    assert run.date == "2"
    assert run.trace["load"] == 0


def test_patience_ends_after_its_rounds(folder: Folder):
    one = plan(folder, "one")
    machine = Machine(one, [True] * 99)
    [run] = make(machine, one)
    assert len(machine.asked) == 1 + PATIENT.rounds
    assert (run.disturbed, run.remade) == (1, PATIENT.rounds)


def test_patience_ends_after_its_seconds(folder: Folder):
    one, other = plan(folder, "one"), plan(folder, "other")
    machine = Machine(one, [True] * 99, slow=0.2)
    make(machine, one, other, patience=Patience(rounds=3, seconds=0.1))
    assert len(machine.asked) == 3  # one was begun in time


def test_a_program_that_failed_while_disturbed_has_another_chance(folder: Folder):
    one = plan(folder, "one")
    machine = Machine(one, [True, False], failing=[True, False])
    [run] = make(machine, one)
    assert not judging.judge(one.snippet, run)


def test_a_program_that_failed_undisturbed_has_failed(folder: Folder):
    timing = plan(folder)
    machine = Machine(timing, [True, False], failing=[False, True])
    [run] = make(machine, timing)
    assert len(machine.asked) == 3  # its samples in two parts, and its trace
    assert judging.judge(timing.snippet, run)


@pytest.mark.parametrize(("failing", "times"), [(False, 1), (True, 2)])
def test_a_run_that_is_only_judged_is_made_again_where_it_failed(
    folder: Folder, failing: bool, times: int
):
    timing = plan(folder, once=True)
    machine = Machine(timing, [True], failing=[failing])
    make(machine, timing)
    assert machine.asked == [(timing.snippet.path, True, 1)] * times


def test_a_disturbed_run_of_a_quiet_program_is_not_final(folder: Folder):
    quiet = plan(folder, "one")
    path = folder.snippet("topic/loud.py", "print(1)\n")
    loud = Plan(snippet.read(folder.root, path), (), interpreters.current())
    for one, disturbed, final in (
        (quiet, True, False),
        (quiet, False, True),
        (loud, True, True),
    ):
        run = Machine(one, [disturbed]).run(one)
        assert is_final(one, run) == final
