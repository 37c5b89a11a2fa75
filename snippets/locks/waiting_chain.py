"""A chain of waiting threads comes to an end; one that closes to a ring does not."""

import threading
import time

locks = {name: threading.Lock() for name in "abc"}
holder = {}  # of a lock: which thread has it
wants = {}  # of a thread: which lock it waits for
main_has_looked = threading.Event()


def work(name, mine, other, all_hold):
    with locks[mine]:
        holder[mine] = name
        all_hold.wait()
        if other is None:
            main_has_looked.wait()  # a stand-in for work
            return
        wants[name] = other
        with locks[other]:
            pass


def run(*needs):
    wants.clear()
    all_hold = threading.Barrier(len(needs))
    threads = [
        threading.Thread(target=work, args=(*need, all_hold), name=need[0], daemon=True)
        for need in needs
    ]
    for thread in threads:
        thread.start()
    while len(wants) < sum(other is not None for *_, other in needs):
        time.sleep(0.01)
    path = ["Cid"]
    while path[-1] in wants and path.count(path[-1]) == 1:
        path.append(holder[wants[path[-1]]])
    is_ring = path.count(path[-1]) == 2
    print(" waits for ".join(path))

    main_has_looked.set()
    before = time.process_time()
    for thread in threads:
        thread.join(timeout=0.1 if is_ring else None)
    alive = [thread.name for thread in threads if thread.is_alive()]
    print("-> threads that have not come to an end:", *alive or ["none"])
    assert time.process_time() - before < 0.1  # nobody computes
    return path, alive


if __name__ == "__main__":
    path, alive = run(("Ann", "a", None), ("Bob", "b", "a"), ("Cid", "c", "b"))
    assert path == ["Cid", "Bob", "Ann"] and alive == []
    path, alive = run(("Ann", "a", "c"), ("Bob", "b", "a"), ("Cid", "c", "b"))
    assert path == ["Cid", "Bob", "Ann", "Cid"] and alive == ["Ann", "Bob", "Cid"]
