"""How processes end, by the numbers of every system."""

import os
import signal

import pytest

from proof.programs import signals


def test_all_endings_of_this_system_are_read_as_python_reads_them():
    for status in range(1 << 16):
        try:
            code = os.waitstatus_to_exitcode(status)
            wanted = code if code >= 0 else signals.name(-code)
        except ValueError:
            wanted = None
        try:
            read = signals.ending(status)
        except ValueError:
            read = None
        assert read == wanted, status


def test_all_signals_of_this_system_have_its_names():
    for one in signal.Signals:
        assert signals.name(one) == one.name
        assert one.name in signals.NAMES
    assert signals.name(36) == "SIGRTMIN+2"


def test_another_system_has_other_numbers():
    assert signals.ending(10, "Linux") == "SIGUSR1"
    assert signals.ending(10, "Darwin") == "SIGBUS"
    assert signals.ending(31, "Darwin") == "SIGUSR2"
    with pytest.raises(ValueError):
        signals.ending(34, "Darwin")


def test_windows_says_of_a_crash_more_than_a_byte():
    crash = 0xC0000005 << 8
    assert signals.ending(crash, "Windows") == 0xC0000005
    with pytest.raises(ValueError):
        signals.ending(crash, "Linux")


@pytest.mark.parametrize("status", [-1, 0x7F, 33, 1 << 41])
def test_what_no_process_ends_with_is_refused(status: int):
    with pytest.raises(ValueError):
        signals.ending(status, "Windows")
