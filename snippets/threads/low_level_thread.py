"""threading stands on the module _thread, whose own threads are mere numbers."""

import _thread
import threading


def job():
    before = threading.enumerate()
    me = threading.current_thread()  # makes a stand-in, since there is no Thread
    seen.append((before, me, me.ident))
    done.set()


done, seen = threading.Event(), []
number = _thread.start_new_thread(job, ())
done.wait()
before, me, ident = seen[0]
print("start_new_thread returns a number:", number == ident)
print("listed before it asks:", [thread.name for thread in before])
print("the object that it gets:", type(me).__name__, "with daemon", me.daemon)
assert number == ident
assert before == [threading.main_thread()]
assert me.daemon and not me.name.startswith("Thread")
try:
    me.join()
except (AssertionError, RuntimeError) as error:
    print(f"join: {error}")
else:
    raise AssertionError("a number could be joined")

assert type(threading.Lock()) is _thread.LockType
assert threading.get_ident is _thread.get_ident
