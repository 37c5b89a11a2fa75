# /// script
# requires-python = ">=3.11"
# dependencies = []
# [tool.proof]
# platform = "linux"
# args = [["signal.signal"], ["add_signal_handler"], ["both"]]
# ///
"""A signal.signal handler wakes a loop only if that has a signal handler of its own."""

import asyncio
import selectors
import signal
import sys
import threading


class Selector(selectors.DefaultSelector):
    def select(self, timeout=None):
        if timeout is None:  # nothing to do: the loop sleeps until it is woken
            asleep.set()
        return super().select(timeout)


def send_signal(loop):
    asleep.wait()
    signal.pthread_kill(threading.main_thread().ident, signal.SIGTERM)
    print("SIGTERM is sent")
    noticed.append(over.wait(0.2 if sys.argv[1] == "signal.signal" else 5))
    print("main has gone on by itself:", noticed[0])
    if not noticed[0]:
        print("now the thread wakes the loop")
        loop.call_soon_threadsafe(int)
        assert over.wait(5)
        print("main has gone on after that:", over.is_set())


async def main():
    loop = asyncio.get_running_loop()
    stop = asyncio.Event()

    def act(*_):
        stop.set()
        handled.append(signal.SIGTERM)

    if sys.argv[1] == "add_signal_handler":
        loop.add_signal_handler(signal.SIGTERM, act)
    else:
        signal.signal(signal.SIGTERM, act)
    if sys.argv[1] == "both":
        loop.add_signal_handler(signal.SIGUSR1, act)  # of another signal
    thread = threading.Thread(target=send_signal, args=[loop], name="sender")
    thread.start()
    await stop.wait()
    over.set()
    assert handled == [signal.SIGTERM]
    await asyncio.to_thread(thread.join)


asleep, over = threading.Event(), threading.Event()
handled, noticed = [], []
with asyncio.Runner(
    loop_factory=lambda: asyncio.SelectorEventLoop(Selector())
) as runner:
    runner.run(main())
assert noticed == [sys.argv[1] != "signal.signal"]
