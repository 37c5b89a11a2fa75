"""A lock of one start method's context cannot be passed to a process of another."""

import multiprocessing


def use(lock):
    with lock:
        print("child: I had the lock")


if __name__ == "__main__":
    for maker, user in (("fork", "spawn"), ("spawn", "forkserver"), ("spawn", "fork")):
        lock = multiprocessing.get_context(maker).Lock()
        child = multiprocessing.get_context(user).Process(target=use, args=[lock])
        try:
            child.start()
            child.join()
            answer = "works"
        except RuntimeError:
            answer = "RuntimeError"
        print(f"lock of {maker}, process of {user}: {answer}", flush=True)
        assert (answer == "RuntimeError") == (maker == "fork")
