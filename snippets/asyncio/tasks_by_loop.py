"""Each loop lists only its own tasks, and its current task is its thread's."""

import asyncio
import threading

meeting = threading.Barrier(2)


def names(tasks):
    return sorted(task.get_name() for task in tasks)


async def idle():
    await asyncio.Event().wait()


async def main(name):
    asyncio.current_task().set_name(f"{name} main")
    task = asyncio.create_task(idle(), name=f"{name} idle")
    await asyncio.sleep(0)
    meeting.wait(10)  # both loops have their tasks now
    seen[name] = names(asyncio.all_tasks())
    current[name] = asyncio.current_task().get_name()
    meeting.wait(10)
    task.cancel()


seen, current = {}, {}
threads = [
    threading.Thread(target=asyncio.run, args=[main(name)]) for name in ("A", "B")
]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
for name in ("A", "B"):
    print(f"loop {name} sees:", seen[name], "and runs:", current[name])
    assert seen[name] == [f"{name} idle", f"{name} main"]
    assert current[name] == f"{name} main"
