"""A child that ignores SIGTERM outlives terminate(), and none can ignore SIGKILL."""

import multiprocessing
import signal


def work(messages):
    signal.signal(signal.SIGTERM, signal.SIG_IGN)
    try:
        signal.signal(signal.SIGKILL, signal.SIG_IGN)
    except OSError as error:
        messages.send(f"SIGKILL: {error.strerror}")
    while True:
        messages.send("still here " + messages.recv())


if __name__ == "__main__":
    here, there = multiprocessing.Pipe()
    child = multiprocessing.Process(target=work, args=(there,))
    child.start()
    there.close()
    answer = here.recv()
    print("child ignores SIGTERM, tries to ignore", answer)
    assert answer == "SIGKILL: Invalid argument"

    child.terminate()
    here.send("after terminate()")
    answer = here.recv()
    print("child:", answer)
    assert answer == "still here after terminate()"

    child.kill()
    child.join()
    print("exit code after kill():", child.exitcode)
    assert child.exitcode == -signal.SIGKILL
