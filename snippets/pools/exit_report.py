"""The end of a program waits for threads that are no daemons, and for children."""

import atexit
import multiprocessing
import threading

fork = multiprocessing.get_context("fork")
may_end = fork.Event()


def exit_will_wait_for():
    main = threading.main_thread()
    threads = [one for one in threading.enumerate() if not one.daemon and one != main]
    return [one.name for one in threads + multiprocessing.active_children()]


def check():
    """Runs when the plain threads have ended, and before children are joined."""
    print("in the exit handler:    ", *exit_will_wait_for())
    assert exit_will_wait_for() == ["child-process"]
    may_end.set()


if __name__ == "__main__":
    atexit.register(check)
    thread_may_end = threading.Event()
    fork.Process(target=may_end.wait, name="child-process").start()
    threading.Thread(target=thread_may_end.wait, name="plain-thread").start()
    threading.Thread(target=may_end.wait, name="daemon-thread", daemon=True).start()

    print("at the last line of main:", *exit_will_wait_for())
    assert exit_will_wait_for() == ["plain-thread", "child-process"]
    thread_may_end.set()
