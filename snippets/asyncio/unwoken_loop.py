"""call_soon from another thread does not wake the loop; call_soon_threadsafe does."""

import asyncio
import selectors
import threading


class Selector(selectors.DefaultSelector):
    def select(self, timeout=None):
        if timeout is None:  # nothing to do: the loop sleeps until it is woken
            asleep.set()
        return super().select(timeout)


asleep, first_ran, second_ran = (threading.Event() for _ in range(3))
loop = asyncio.SelectorEventLoop(Selector())
thread = threading.Thread(target=loop.run_forever, name="loop")
thread.start()
asleep.wait()

loop.call_soon(first_ran.set)
ran = first_ran.wait(0.2)
print("call_soon: the callback has run after 0.2 s:", ran)
assert not ran

loop.call_soon_threadsafe(second_ran.set)
assert second_ran.wait(5)
print("call_soon_threadsafe: it has run, and so has the first:", first_ran.is_set())
assert first_ran.is_set()

loop.set_debug(True)
loop.slow_callback_duration = 60  # on a busy machine it would name slow steps as well
try:
    loop.call_soon(print)
except RuntimeError as error:
    print("call_soon in debug mode: RuntimeError")
    assert "Non-thread-safe" in str(error)
else:
    raise AssertionError("debug mode has noticed nothing")
loop.call_soon_threadsafe(loop.stop)
thread.join()
loop.close()
