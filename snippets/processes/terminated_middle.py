"""terminate() ends one process; the children of that process go on as orphans."""

import multiprocessing
import os

fork = multiprocessing.get_context("fork")


def grandchild(messages):
    while messages.recv() == "who is your parent?":
        messages.send(os.getppid())


def middle(messages):
    fork.Process(target=grandchild, args=(messages,)).start()
    # Python waits here for the grandchild, as after any other target.


if __name__ == "__main__":
    here, there = fork.Pipe()
    child = fork.Process(target=middle, args=(there,))
    child.start()
    here.send("who is your parent?")
    parent = here.recv()
    print("grandchild: my parent is the child:", parent == child.pid)
    assert parent == child.pid

    child.terminate()
    child.join()
    print("child: exit code", child.exitcode)
    assert child.exitcode == -15

    here.send("who is your parent?")
    parent = here.recv()
    print("grandchild: still here; my parent is the child:", parent == child.pid)
    assert parent != child.pid
    here.send("you may end")
