"""A list inside a manager's dict comes as a copy: its changes stay with the reader."""

import multiprocessing


def change(tracks):
    tracks["copy"].append("train")  # into a copy, which is dropped at once

    waiting = tracks["assigned"]
    waiting.append("train")
    tracks["assigned"] = waiting  # the whole list goes to the server

    tracks["proxy"].append("train")  # a call to a list that the server has


if __name__ == "__main__":
    with multiprocessing.Manager() as manager:
        tracks = manager.dict()
        tracks.update(copy=[], assigned=[], proxy=manager.list())
        child = multiprocessing.Process(target=change, args=[tracks])
        child.start()
        child.join()

        found = {name: list(tracks[name]) for name in ("copy", "assigned", "proxy")}
        for name, content in found.items():
            print(f"{name:8}  {type(tracks[name]).__name__:9}  {content}")
        assert found == {"copy": [], "assigned": ["train"], "proxy": ["train"]}
