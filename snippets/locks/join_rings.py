"""join() of oneself raises RuntimeError; two threads that join each other just wait."""

import threading

threads = {}
still_alive = {}
both_started = threading.Event()
both_tried = threading.Barrier(2)


def join_other(other):
    both_started.wait()
    threads[other].join(timeout=0.2)  # without the timeout: for ever
    still_alive[other] = threads[other].is_alive()
    both_tried.wait()


if __name__ == "__main__":
    try:
        threading.current_thread().join()
    except RuntimeError as error:
        message = str(error)
    print("main joins main:", message)
    assert message == "cannot join current thread"

    for name, other in ("Ann", "Bob"), ("Bob", "Ann"):
        threads[name] = threading.Thread(target=join_other, args=(other,), name=name)
        threads[name].start()
    both_started.set()
    for thread in threads.values():
        thread.join()
    print("joined by the other, and still alive:", still_alive)
    assert still_alive == {"Ann": True, "Bob": True}
