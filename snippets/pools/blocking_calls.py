"""apply, map and starmap block until their jobs are done; the others return at once."""

import multiprocessing
import threading

CALLS = {
    "apply": lambda pool: pool.apply(wait_for_gate),
    "map": lambda pool: pool.map(wait_for_gate, [1, 2]),
    "starmap": lambda pool: pool.starmap(wait_for_gate, [(1, 2), (3, 4)]),
    "apply_async": lambda pool: pool.apply_async(wait_for_gate),
    "map_async": lambda pool: pool.map_async(wait_for_gate, [1, 2]),
    "starmap_async": lambda pool: pool.starmap_async(wait_for_gate, [(1, 2), (3, 4)]),
    "imap": lambda pool: pool.imap(wait_for_gate, [1, 2]),
    "imap_unordered": lambda pool: pool.imap_unordered(wait_for_gate, [1, 2]),
}


def set_up(event):
    global gate
    gate = event


def wait_for_gate(*arguments):
    gate.wait()
    return "done"


def make(call, pool, returned):
    returned.append(call(pool))


if __name__ == "__main__":
    gate = multiprocessing.Event()
    with multiprocessing.Pool(2, set_up, [gate]) as pool:
        for name, call in CALLS.items():
            blocks = name in ("apply", "map", "starmap")
            returned = []
            caller = threading.Thread(target=make, args=[call, pool, returned])
            gate.clear()
            caller.start()
            caller.join(0.05 if blocks else None)  # its jobs cannot end yet
            assert caller.is_alive() == blocks
            gate.set()
            caller.join()
            kind = type(returned[0]).__name__
            word = "blocks, " if blocks else "at once,"
            print(f"{name:15} {word} returns {kind}")
            if name.endswith("async"):
                assert "done" in returned[0].get()
            else:  # the results themselves, or an iterator over them
                assert returned[0] == "done" or list(returned[0]) == ["done"] * 2
            assert isinstance(returned[0], (list, str)) == blocks
