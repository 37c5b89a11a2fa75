"""How much faster more workers are: what is drawn, of which machine, what is not."""

import re
from dataclasses import replace

import pytest
from bs4 import BeautifulSoup

from proof.programs import snippet
from proof.programs.snippet import Snippet
from proof.runs import card
from proof.runs.results import Result
from proof.runs.run import Run
from proof.show import card as cards
from proof.show import scaling, spoken
from proof.show.ran import Card
from proof.worlds.kept import Kept, World
from tests.conftest import Folder

QUIET = "# /// script\n# [tool.proof]\n# quiet = true\n# ///\n"
TIMES = {1: 80, 2: 41, 4: 40}


def printing(times: dict[int, float], kind: str = "process", many: str = "es") -> str:
    """A program that prints a time for each number of workers."""
    lines = [f"{n} {kind}{many * (n > 1)}: {ms} ms" for n, ms in times.items()]
    return QUIET + "".join(f"print({line!r})\n" for line in lines)


@pytest.fixture
def run(folder: Folder) -> Run:
    folder.page("page.md", "topic/x_timing.py")
    return calm(folder.run(printing(TIMES), name="x_timing"), cores=2)


def calm(run: Run, **machine: object) -> Run:
    """The same run, as it is where nobody disturbs it; and on another machine."""
    samples = [one | {"load": 0.0, "delay": 0.0} for one in run.samples]
    origin = run.origin | {"machine": run.origin["machine"] | machine}
    return replace(run, samples=samples, origin=origin)


def said(run: Run, lines: list[str]) -> Run:
    """The same run, had it printed something else."""
    out = [[0.1, line] for line in lines]
    samples = [one | {"stdout": out} for one in run.samples]
    return replace(run, stdout=out, samples=samples)


def elsewhere(run: Run, name: str, lines: list[str] = (), **machine: object) -> World:
    """What another machine has measured; without lines the same."""
    made = calm(said(run, lines) if lines else run, **machine)
    return World(card.own(name), made)


BIG = ["1 process: 80 ms", "2 processes: 41 ms", "16 processes: 6 ms"]


def program(folder: Folder) -> Snippet:
    return snippet.read(folder.root, "topic/x_timing.py")


def drawn(folder: Folder, run: Run, *worlds: World) -> BeautifulSoup:
    made = [Card(run.command, Result(run))]
    return BeautifulSoup(scaling.show(program(folder), made, worlds), "html.parser")


def rows(html: BeautifulSoup) -> list[str]:
    return [row.get_text("|") for row in html.select("tr")]


def test_two_cores_say_what_they_cannot_show(folder: Folder, run: Run):
    html = drawn(folder, run)
    text = html.figcaption.text
    assert "Drawn: this build, 2 cores." in text
    assert "What more than 2 cores do, it cannot show." in text
    assert len(html.select("g")) == 2  # and the ideal


def test_each_machine_has_a_line_of_its_own(folder: Folder, run: Run):
    html = drawn(folder, run, elsewhere(run, "a big one", BIG, cores=16))
    text = html.figcaption.text
    assert "Drawn: this build, 2 cores; a big one (unverified), 16 cores." in text
    assert "What more than 16 cores do, they cannot show" in text
    here, there, ideal = rows(html)[1:]
    assert here.startswith(f"this build · {run.label} · processes|1 (1 to 1)|1.95 ")
    assert here.endswith("|2 (2 to 2)")
    assert there.startswith("a big one (unverified) · ")
    assert " · processes|1 (1 to 1)|1.95 (1.95 to 1.95)|13.3 " in there
    assert ideal == "ideal|1|16"
    assert len(html.select("g")) == 3


def test_the_spread_is_that_of_all_runs_and_each_is_compared_with_itself(
    folder: Folder, run: Run
):
    fast, slow = (
        said(run, [f"1 thread: {n} s", f"2 threads: {m} s"]).samples[0]
        for n, m in [(8, 4), (30, 10)]
    )
    html = drawn(folder, replace(run, samples=[fast, slow]))
    assert rows(html)[1].endswith("threads|1 (1 to 1)|2.5 (2 to 3)")


def test_whoever_does_not_see_it_is_told_all_of_it(folder: Folder, run: Run):
    html = drawn(folder, run, elsewhere(run, "a big one", BIG, cores=16))
    picture = html.select_one("[role=img]")
    told = picture["aria-label"]
    assert html.figcaption.text in told
    for title in picture.select("g title"):
        name, _, value = title.text.rpartition(": ")
        name, _, workers = name.rpartition(", ")
        line = next(line for line in told.splitlines() if line.startswith(name))
        assert f" {value} with {workers}" in line
    assert len(picture.select("g title")) == 6
    markdown = spoken.example(program(folder), [Card(run.command, Result(run))], [], [])
    assert "cannot show" in markdown and "processes: 1 with 1, 1.95 with 2" in markdown


def test_a_quota_bounds_what_a_machine_can_show(folder: Folder, run: Run):
    html = drawn(folder, calm(run, cores=16, quota=1.5))
    assert "this build, 16 cores, a quota of 1.5" in html.figcaption.text
    assert "What more than 1.5 cores do" in html.figcaption.text
    assert rows(html)[-1] == "ideal|1|1.5"


def test_one_core_has_no_ideal(folder: Folder, run: Run):
    html = drawn(folder, calm(run, cores=1))
    assert "What more than one core does, it cannot show" in html.figcaption.text
    assert "ideal" not in html.text


def test_more_cores_than_workers_show_no_more_than_there_are_workers(
    folder: Folder, run: Run
):
    html = drawn(folder, calm(run, cores=64))
    assert "What more than 4 cores do" in html.figcaption.text


def test_what_others_disturbed_is_named_and_not_drawn(folder: Folder, run: Run):
    one = elsewhere(run, "busy", BIG, cores=16)
    busy = replace(one.run, samples=[s | {"load": 1.0} for s in one.run.samples])
    html = drawn(folder, run, World(one.machine, busy))
    assert "Not, for others disturbed it: busy." in html.figcaption.text
    assert "more than 2 cores" in html.figcaption.text
    made = [Card(run.command, Result(run), withheld=True)]
    assert scaling.show(program(folder), made, []) == ""


def test_what_failed_is_not_drawn(folder: Folder, run: Run):
    one = elsewhere(run, "broken", BIG, cores=16)
    failed = [sample | {"status": 256} for sample in one.run.samples]
    broken = replace(one.run, status=256, samples=failed)
    assert "broken" not in drawn(folder, run, World(one.machine, broken)).text


def test_lines_that_marks_cannot_tell_apart_are_counted(folder: Folder, run: Run):
    many = [elsewhere(run, f"machine {n:02}", BIG, cores=16) for n in range(20)]
    html = drawn(folder, run, *many)
    assert len(html.select("g")) == scaling.MOST + 1
    assert "13 more lines are not." in html.figcaption.text


def test_a_hostile_name_is_text(folder: Folder, run: Run):
    name = "</svg><script>alert(1)</script>\"' onload=x"
    text = str(drawn(folder, run, elsewhere(run, name, BIG, cores=16)))
    assert "<script" not in text
    html = BeautifulSoup(text, "html.parser")
    assert all("onload" not in tag.attrs for tag in html.find_all(True))
    assert name in html.figcaption.text


def test_no_machine_passes_for_this_build(folder: Folder, run: Run):
    false = elsewhere(run, "this build", BIG, cores=16)
    false.machine["attested"] = "https://example.org"
    html = drawn(folder, run, false)
    own, other = rows(html)[1:3]
    assert own.startswith("this build · ") and own.endswith("|2 (2 to 2)")
    assert other.startswith("this build (imported) · ")
    assert "this build, 2 cores; this build (imported), 16" in html.figcaption.text


HOSTILE = {
    "zero": ["1 process: 0 ms", "2 processes: 0 ms"],
    "zero with more": ["1 process: 5 ms", "2 processes: 0 ms"],
    "never one": ["2 processes: 5 ms", "4 processes: 3 ms"],
    "only one": ["1 process: 5 ms"],
    "none": ["0 processes: 5 ms", "1 process: 5 ms"],
    "a billion": ["1 process: 5 ms", f"{10**9} processes: 3 ms"],
    "another's digits": ["1 process: 5 ms", "\N{ARABIC-INDIC DIGIT TWO} threads: 3 ms"],
    "not a number": ["1 process: nan ms", "2 processes: inf ms"],
    "too fast": ["1 process: 999999999999999 s", "2 processes: 0.000000001 ns"],
    "too slow": ["1 process: 1 ns", "2 processes: 999999999999999 s"],
    "too many": [f"{n} processes: 5 ms" for n in range(1, 9999)],
    "no workers": ["1 / 2 processes: 1.9 times", "a: 5 ms"],
    "ratios": ["1 process: 2 times", "2 processes: 3 times"],
}


def test_what_is_no_measurement_is_not_drawn(folder: Folder, run: Run):
    for name, lines in HOSTILE.items():
        assert str(drawn(folder, said(run, lines))) == "", name
        html = drawn(folder, run, elsewhere(run, "odd", lines, cores=16))
        assert len(html.select("g")) == 2, name
        assert "odd" not in html.text, name


def test_a_machine_that_nobody_believes_is_not_drawn(folder: Folder, run: Run):
    for cores in (0, -5, 10**9, 10**400):
        html = drawn(folder, run, elsewhere(run, "odd", BIG, cores=cores))
        assert "odd" not in html.text, cores


def test_a_quota_that_is_none_breaks_nothing(folder: Folder, run: Run):
    for quota in (0, -1, 1e300, float("inf"), "two", True, None, [], 1e-300):
        odd = elsewhere(run, "odd", BIG, cores=16, quota=quota)
        html = drawn(folder, run, odd)
        assert "odd (unverified), 16 cores" in html.figcaption.text, quota
        place = r' (?:[xy][12]?|height|width)="([^"%]*)%?"'
        numbers = [float(number) for number in re.findall(place, str(html))]
        assert len(numbers) > 50
        assert all(0 <= number < 1000 for number in numbers), quota


def test_a_program_that_is_not_a_timing_has_no_curve(folder: Folder, run: Run):
    folder.snippet("topic/x.py", printing(TIMES))
    other = snippet.read(folder.root, "topic/x.py")
    assert scaling.show(other, [Card(run.command, Result(run))], []) == ""


def test_the_curve_stands_between_the_table_and_the_other_machines(
    folder: Folder, run: Run
):
    made = [Card(run.command, Result(run))]
    html = cards.example(
        program(folder), made, [], worlds=[elsewhere(run, "big", BIG, cores=16)]
    )
    places = [
        html.index(text)
        for text in (
            'class="proof-timings"',
            'class="proof-scaling"',
            "On 1 other mach",
        )
    ]
    assert places == sorted(places)


def test_a_page_shows_the_curve_of_what_was_imported(folder: Folder, run: Run):
    big = elsewhere(run, "a big one", BIG, cores=16)
    Kept(folder.project).add(big.machine, [big.run])
    answer = folder.build("--strict")
    assert answer.returncode == 0, answer.stderr
    html = (folder.root / "site" / "page" / "index.html").read_text("utf-8")
    assert 'class="proof-scaling"' in html
    assert "a big one (unverified), 16 cores." in html
