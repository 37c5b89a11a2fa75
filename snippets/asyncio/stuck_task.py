"""A thread's stack does not show where a waiting task stands; the task's own does."""

import asyncio
import sys
import threading
import time
import traceback
from concurrent.futures import Future


async def ask_kitchen():
    asked.set_result(asyncio.get_running_loop())
    await asyncio.Event().wait()  # nobody else has this event


async def main():
    task = asyncio.create_task(ask_kitchen(), name="table 4")
    await asyncio.wait([task])


def report():
    for task in asyncio.all_tasks():
        for frame in task.get_stack():
            lines.append((task.get_name(), frame.f_code.co_name, frame.f_lineno))
        if task.get_name() == "table 4":
            task.cancel()
    reported.set()


asked, reported, lines = Future(), threading.Event(), []
thread = threading.Thread(target=lambda: asyncio.run(main()), name="loop")
thread.start()
loop = asked.result()
functions = []
while "select" not in functions:  # until the loop has nothing to do
    time.sleep(0.01)
    stack = traceback.extract_stack(sys._current_frames()[thread.ident])
    functions = [entry.name for entry in stack]
print("the thread's stack:", " > ".join(functions[-4:]))
assert "ask_kitchen" not in functions

loop.call_soon_threadsafe(report)
assert reported.wait(5)
thread.join()
for name, function, line in sorted(lines):
    print(f"task {name}: in {function}, line {line}")
assert {line[:2] for line in lines} == {("table 4", "ask_kitchen"), ("Task-1", "main")}
