# /// script
# requires-python = ">=3.11"
# dependencies = ["pika"]
# [tool.proof]
# kind = "recipe"
# limit = 60
# linger = 5
# needs = ["rabbitmq-server"]
# platform = "linux"
# ///
"""Confirmed messages outlive a kill of the server; without confirms some are lost."""

import contextlib
import socket
import subprocess
import tempfile

import pika


def publish_all(url, queue, bodies):
    """Publish to a durable queue, and return when the server has confirmed all bodies.

    Raises a pika.exceptions.AMQPError if it has not; some may be there all the same.
    """
    with contextlib.closing(pika.BlockingConnection(url)) as connection:
        channel = connection.channel()
        channel.confirm_delivery()  # the point
        channel.queue_declare(queue, durable=True)
        properties = pika.BasicProperties(delivery_mode=2)  # persistent
        for body in bodies:
            channel.basic_publish("", queue, body, properties, mandatory=True)


COMMAND = """RABBITMQ_NODENAME=page@localhost RABBITMQ_NODE_IP_ADDRESS=127.0.0.1
RABBITMQ_MNESIA_BASE=. RABBITMQ_LOG_BASE=. RABBITMQ_ALLOW_INPUT=yes HOME=.
RABBITMQ_CONFIG_FILE=no RABBITMQ_CONF_ENV_FILE=no RABBITMQ_ENABLED_PLUGINS_FILE=no
/usr/lib/rabbitmq/bin/rabbitmq-server -noinput -sname page@localhost +S 1:1 +hms 5000
-kernel inet_dist_use_interface {127,0,0,2} -start_epmd false -erl_epmd_port"""


@contextlib.contextmanager
def rabbitmq_server():
    """Run RabbitMQ for this machine alone, with its files in this folder; kill it."""
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    command = ["env", f"RABBITMQ_NODE_PORT={port}", *COMMAND.split(), str(port)]
    with subprocess.Popen(command, stdout=subprocess.PIPE) as node:
        try:
            assert any(b"completed" in line for line in node.stdout), f"is {port} free?"
            yield pika.URLParameters(f"amqp://127.0.0.1:{port}")
        finally:
            node.kill()


with tempfile.TemporaryDirectory() as folder, contextlib.chdir(folder):
    with rabbitmq_server() as url:
        publish_all(url, "confirmed", ["a letter"] * 50)
        channel = pika.BlockingConnection(url).channel()
        channel.queue_declare("unconfirmed", durable=True)
        persistent = pika.BasicProperties(delivery_mode=2)
        for _ in range(50):
            channel.basic_publish("", "unconfirmed", "a letter", persistent)

    with rabbitmq_server() as url:
        channel = pika.BlockingConnection(url).channel()
        for queue in ("confirmed", "unconfirmed"):
            found = channel.queue_declare(queue, passive=True).method.message_count
            print(f"{queue:12} after the crash {found} of 50 are left")
            assert (found == 50) == (queue == "confirmed")
