"""What a picture hands to its script, and says in its legend and its table."""

import dataclasses
import json
import random
import re
import sys
import time
from xml.etree import ElementTree

import pytest

from proof import words
from proof.runs.run import Run
from proof.show import (
    bars,
    data,
    events,
    folds,
    legend,
    narration,
    output,
    picture,
    table,
    timeline,
)
from proof.show.seen import Lane, Process, Stretch, Timeline
from tests.conftest import ROOT, Folder

HOSTILE = '</script><b>&amp; " \\ \x1b[1m \u2028 שלום \x00'


def lane(
    tid: int, *states: tuple[str, float], name: str = "", start: float = 0
) -> Lane:
    """A thread that is in some states for some seconds each."""
    stretches = []
    for state, seconds in states:
        stretches.append(Stretch(state, start, start + seconds))
        start += seconds
    return Lane(tid, name, stretches, cpu=0.125)


def process(pid: int, *lanes: Lane, parent: int = 0, **more: object) -> Process:
    name = words.PROCESS_NAME.format(pid)
    values = {"ending": 0, "ended": True, "start": lanes[0].start, "end": lanes[0].end}
    parents = [(lanes[0].start, parent)]
    return Process(pid, name, [*lanes], parents, **(values | more))


def run(*processes: Process, lines: tuple = (), duration: float = 1.0) -> Timeline:
    return Timeline([*processes], duration, 0.005, [*lines], 2, 0.0, False)


def crowd(number: int, **differences: object) -> Timeline:
    """A process and so many children, of which the last may differ."""
    main = process(1, lane(1, ("waiting", 1.0)))
    alike = [
        process(pid, lane(pid, ("waiting", 0.9)), parent=1)
        for pid in range(2, 2 + number)
    ]
    alike[-1] = dataclasses.replace(alike[-1], **differences)
    return run(main, *alike)


def read(text: str) -> dict:
    return json.loads(text)


def test_states_are_letters_and_durations_whose_sum_is_exact():
    made = random.Random(1)
    parts = [(made.choice([*data.LETTERS]), made.random() / 7) for _ in range(500)]
    one = run(process(1, lane(1, *parts, start=0.01234)), duration=99.0)
    [[name, owner, pid, tid, start, states]] = read(data.of(one, 99, []))["lanes"]
    assert (name, owner, pid, tid) == ("process 1", "", 1, 1)
    assert start == 123
    total = sum(map(int, re.findall(r"\d+", states)))
    assert total + start == round(one.processes[0].lanes[0].end * data.UNITS)


def test_what_a_program_says_is_data_and_ends_no_element():
    one = run(process(1, lane(1, ("running", 1.0))), lines=((0.5, HOSTILE),))
    text = data.of(one, 1.0, [])
    assert text.isascii() and not set("<>&") & set(text)
    assert not any(ord(letter) < 32 for letter in text)
    [[when, said]] = read(text)["lines"]
    assert (when, said) == (5000, output.seen(HOSTILE)[: data.LENGTH])


def test_ten_thousand_lines_are_told_and_few_are_listed():
    lines = tuple((i / 10_000, "x" * 300) for i in range(10_000))
    told = read(data.of(run(process(1, lane(1, ("running", 1.0))), lines=lines), 1, []))
    assert told["printed"] == 10_000
    assert len(told["lines"]) == output.MAX_LINES
    assert {len(text) for _, text in told["lines"]} == {data.LENGTH}


def test_many_lanes_that_look_alike_are_folded_into_the_first():
    [fold] = folds.find(crowd(19))
    assert fold.below.tid == 2
    assert fold.number == 18
    root = ElementTree.fromstring(picture.draw(crowd(19)))
    rows = [bar for bar in root.iter("svg") if bar.get("class") == "proof-bar"]
    assert len(rows) == 2
    [label] = [one for one in root.iter("text") if one.get("data-fold")]
    assert label.text.endswith("18 more like this")
    told = read(root.findtext("script"))
    assert told["folds"] == [[*range(2, 20)]] and len(told["lanes"]) == 20


@pytest.mark.parametrize(
    "difference",
    [
        {"ending": "SIGKILL"},
        {"ended": False},
        {"parents": [(0.0, 1), (0.5, 0)]},
        {"name": words.HELPERS["forkserver"]},
        {"lanes": [lane(99, ("waiting", 0.9)), lane(98, ("waiting", 0.9))]},
        {"lanes": [lane(99, ("waiting", 0.5), ("zombie", 0.4))]},
        {"lanes": [lane(99, ("waiting", 0.9), start=0.2)]},
        {"lanes": [lane(99, ("waiting", 0.7))]},
    ],
    ids=["ending", "ended", "parents", "name", "threads", "states", "start", "end"],
)
def test_what_differs_is_drawn(difference: dict):
    [fold] = folds.find(crowd(19, **difference))
    assert fold.number == 17
    assert id(crowd(19).processes[-1]) not in map(id, fold.processes)


def test_few_that_are_alike_and_whatever_has_children_are_drawn():
    assert not folds.find(crowd(folds.MOST))
    assert folds.find(crowd(folds.MOST + 1))
    child = process(99, lane(99, ("waiting", 0.9)), parent=20)
    parent = crowd(19)
    [fold] = folds.find(run(*parent.processes, child))
    assert 20 not in {one.pid for one in fold.processes}


def test_threads_of_one_process_are_folded_whatever_number_their_names_have():
    lanes = [lane(i, ("waiting", 1.0), name=f"worker-{i}") for i in range(2, 15)]
    one = run(process(1, lane(1, ("waiting", 1.0)), *lanes))
    [fold] = folds.find(one)
    assert fold.number == 12 and not fold.processes


def test_thousands_of_threads_of_all_kinds_are_compared_in_no_time():
    lanes = [lane(i, ("waiting", i / 10), start=i / 7) for i in range(1, 4001)]
    one = run(process(1, *lanes), duration=1.0)
    begin = time.process_time()
    found = folds.find(one)
    assert time.process_time() - begin < 1
    assert [fold.number for fold in found] == [998, 999, 999, 999]
    assert not any(fold.alike for fold in found)


def workers(number: int, **differences: object) -> Timeline:
    """Children of one process, one after the other, of which one may differ."""
    main = process(1, lane(1, ("waiting", 1.0)))
    made = [
        process(pid, lane(pid, ("running", 0.1), start=pid / number), parent=1)
        for pid in range(2, 2 + number)
    ]
    made[number // 2 + 1] = dataclasses.replace(made[number // 2 + 1], **differences)
    return run(main, *made, duration=1.2)


def test_too_many_rows_of_one_kind_are_folded_whatever_times_they_have():
    assert not folds.find(workers(folds.ROWS - 1))
    found = folds.find(workers(40))
    assert [fold.below.tid for fold in found] == [2, 12, 22, 32]
    assert [fold.number for fold in found] == [9] * 4
    root = ElementTree.fromstring(picture.draw(workers(40)))
    labels = [one.text for one in root.iter("text") if one.get("data-fold")]
    assert labels == [f"⋮ {words.MORE_OF_KIND.format(9)}"] * 4
    assert int(root.find(".//svg").get("height")) < 420
    lines = [one.get("class") for one in root.iter("line")]
    assert lines.count("proof-created") == 4
    assert lines.count("proof-created proof-folded") == 36


@pytest.mark.parametrize(
    "difference",
    [
        {"ending": "SIGKILL"},
        {"parents": [(0.0, 1), (0.5, 0)]},
        {"name": words.HELPERS["forkserver"]},
        {"lanes": [lane(99, ("waiting", 0.9)), lane(98, ("waiting", 0.9))]},
        {"lanes": [lane(99, ("running", 0.1), ("zombie", 0.4))]},
    ],
    ids=["ending", "parents", "name", "threads", "zombie"],
)
def test_what_is_of_another_kind_is_drawn_among_many(difference: dict):
    made = workers(40, **difference)
    found = folds.find(made)
    assert found and not any(fold.alike for fold in found)
    other = id(made.processes[22])
    assert other not in {id(one) for fold in found for one in fold.processes}


def test_an_end_that_nobody_saw_is_of_the_kind_of_an_end_with_0():
    assert sum(f.number for f in folds.find(workers(40, ending=None))) == 36


def test_names_that_the_kernel_has_cut_differ_in_digits_only():
    names = [f"Thread-{i} (sleep)"[: folds.NAME] for i in range(1, 21)]
    lanes = [lane(i, ("waiting", 1.0), name=n) for i, n in enumerate(names, 2)]
    [fold] = folds.find(run(process(1, lane(1, ("waiting", 1.0)), *lanes)))
    assert fold.number == 19


def test_processes_whose_threads_are_folded_are_folded_too():
    def one(pid: int) -> Process:
        lanes = [lane(100 * pid + i, ("waiting", 0.9)) for i in range(12)]
        return process(pid, *lanes, parent=1)

    main = process(1, lane(1, ("waiting", 1.0)))
    root = ElementTree.fromstring(picture.draw(run(main, *map(one, range(2, 15)))))
    rows = [bar for bar in root.iter("svg") if bar.get("class") == "proof-bar"]
    assert len(rows) == 3
    labels = [text.text for text in root.iter("text") if text.get("data-fold")]
    assert labels == ["⋮ 12 more like this", "⋮ 10 more like this"]


def test_a_caption_of_a_short_run_says_how_often_it_was_looked_at():
    told = words.SHORT.format(5)
    for duration, is_told in ((0.49, True), (0.5, False)):
        made = run(process(1, lane(1, ("running", 0.4))), duration=duration)
        assert (told in narration.picture(made)) == is_told


def test_lines_to_a_crowd_of_children_are_faint():
    for number, kind in ((bars.CROWD, ""), (bars.CROWD + 1, " proof-faint")):
        children = [
            process(pid, lane(pid, ("waiting", 0.9)), parent=1, ending=f"SIG{pid}")
            for pid in range(2, 2 + number)
        ]
        made = run(process(1, lane(1, ("waiting", 1.0))), *children)
        root = ElementTree.fromstring(picture.draw(made))
        drawn = [one.get("class") for one in root.iter("line")]
        assert drawn.count(f"proof-created{kind}") == number


def test_a_legend_names_the_marks_that_occur_and_no_others():
    def marks(one: Timeline) -> list[str]:
        return [item.text for item in legend.of(one)]

    plain = run(process(1, lane(1, ("running", 0.5), ("waiting", 0.5)), ended=False))
    assert marks(plain) == [words.MARKS["running"], words.MARKS["waiting"]]
    child = process(
        2,
        lane(2, *((state, 0.1) for state in data.LETTERS)),
        ending="SIGKILL",
        parent=1,
    )
    adopted = dataclasses.replace(child, parents=[(0.0, 1), (0.1, 0)])
    everything = run(process(1, lane(1, ("waiting", 1.0))), adopted, lines=((0.1, ""),))
    assert marks(everything) == [*words.MARKS.values()]
    root = ElementTree.fromstring(picture.draw(everything))
    assert {path.get("class") for path in root.iter("path")} >= {
        f"proof-{state}" for state in data.LETTERS
    }


def test_every_mark_of_a_legend_is_drawn_by_the_style_sheet():
    style = (ROOT / "docs" / "assets" / "picture.css").read_text("utf-8")
    for mark in words.MARKS:
        assert f".proof-is-{mark}::before" in style
    assert words.ALL_STATES.keys() == data.LETTERS.keys()


def test_a_table_says_what_the_picture_shows():
    made = crowd(19, ending="SIGKILL")
    rows = [
        ["".join(cell.itertext()) for cell in row] for row in table.of(made).iter("tr")
    ]
    assert rows[0] == [words.WHO, "waiting", words.CPU_TIME]
    assert rows[1] == ["process 1 · 1", "1.000", "0.125"]
    assert rows[2] == ["process 2 · 2", "0.900", "0.125"]
    assert len([row for row in rows if row[0].startswith("process")]) == 20
    assert ["0.900 s", "process 20 ended, SIGKILL"] in rows
    assert ["0.000 s", "process 20 was created by process 1"] in rows


def test_thousands_of_threads_are_one_row_of_a_table_for_each_process():
    lanes = [lane(i, ("running", i / 1e6)) for i in range(1, 4001)]
    rows = [*table.of(run(process(1, *lanes))).iter("tr")]
    assert len(rows) < 10
    assert rows[1].findtext("th") == words.TOGETHER_MANY.format("process 1", 1, 4000)
    assert float(rows[1].findtext("td")) == pytest.approx(4000 * 4001 / 2 / 1e6)


def test_events_are_told_in_their_order():
    child = process(2, lane(2, ("stopped", 0.2), ("zombie", 0.2), start=0.1), parent=1)
    found = events.of(run(process(1, lane(1, ("waiting", 1.0))), child))
    assert [(round(one.when, 3), one.text) for one in found] == [
        (0.1, "process 2 was created by process 1"),
        (0.1, "process 2 was stopped"),
        (0.3, "process 2 ended, exit code 0"),
        (0.3, "process 2 became a zombie"),
        (1.0, "process 1 ended, exit code 0"),
    ]


def test_a_long_or_a_right_to_left_name_disturbs_nothing_around_it():
    names = ["ש" * 200, "long " * 40]
    lanes = [lane(i, ("waiting", 1.0), name=name) for i, name in enumerate(names, 2)]
    one = run(process(1, lane(1, ("waiting", 1.0)), *lanes))
    [_, *shown] = [row[0] for row in read(data.of(one, 1.0, []))["lanes"]]
    assert shown[0].startswith("\u2068") and shown[0].endswith("…\u2069")
    assert max(map(len, shown)) <= 42


@pytest.mark.skipif(
    sys.platform != "linux", reason="a trace is read from Linux's /proc"
)
def test_a_run_of_four_hundred_threads_is_readable_and_small(folder: Folder):
    made: Run = folder.run(
        "import threading\nevent = threading.Event()\n"
        "threads = [threading.Thread(target=event.wait) for _ in range(400)]\n"
        "for thread in threads: thread.start()\n"
        "event.wait(0.1); event.set()\n"
    )
    html = picture.draw(timeline.read(made))
    root = ElementTree.fromstring(html)
    assert len(read(root.findtext("script"))["lanes"]) > 300
    assert html.count("<text") < 60
    assert len(html) < 100_000


def test_the_words_of_the_script_are_those_that_it_uses():
    assets = ROOT / "docs" / "assets"
    script = "".join(file.read_text("utf-8") for file in assets.glob("*.js"))
    for name in words.SCRIPT:
        assert f"words.{name}" in script or f'"{name}"' in script, name
