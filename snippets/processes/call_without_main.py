# /// script
# requires-python = ">=3.11"
# dependencies = []
# [tool.proof]
# kind = "recipe"
# stderr = "printed there"
# ///
"""A call in a new interpreter imports the module that it names, and never main."""

import multiprocessing
import pickle
import subprocess
import sys

print("outside, in", __name__)


def call_without_main(name, *args):
    """Return what name, such as "json:dumps", returns in a new interpreter."""
    code = """if True:
        import os, pickle, pkgutil, sys
        answers, sys.path, name, args = os.dup(1), *pickle.load(sys.stdin.buffer)
        os.dup2(2, 1)  # what the function prints is no answer
        answer = pickle.dumps(pkgutil.resolve_name(name)(*args))
        open(answers, "wb").write(answer)
    """
    run = subprocess.run(
        [sys.executable, "-P", "-c", code],  # the point
        input=pickle.dumps((sys.path, name, args)),
        stdout=subprocess.PIPE,
        check=True,
    )
    return pickle.loads(run.stdout)


MAIN_IS_THERE = "'__mp_main__' in __import__('sys').modules"


def look(answers):
    answers.put(eval(MAIN_IS_THERE))


if __name__ == "__main__":
    spawn = multiprocessing.get_context("spawn")
    answers = spawn.SimpleQueue()
    child = spawn.Process(target=look, args=(answers,))
    child.start()
    child.join()
    imported = answers.get()
    print("Process(target=...) has imported main:", imported)
    assert imported

    imported = call_without_main("builtins:eval", MAIN_IS_THERE)
    print("call_without_main() has imported main:", imported)
    assert not imported
    assert call_without_main("textwrap:fill", "a b", 1) == "a\nb"
    assert call_without_main("builtins:print", "printed there") is None
