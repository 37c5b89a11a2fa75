"""Between two awaits a coroutine is not alone when another thread runs a loop."""

import asyncio
import threading

balance = 0
both_have_read = threading.Barrier(2)
guard = threading.Lock()


async def add_unguarded():
    global balance
    old = balance
    both_have_read.wait()  # no await from here to the write
    balance = old + 1


async def add_guarded():
    global balance
    with guard:
        old = balance
        balance = old + 1


def run_in_two_loops(function):
    global balance
    balance = 0
    threads = [threading.Thread(target=lambda: asyncio.run(function())) for _ in "ab"]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return balance


unguarded = run_in_two_loops(add_unguarded)
print("two loops add 1, no await in between:  ", unguarded)
assert unguarded == 1
guarded = run_in_two_loops(add_guarded)
print("the same, with a threading.Lock:       ", guarded)
assert guarded == 2
