"""A reader that takes no lock can see half of a change, one that takes it cannot."""

import threading

lock = threading.Lock()
half_done = threading.Event()
looked = threading.Event()
accounts = {"Ann": 5, "Bob": 5}
seen = {}


def transfer():
    with lock:
        accounts["Ann"] -= 1
        half_done.set()
        looked.wait()
        accounts["Bob"] += 1


def audit():
    with lock:
        seen["with the lock"] = sum(accounts.values())


if __name__ == "__main__":
    writer = threading.Thread(target=transfer, name="transfer")
    reader = threading.Thread(target=audit, name="audit")
    writer.start()
    half_done.wait()
    reader.start()
    seen["without the lock"] = sum(accounts.values())
    reader.join(timeout=0.1)
    assert reader.is_alive()  # it waits for the lock
    looked.set()
    for thread in (writer, reader):
        thread.join()
    for how, total in seen.items():
        print(f"read {how}: {total}")
    assert seen == {"without the lock": 9, "with the lock": 10}
