# /// script
# requires-python = ">=3.11"
# dependencies = []
# [tool.proof]
# platform = "linux"
# pythons = ["3.13", "3.14"]
# ///
"""Since 3.14 children have environment, umask and CPUs of the server's start."""

import multiprocessing
import os
import resource
import sys


def own_state():
    limit, _ = resource.getrlimit(resource.RLIMIT_CORE)
    return os.environ["CITY"], oct(os.umask(0o22)), len(os.sched_getaffinity(0)), limit


def answer(answers):
    answers.put(own_state())


def ask(context):
    answers = context.SimpleQueue()
    child = context.Process(target=answer, args=(answers,))
    child.start()
    child.join()
    return answers.get()


def change(city, mask, limit):
    os.environ["CITY"] = city
    os.umask(mask)
    _, hard = resource.getrlimit(resource.RLIMIT_CORE)
    resource.setrlimit(resource.RLIMIT_CORE, (limit, hard))


if __name__ == "__main__":
    change("Rome", 0o22, 0)
    default = multiprocessing.get_context()
    first = ask(default)  # starts the server
    os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})
    change("Oslo", 0o77, 0)
    later, spawned = ask(default), ask(multiprocessing.get_context("spawn"))
    print("start method:        ", multiprocessing.get_start_method())
    print("first child:         ", *first)
    print("after main's changes:", *later)
    print("a spawned one:       ", *spawned)
    forks = sys.version_info < (3, 14)
    assert spawned[:3] == ("Oslo", "0o77", 1)
    assert later == (spawned if forks else first)
