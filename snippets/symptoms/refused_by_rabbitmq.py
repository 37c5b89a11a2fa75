# /// script
# requires-python = ">=3.11"
# dependencies = ["pika"]
# [tool.proof]
# kind = "symptom"
# limit = 60
# linger = 5
# needs = ["rabbitmq-server"]
# platform = "linux"
# ///
"""RabbitMQ closes the channel on which it refuses something, and says why."""

import contextlib
import socket
import subprocess
import tempfile
import traceback

import pika

COMMAND = """RABBITMQ_NODENAME=page@localhost RABBITMQ_NODE_IP_ADDRESS=127.0.0.1
RABBITMQ_MNESIA_BASE=. RABBITMQ_LOG_BASE=. RABBITMQ_ALLOW_INPUT=yes HOME=.
RABBITMQ_CONFIG_FILE=no RABBITMQ_CONF_ENV_FILE=no RABBITMQ_ENABLED_PLUGINS_FILE=no
/usr/lib/rabbitmq/bin/rabbitmq-server -noinput -sname page@localhost +S 1:1 +hms 20000
-kernel inet_dist_use_interface {127,0,0,2} -start_epmd false -erl_epmd_port"""


@contextlib.contextmanager
def rabbitmq_server(port):
    """Run RabbitMQ for this machine alone, with its files in this folder; kill it."""
    command = ["env", f"RABBITMQ_NODE_PORT={port}", *COMMAND.split(), str(port)]
    with subprocess.Popen(command, stdout=subprocess.PIPE) as node:
        try:
            assert any(b"completed" in line for line in node.stdout), f"is {port} free?"
            yield pika.URLParameters(f"amqp://127.0.0.1:{port}")
        finally:
            node.kill()


def said(call, *args, **named) -> str:
    """Return the last line of the traceback that people paste."""
    try:
        return f"it returned {call(*args, **named)}"
    except pika.exceptions.AMQPError as error:
        return "".join(traceback.format_exception_only(error)).strip()


with socket.create_server(("127.0.0.1", 0)) as free:
    port = free.getsockname()[1]
nobody = pika.ConnectionParameters("127.0.0.1", port)
lines = [said(pika.BlockingConnection, nobody)]
with tempfile.TemporaryDirectory() as folder, contextlib.chdir(folder):
    node = rabbitmq_server(port)
    with node as url:
        first, second = (pika.BlockingConnection(url) for _ in range(2))
        first.channel().queue_declare("letters", durable=True)
        first.channel().queue_declare("own", exclusive=True)
        closed = second.channel()
        lines += [
            said(second.channel().queue_declare, "nosuch", passive=True),
            said(second.channel().queue_declare, "letters", durable=False),
            said(second.channel().queue_declare, "own", passive=True),
            said(closed.queue_declare, "amq.mine"),
            said(closed.queue_declare, "after"),
        ]
        wrong = pika.PlainCredentials("guest", "misspelt")
        url.credentials = wrong
        lines += [said(pika.BlockingConnection, url)]
print(*lines, sep="\n")
assert not any("it returned" in line for line in lines)
