# /// script
# requires-python = ">=3.11"
# dependencies = []
# [tool.proof]
# platform = "linux"
# reach = ["terminal"]
# ///
"""A session leader that opens a terminal may be given it; its child never is."""

import os

GIVEN, NOT_GIVEN = 10, 11


def open_terminal(name):
    """End with the answer: is the opened terminal now this session's own?"""
    os.open(name, os.O_RDWR)
    try:
        os.open("/dev/tty", os.O_RDWR)
    except OSError:
        os._exit(NOT_GIVEN)
    os._exit(GIVEN)


def exit_code(pid):
    return os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1])


def opened_in_new_session(second_fork):
    _, unused_terminal = os.openpty()
    leader = os.fork()
    if leader == 0:
        os.setsid()
        if second_fork and (child := os.fork()):
            os._exit(exit_code(child))
        open_terminal(os.ttyname(unused_terminal))
    return exit_code(leader)


leader = opened_in_new_session(second_fork=False)
child = opened_in_new_session(second_fork=True)
print("opened by the session leader: given as its terminal:", leader == GIVEN)
print("opened by the leader's child: given as its terminal:", child == GIVEN)
assert leader == GIVEN
assert child == NOT_GIVEN
