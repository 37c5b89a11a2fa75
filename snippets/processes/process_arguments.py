"""args may be a list, kwargs go by name, and the child carries the given name."""

import multiprocessing


def cook(dish, table, hot=False):
    me = multiprocessing.current_process()
    print(f"{me.name} cooks {dish} for table {table}, hot: {hot}")
    assert (me.name, dish, table, hot) == ("Kitchen", "soup", 7, True)


if __name__ == "__main__":
    child = multiprocessing.Process(
        target=cook, args=["soup", 7], kwargs={"hot": True}, name="Kitchen"
    )
    child.start()
    child.join()
    assert child.exitcode == 0

    unnamed = multiprocessing.Process(target=cook)
    print(f"the second process, which got no name, is {unnamed.name}")
    assert unnamed.name == "Process-2"
