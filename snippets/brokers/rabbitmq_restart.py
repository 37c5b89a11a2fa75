# /// script
# requires-python = ">=3.11"
# dependencies = ["pika"]
# [tool.proof]
# limit = 60
# linger = 5
# needs = ["rabbitmq-server"]
# platform = "linux"
# ///
"""A durable queue and its persistent messages outlive a server that is killed."""

import contextlib
import socket
import subprocess
import tempfile

import pika

COMMAND = """RABBITMQ_NODENAME=page@localhost RABBITMQ_NODE_IP_ADDRESS=127.0.0.1
RABBITMQ_MNESIA_BASE=. RABBITMQ_LOG_BASE=. RABBITMQ_ALLOW_INPUT=yes HOME=.
RABBITMQ_CONFIG_FILE=no RABBITMQ_CONF_ENV_FILE=no RABBITMQ_ENABLED_PLUGINS_FILE=no
/usr/lib/rabbitmq/bin/rabbitmq-server -noinput -sname page@localhost +S 1:1 +hms 20000
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
        channel = pika.BlockingConnection(url).channel()
        channel.confirm_delivery()  # a publish then returns when the server has it
        channel.queue_declare("durable", durable=True)
        channel.queue_declare("plain")
        for queue, kind in [("durable", 2), ("durable", 1), ("plain", 2)]:
            name = "a persistent message" if kind == 2 else "a transient message"
            properties = pika.BasicProperties(delivery_mode=kind)
            channel.basic_publish("", queue, name, properties)
        try:
            channel.basic_publish("", "misspelt", "a lost message", mandatory=True)
        except pika.exceptions.UnroutableError:
            print("the server has three messages, and says that a fourth has no queue")
        else:
            raise AssertionError("nobody noticed")

    with rabbitmq_server() as url:
        channel = pika.BlockingConnection(url).channel()
        got = iter(lambda: channel.basic_get("durable", True), (None, None, None))
        found = [body.decode() for _, _, body in got]
        print("killed and started again, the durable queue holds:", found)
        assert found == ["a persistent message"]
        try:
            channel.queue_declare("plain", passive=True)
        except pika.exceptions.ChannelClosedByBroker as error:
            print("the plain one:", error.reply_text)
            assert error.reply_code == 404
        else:
            raise AssertionError("the plain queue has outlived the crash")
