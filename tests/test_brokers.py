"""Brokers, with the real servers: no message is lost with a consumer."""

import os

import psutil
import pytest

from proof.programs import snippet
from proof.runs import machine
from tests.conftest import ROOT, Folder, output

PATHS = sorted(path.name for path in (ROOT / "snippets" / "brokers").glob("*.py"))
SERVERS = ("redis-server", "rabbitmq-server", "memcached")
# Where CI requires everything, tests/test_snippets.py requires these too.
pytestmark = [
    pytest.mark.skipif(not all(map(machine.tool, SERVERS)), reason="needs the servers"),
    pytest.mark.timeout(300),
]


def source(name: str) -> str:
    return (ROOT / "snippets" / "brokers" / name).read_text(encoding="utf-8")


def seen() -> dict[str, set]:
    """Everything that a server could leave on this machine."""
    return {
        "servers": {
            process.pid
            for process in psutil.process_iter(["name"])
            if process.info["name"] in (*SERVERS, "beam.smp", "epmd")
        },
        "ports": {
            (address.ip, address.port)
            for address in (
                connection.laddr
                for connection in psutil.net_connections("inet")
                if connection.status == psutil.CONN_LISTEN
            )
        },
        "shared memory": set(os.listdir("/dev/shm")),
    }


@pytest.mark.parametrize("name", PATHS)
def test_a_broker_leaves_nothing_behind(folder: Folder, name: str):
    before = seen()
    for args in snippet.read(ROOT, f"brokers/{name}").args:
        folder.run(source(name), *args, name=name.removesuffix(".py"))
    after = seen()
    assert not {kind: more for kind in before if (more := after[kind] - before[kind])}


def test_every_kind_of_server_is_started_by_a_program():
    used = {
        server
        for name in PATHS
        for server in snippet.read(ROOT, f"brokers/{name}").needs
    }
    assert used == set(SERVERS)


def test_a_message_in_the_hands_of_a_killed_consumer_arrives_by_redis(folder: Folder):
    lines = output(folder.run(source("redis_killed_consumer.py")))
    assert lines[-1] == "moved back, and taken by another: a letter"


def test_a_message_in_the_hands_of_a_killed_consumer_arrives_by_rabbitmq(
    folder: Folder,
):
    lines = output(folder.run(source("rabbitmq_consumers.py")))
    acknowledged = lines[lines.index(next(x for x in lines if "auto_ack=False" in x)) :]
    assert "'one': True" in acknowledged[1]
    assert "'three'" in acknowledged[1]


def test_a_server_that_does_not_start_is_said_and_leaves_nothing(folder: Folder):
    before = seen()
    wrong = source("redis_killed_consumer.py").replace('"--port", "0"', '"--no-such"')
    result = folder.result(wrong)
    [error] = result.errors
    assert "ended with exit code 1" in error.problem
    assert any("the server did not start" in text for _, text in result.run.stderr)
    assert seen() == before
