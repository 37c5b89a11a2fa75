"""An executor that was never shut down does not keep the program from ending."""

import atexit
import threading
from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor
from multiprocessing import active_children, get_context


def workers():
    threads = [one for one in threading.enumerate() if one.name.startswith("worker")]
    return len(threads), len(active_children())


def check():
    print("exit handler: threads and processes left:", *workers())
    assert workers() == (0, 0)


if __name__ == "__main__":
    atexit.register(check)
    processes = ProcessPoolExecutor(2, mp_context=get_context("fork"))
    processes.submit(int).result()
    threads = ThreadPoolExecutor(1, thread_name_prefix="worker")
    threads.submit(int).result()
    print("last line of main: idle threads and processes:", *workers())
    assert workers() == (1, 2)
