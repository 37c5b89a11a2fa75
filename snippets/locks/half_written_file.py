# /// script
# requires-python = ">=3.11"
# dependencies = []
# [tool.proof]
# args = [["rewrite"], ["replace"]]
# ///
"""Who looks while a file is rewritten finds it empty; while it is replaced, whole."""

import json
import multiprocessing
import os
import sys
import tempfile
from pathlib import Path


def save(shop, path, to, half_way, go_on):
    with path.open("w") as file:
        half_way.set()  # the file is open for writing, and nothing is in it yet
        go_on.wait()
        json.dump(shop, file)
    if path != to:
        os.replace(path, to)


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as folder:
        shop = Path(folder, "shop.json")
        shop.write_text(json.dumps({"tickets": 2}))
        path = shop if sys.argv[1] == "rewrite" else shop.with_suffix(".new")
        half_way, go_on = multiprocessing.Event(), multiprocessing.Event()
        arguments = [{"tickets": 1}, path, shop, half_way, go_on]
        writer = multiprocessing.Process(target=save, args=arguments)
        writer.start()
        half_way.wait()
        text = shop.read_text()
        try:
            during = json.loads(text)
        except json.JSONDecodeError as error:
            during = f"JSONDecodeError: {error}"
        go_on.set()
        writer.join()
        after = json.loads(shop.read_text())

    print("during the change:", during)
    print("after the change: ", after)
    assert text == ("" if sys.argv[1] == "rewrite" else '{"tickets": 2}')
    assert after == {"tickets": 1}
