# /// script
# requires-python = ">=3.11"
# dependencies = []
# [tool.proof]
# kind = "symptom"
# platform = "linux"
# args = [["plain"], ["tls"]]
# wrong = "raises"
# expect = 1
# stderr = "AssertionError"
# ///
"""Workers that share a connection made before the fork get wrong answers or none."""

import multiprocessing
import socket
import ssl
import sys

fork = multiprocessing.get_context("fork")


def secured(one, side):
    """Return the connection, with TLS if that is asked for: here without any keys."""
    if sys.argv[1] == "plain":
        return one
    context = ssl.SSLContext(side)
    context.check_hostname, context.verify_mode = False, ssl.CERT_NONE
    context.maximum_version = ssl.TLSVersion.TLSv1_2
    context.set_ciphers("AECDH-AES256-SHA:@SECLEVEL=0")
    return context.wrap_socket(one, server_side=side == ssl.PROTOCOL_TLS_SERVER)


def serve(accepted):
    """Return an answer, its capitals, to each question of three letters."""
    one = secured(accepted, ssl.PROTOCOL_TLS_SERVER)
    while question := one.recv(3):
        one.sendall(question.upper())


def connect():
    here, there = socket.socketpair()
    fork.Process(target=serve, args=(there,), daemon=True).start()
    return secured(here, ssl.PROTOCOL_TLS_CLIENT)


def work(name, shared, may_read):
    connection = shared  # wrong: made before the fork, and the other one has it, too
    connection.sendall(name.encode())
    asked.set()
    may_read.wait()
    try:
        got = connection.recv(3).decode()
    except ssl.SSLError as error:
        got = f"{type(error).__name__}: {error}"
    print(f"worker {name}: {got}")
    answers.put(got)


if __name__ == "__main__":
    asked, go_on, answers = fork.Event(), fork.Event(), fork.SimpleQueue()
    shared = connect()
    one = fork.Process(target=work, args=("one", shared, go_on))
    two = fork.Process(target=work, args=("two", shared, asked))
    one.start()
    asked.wait()
    two.start()
    two.join()  # so it reads first
    go_on.set()
    one.join()
    got = [answers.get(), answers.get()]
    assert got == ["TWO", "ONE"], f"asked two and one, and got {got}"
