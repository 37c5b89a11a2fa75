# /// script
# requires-python = ">=3.11"
# dependencies = ["rich"]
# ///
"""Workers report steps through a queue; only main draws, with one bar for each job."""

import io
import multiprocessing
import time

from rich.console import Console
from rich.progress import BarColumn, Progress, TaskProgressColumn

spawn = multiprocessing.get_context("spawn")
STEPS = {"cook": 5, "waiter": 10}


def work(name, reports):
    for _ in range(STEPS[name]):
        time.sleep(0.03)  # one step of the work
        reports.put(name)


if __name__ == "__main__":
    reports = spawn.Queue()
    workers = [
        spawn.Process(target=work, args=(name, reports), name=name) for name in STEPS
    ]
    for worker in workers:
        worker.start()

    screen = Console(file=io.StringIO(), width=60)  # takes the place of the terminal
    columns = "{task.description:8}", BarColumn(30), TaskProgressColumn()
    with Progress(*columns, console=screen) as progress:
        bars = {name: progress.add_task(name, total=STEPS[name]) for name in STEPS}
        for count in range(1, sum(STEPS.values()) + 1):
            progress.advance(bars[reports.get()])
            if count % 5 == 0:
                screen.print(f"after {count} reports:", progress.get_renderable())
    for worker in workers:
        worker.join()

    shown = screen.file.getvalue()
    print(shown)
    drawn = [line.split()[0] for line in shown.splitlines() if "%" in line]
    assert drawn == ["cook", "waiter"] * (len(drawn) // 2)  # each in its place
    assert all(task.finished for task in progress.tasks)
    assert {task.description: task.completed for task in progress.tasks} == STEPS
