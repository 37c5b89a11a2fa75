# /// script
# requires-python = ">=3.11"
# dependencies = []
# [tool.proof]
# args = [["end"], ["crash"]]
# ///
"""In a pipeline of pipes, a stage's end, clean or not, ends the stages behind it."""

import multiprocessing
import os
import sys


def stage(word, source, target):
    while True:
        try:
            items = source.recv()
        except EOFError:  # the stage before this one is over
            return
        if items == ["crash"]:
            os._exit(3)
        target.send([*items, word])


if __name__ == "__main__":
    spawn = multiprocessing.get_context("spawn")
    stages = []
    source, entrance = spawn.Pipe(duplex=False)
    for word in ("washed", "dried"):
        following, target = spawn.Pipe(duplex=False)
        process = spawn.Process(target=stage, args=[word, source, target], name=word)
        process.start()
        stages.append(process)
        source.close()  # main keeps none of the ends that it hands out
        target.close()
        source = following

    for item in ("cup", "plate", sys.argv[1]):
        entrance.send([item])
    if sys.argv[1] == "end":
        entrance.close()
    results = []
    while True:
        try:
            results.append(source.recv())
        except EOFError:
            break
        print(*results[-1])
    for process in stages:
        process.join()
    codes = [process.exitcode for process in stages]
    print("the last pipe has ended; exit codes:", codes)
    assert results[:2] == [["cup", "washed", "dried"], ["plate", "washed", "dried"]]
    assert len(results) == (3 if sys.argv[1] == "end" else 2)
    assert codes == ([0, 0] if sys.argv[1] == "end" else [3, 0])
