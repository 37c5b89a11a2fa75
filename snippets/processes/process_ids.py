"""Process.pid is None before start() and then equals os.getpid() in the child."""

import multiprocessing
import os


def report(answers):
    me = multiprocessing.current_process()
    parent = multiprocessing.parent_process()
    print(f"child: I am {os.getpid()}, {me.name}, child of {parent.name}")
    answers.put((os.getpid(), me.pid, parent.pid))


if __name__ == "__main__":
    print(f"main:  I am {os.getpid()}, {multiprocessing.current_process().name}")
    assert multiprocessing.parent_process() is None

    answers = multiprocessing.SimpleQueue()
    child = multiprocessing.Process(target=report, args=(answers,))
    print(f"main:  child.pid before start() is {child.pid}")
    assert child.pid is None

    child.start()
    print(f"main:  child.pid after start() is {child.pid}")
    own_pid, pid_of_current, pid_of_parent = answers.get()
    child.join()
    assert own_pid == pid_of_current == child.pid
    assert pid_of_parent == os.getpid()
