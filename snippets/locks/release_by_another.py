"""Any thread may release a Lock; an RLock refuses all but the one that holds it."""

import threading


def release():
    try:
        lock.release()
        answers.append("released")
    except RuntimeError as error:
        answers.append(str(error))


if __name__ == "__main__":
    answers = []
    for kind in ("Lock", "RLock"):
        lock = getattr(threading, kind)()
        lock.acquire()
        thread = threading.Thread(target=release, name="another")
        thread.start()
        thread.join()
        print(f"main holds the {kind:5}, another thread:", answers[-1])
    assert answers == ["released", "cannot release un-acquired lock"]

    lock.release()
    print("main itself can release its RLock")
