"""Read the dump.

Of three threads two wait for each other, and one waits for customers. Run the file,
read its dump, and fill in the names of the two functions in which the two threads
stand.
"""

import faulthandler
import sys
import threading
import time

wait_for_each_other = ["count_the_boxes", "write_the_list"]


# The check: leave it as it is.
shelf, book = threading.Lock(), threading.Lock()
customers = threading.Event()
all_here = threading.Barrier(4)


def restock():
    with shelf:
        all_here.wait()
        write_the_list()


def write_the_list():
    with book:
        pass


def audit():
    with book:
        all_here.wait()
        count_the_boxes()


def count_the_boxes():
    with shelf:
        pass


def serve():
    all_here.wait()
    customers.wait()


if __name__ == "__main__":
    for work in (restock, audit, serve):
        threading.Thread(target=work, daemon=True).start()
    all_here.wait()
    time.sleep(0.2)  # meanwhile they come to where they wait
    faulthandler.dump_traceback(sys.stdout)
    sys.stdout.flush()
    if {*wait_for_each_other} & {"restock", "audit"}:
        sys.exit(
            "Not yet: that function has called another one. A dump begins with the "
            "call in which the thread is now."
        )
    if {*wait_for_each_other} & {"serve", "wait"}:
        sys.exit("Not yet: that thread waits for customers, and holds no lock.")
    if {*wait_for_each_other} != {"count_the_boxes", "write_the_list"}:
        sys.exit("Not yet: find the two threads that stand at with, and name where.")
    print("Solved: these two wait for each other.")
