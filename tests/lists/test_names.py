"""Names of libraries are found in a program where they are certain, and only there."""

import ast

import pytest

from proof.lists import libraries, names


def used(text: str) -> set[str]:
    return names.used(ast.parse(text))


FOUND = {
    "import threading\nthreading.Thread()": {"threading.Thread"},
    "import threading as t\nt.Lock()": {"threading.Lock"},
    "from threading import Event as E\nE().set()": {
        "threading.Event",
        "threading.Event.set",
    },
    "import os.path\nos.path.exists(os.sep)": {"os.path.exists", "os.sep"},
    "from concurrent import futures\nfutures.wait": {"concurrent.futures.wait"},
    "import concurrent.futures\nconcurrent.futures.wait": {"concurrent.futures.wait"},
    # Objects: what is called on them belongs to their class.
    "import threading\nx = threading.Thread()\nx.join()": {
        "threading.Thread",
        "threading.Thread.join",
    },
    "import threading\nfor x in [threading.Lock() for _ in 'ab']: x.locked()": {
        "threading.Lock",
        "threading.Lock.locked",
    },
    "import threading\nall = [threading.Lock(), threading.Lock()]\n"
    "[x.locked() for x in all]": {"threading.Lock", "threading.Lock.locked"},
    "import queue\ndef f():\n    x.put(1)\nx = queue.Queue()": {
        "queue.Queue",
        "queue.Queue.put",
    },
    "import queue\ndef f():\n    global x\n    x = queue.Queue()\nx = queue.Queue()\n"
    "x.put(1)": {"queue.Queue", "queue.Queue.put"},
    "import multiprocessing\nx = multiprocessing.get_context('fork')\n"
    "x.Process().pid": {
        "multiprocessing.get_context",
        "multiprocessing.Process",
        "multiprocessing.Process.pid",
    },
    "import multiprocessing\na, b = multiprocessing.Pipe()\na.send(1)": {
        "multiprocessing.Pipe",
        "multiprocessing.connection.Connection.send",
    },
    "from concurrent.futures import ThreadPoolExecutor\n"
    "with ThreadPoolExecutor() as pool:\n    pool.submit(len).result()": {
        "concurrent.futures.ThreadPoolExecutor",
        "concurrent.futures.ThreadPoolExecutor.submit",
        "concurrent.futures.Future.result",
    },
    "import asyncio\nasync def f():\n"
    "    x = await asyncio.create_subprocess_exec('a')\n    x.kill()": {
        "asyncio.create_subprocess_exec",
        "asyncio.subprocess.Process.kill",
    },
    "import threading\nclass A(threading.Thread):\n    def work(self): pass\n"
    "x = A()\nx.start()\nx.work()": {"threading.Thread", "threading.Thread.start"},
}
NOT_FOUND = [
    "import json as other\ndef f(other): other.dumps(1)",  # the parameter
    "import queue\nx = queue.Queue()\nx = open('a')\nx.put",  # two things
    "import queue\ndef f(x):\n    x.put(1)\nx = queue.Queue()",
    "import queue\nx = queue.Queue() if 1 else 2\nx.put",
    "import queue\nx = queue.Queue()\nx += 1\nx.put",
    "import queue\nwith queue.Queue() as x: x.put",  # who knows what that binds
    "import queue\nx = queue.Queue()\nx.put = 1\nx.put",  # the program's own
    "import queue\nx = queue.Queue()\nx._init",
    "import queue\nx = x.put",
    "import redis_of_mine\nredis_of_mine.put",
]


@pytest.mark.parametrize("text", FOUND)
def test_a_certain_name_is_found(text: str):
    assert used(text) == FOUND[text]


@pytest.mark.parametrize("text", NOT_FOUND)
def test_what_is_not_certain_is_left_out(text: str):
    assert not {name for name in used(text) if not name.endswith("queue.Queue")}


def test_a_name_belongs_to_the_module_that_a_reader_imports():
    modules = {
        "threading.Thread.join": "threading",
        "os.path.exists": "os.path",
        "concurrent.futures.Future.result": "concurrent.futures",
        "concurrent.interpreters.create": "concurrent.interpreters",
        "multiprocessing.connection.Connection.send": "multiprocessing.connection",
        "redis.backoff.NoBackoff": "redis.backoff",
    }
    assert {name: libraries.module_of(name) for name in modules} == modules
