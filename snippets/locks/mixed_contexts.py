"""A lock of fork's context goes to forked processes only, one of spawn's to all."""

import multiprocessing


def use(lock):
    with lock:
        print("child: I had the lock")


if __name__ == "__main__":
    pairs = [("fork", "spawn"), ("fork", "forkserver"), ("fork", "fork")]
    pairs += [("spawn", "forkserver"), ("spawn", "fork"), ("spawn", "spawn")]
    for maker, user in pairs:
        lock = multiprocessing.get_context(maker).Lock()
        child = multiprocessing.get_context(user).Process(target=use, args=[lock])
        try:
            child.start()
            child.join()
            answer = "works" if child.exitcode == 0 else "fails"
        except RuntimeError:
            answer = "RuntimeError"
        print(f"lock of {maker}, process of {user}: {answer}", flush=True)
        refused = maker == "fork" and user != "fork"
        assert answer == ("RuntimeError" if refused else "works")
