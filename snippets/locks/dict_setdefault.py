"""Check and assignment give two threads two lists, setdefault gives one to both."""

import threading

names = {}
both_are_here = threading.Barrier(2)


def check_and_assign(key):
    found = names.get(key)
    both_are_here.wait()  # both have looked, and found nothing
    if found is None:
        names[key] = found = []
    return found


def set_default(key):
    both_are_here.wait()
    return names.setdefault(key, [])


def add(get_list, key, name):
    get_list(key).append(name)


if __name__ == "__main__":
    for get_list in (check_and_assign, set_default):
        key = get_list.__name__
        threads = [
            threading.Thread(target=add, args=(get_list, key, name), name=name)
            for name in ("Ann", "Bob")
        ]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        print(f"{key:17} leaves {sorted(names[key])}")

    assert names["check_and_assign"] in (["Ann"], ["Bob"])
    assert sorted(names["set_default"]) == ["Ann", "Bob"]
