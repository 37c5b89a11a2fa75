"""The rows about pictures and traces: what they cost and how large they are."""

import gzip
import json
import time
import zlib
from statistics import median

from bench import builds, engine
from bench.stage import Stage
from bench.table import Row
from proof.runs.run import Run
from proof.runs.store import Store
from proof.show import picture, timeline


def pictures(stage: Stage) -> list[Row]:
    """Every run of the site is drawn; every page of it is compressed."""
    runs = [run for run in Store(stage.store).runs() if run.trace]
    if not runs:
        return []
    stage.say(f"drawing {len(runs)} runs")
    costs = [median(_milliseconds(run) for _ in range(stage.rounds)) for run in runs]
    drawn = [_kilobytes(picture.draw(timeline.read(run))) for run in runs]
    pages = [_kilobytes(page) for page in builds.pages(stage.site, stage.store)]
    return [
        _largest("the costliest picture to draw", costs, " ms", 5),
        _largest("the largest picture, gzipped", drawn, " KB", 12),
        _largest("the largest page, gzipped HTML", pages, " KB", 150),
    ]


def traces(stage: Stage) -> list[Row]:
    """A program of twenty busy threads is observed for ten seconds."""
    stage.say("observing twenty threads for ten seconds")
    run = engine.long_run(stage.spare / "long")
    if run.trace is None:
        return []
    stored = len(zlib.compress(json.dumps(run.trace).encode(), 6)) / 1000
    name = "the trace of 10 s with 20 busy threads, in the store"
    return [Row(name, [stored], " KB", 100)]


def _largest(name: str, values: list[float], unit: str, aim: float) -> Row:
    parts = f"of {len(values)}; their median is {median(values):.2g}{unit}"
    return Row(name, [max(values)], unit, aim, parts=parts)


def _milliseconds(run: Run) -> float:
    began = time.perf_counter()
    picture.draw(timeline.read(run))
    return 1000 * (time.perf_counter() - began)


def _kilobytes(text: str) -> float:
    return len(gzip.compress(text.encode())) / 1000
