"""What the script of a picture answers from: the run once more, as compact JSON.

Times are in tenths of a millisecond. A lane's states are a letter and a duration each,
without a gap from the lane's start on.
"""

import json

from proof import words
from proof.show import events, narration, output
from proof.show.folds import Fold
from proof.show.seen import Lane, Timeline

UNITS = 10_000  # in a second
LETTERS = {
    "running": "R",
    "ready": "r",
    "waiting": "W",
    "stopped": "T",
    "zombie": "Z",
    "unseen": "U",
}
LENGTH = 80  # characters of a line of output
# No text of a program ends the element or is read as markup.
SAFE = {ord(one): f"\\u{ord(one):04x}" for one in "<>&"}


def of(timeline: Timeline, span: float, folds: list[Fold]) -> str:
    """Tell a run to the script.

    Args:
        timeline: What was seen.
        span: Seconds that the picture is wide.
        folds: Lanes that are not drawn.
    """
    lanes, places = [], {}
    for process in timeline.processes:
        for index, lane in enumerate(process.lanes):
            places[id(lane)] = len(lanes)
            label = narration.lane(process, lane, index).strip()
            name, owner = (label, process.name) if index else (process.name, "")
            states = _states(lane)
            start = _units(lane.start)
            lanes.append([name, owner, process.pid, lane.tid, start, states])
    lines = timeline.lines[: output.MAX_LINES]
    told = {
        "span": _units(span),
        "end": _units(timeline.duration),
        "look": _units(timeline.interval),
        "cores": timeline.cores,
        "lanes": lanes,
        "folds": [[places[id(lane)] for lane in fold.lanes] for fold in folds],
        "lines": [[_units(when), output.seen(text)[:LENGTH]] for when, text in lines],
        "printed": len(timeline.lines),
        "events": [[_units(one.when), one.text] for one in events.of(timeline)],
        "states": {
            letter: words.STATES.get(state, words.UNSEEN)
            for state, letter in LETTERS.items()
        },
        "words": words.SCRIPT,
    }
    return json.dumps(told, separators=(",", ":")).translate(SAFE)


def _units(seconds: float) -> int:
    return round(seconds * UNITS)


def _states(lane: Lane) -> str:
    """Rounded at the moments and not at the durations, so that no error adds up."""
    return "".join(
        f"{LETTERS[one.state]}{_units(one.end) - _units(one.start)}"
        for one in lane.stretches
        if _units(one.end) > _units(one.start)
    )
