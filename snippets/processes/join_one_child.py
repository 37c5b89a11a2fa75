"""join() waits for the child it is called on and leaves the other children alone."""

import multiprocessing


def work(may_end):
    may_end.wait()


if __name__ == "__main__":
    first_may_end = multiprocessing.Event()
    second_may_end = multiprocessing.Event()
    first = multiprocessing.Process(target=work, args=(first_may_end,))
    second = multiprocessing.Process(target=work, args=(second_may_end,))
    first.start()
    second.start()

    first_may_end.set()
    first.join()  # the point
    print("after first.join():  first alive:", first.is_alive())
    print("                     second alive:", second.is_alive())
    assert not first.is_alive()
    assert second.is_alive()

    second_may_end.set()
    second.join()  # the point
    print("after second.join(): second alive:", second.is_alive())
    assert not second.is_alive()
