"""The rows about single runs, and about single edits."""

from statistics import median

from bench import edits, engine, sites
from bench.stage import Stage
from bench.table import Row

BATCH = 40  # runs of the trivial program in one round


def edited(stage: Stage) -> list[Row]:
    """A page, a program and the engine are saved, and the site is served at first."""
    # This copy is changed, so nothing else is measured on it.
    changed = sites.copy(stage.site, stage.spare / "changed")
    first = []
    for number in range(stage.rounds):
        took = edits.first_page(changed, stage.spare / f"empty-{number}")
        first.append(took)
        stage.say(f"served on an empty store: front page after {took:.2f} s")
    took: dict[str, list[float]] = {"paragraph": [], "snippet": [], "engine": []}
    for what, seconds in edits.under_serve(changed, stage.store, stage.rounds):
        took[what].append(seconds)
        stage.say(f"{what} edited: served after {seconds:.2f} s")
    again = []
    for number in edits.snippets_run_again(changed, stage.store, stage.rounds):
        again.append(float(number))
        stage.say(f"snippet edited: {number} run again")
    run = "less what the run itself took"
    rows = [
        Row("the front page after a first start of serve", first, " s", 5),
        Row("a paragraph edited until it is served", took["paragraph"], " s", 1),
        Row("a snippet edited until its run is", took["snippet"], " s", 1, parts=run),
        Row("the engine edited until it serves", took["engine"], " s", 5),
        Row("a snippet edited: snippets run again", again, "", 1),
    ]
    return [row for row in rows if row.values]  # a small site has no engine


def quick(stage: Stage) -> list[Row]:
    """What ``make quick`` does where nothing differs from main."""
    if not (stage.root / ".git").exists():
        return []
    taken = []
    for _ in range(stage.rounds):
        taken.append(edits.seconds_of_quick(stage.root))
        stage.say(f"make quick: {taken[-1]:.2f} s")
    return [Row("make quick, nothing changed", taken, " s", 3)]


def cost(stage: Stage) -> list[Row]:
    """A trivial program is run with and without the engine."""
    costs = []
    for i in range(stage.rounds):
        costs.append(engine.cost_of_a_run(stage.spare / f"cost-{i}", BATCH))
        stage.say(f"a trivial run costs {1000 * costs[-1].added:.1f} ms more")
    alone, run, start = (
        f"{1000 * median(getattr(cost, part) for cost in costs):.0f} ms"
        for part in ("alone", "run", "start")
    )
    return [
        Row(
            name="engine's cost on top of python file.py, per run",
            values=[1000 * cost.added for cost in costs],
            unit=" ms",
            aim=10,
            parts=f"{run} - {alone}, medians of {BATCH} pairs; the engine's start, "
            f"once per build: {start}",
        )
    ]


def trace(stage: Stage) -> list[Row]:
    """A program with many threads is observed."""
    shares = engine.cores_taken_by_trace(stage.spare / "trace", stage.rounds)
    if not shares:
        return []
    values = [100 * share for share in shares]
    stage.say(f"the trace takes {', '.join(f'{value:.1f}' for value in values)} %")
    name = "the trace of 20 busy threads, share of one core"
    return [Row(name, values, " %", 5)]
