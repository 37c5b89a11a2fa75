"""A signal without a handler ends all threads, even if it is sent to one of them."""

import signal
import subprocess
import sys
import threading


def work():
    try:
        print("worker: at work", flush=True)
        signal.pthread_kill(threading.get_ident(), signal.SIGTERM)
        threading.Event().wait(timeout=60)
    finally:
        print("worker: cleaned up", flush=True)


if len(sys.argv) > 1:
    worker = threading.Thread(target=work)
    worker.start()
    worker.join()
    print("main: the worker has ended", flush=True)
else:
    command = [sys.executable, __file__, "program"]
    run = subprocess.run(command, stdout=subprocess.PIPE, text=True)
    print(run.stdout, end="")
    print("exit code:", run.returncode)
    assert run.stdout == "worker: at work\n"
    assert run.returncode == -signal.SIGTERM
