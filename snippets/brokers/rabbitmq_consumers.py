# /// script
# requires-python = ">=3.11"
# dependencies = ["pika"]
# [tool.proof]
# limit = 60
# linger = 5
# needs = ["rabbitmq-server"]
# platform = "linux"
# ///
"""A killed consumer's messages come again, unless the server took them for done."""

import contextlib
import socket
from multiprocessing import Pipe, Process
from subprocess import PIPE, Popen
from tempfile import TemporaryDirectory

import pika

COMMAND = """RABBITMQ_NODENAME=page@localhost RABBITMQ_NODE_IP_ADDRESS=127.0.0.1
RABBITMQ_MNESIA_BASE=. RABBITMQ_LOG_BASE=. RABBITMQ_ALLOW_INPUT=yes HOME=.
RABBITMQ_CONFIG_FILE=no RABBITMQ_CONF_ENV_FILE=no RABBITMQ_ENABLED_PLUGINS_FILE=no
/usr/lib/rabbitmq/bin/rabbitmq-server -noinput -sname page@localhost +S 1:1 +hms 20000
-kernel inet_dist_use_interface {127,0,0,2} -start_epmd false -erl_epmd_port"""


@contextlib.contextmanager
def rabbitmq_server():
    """Run RabbitMQ for this machine alone, with its files in a folder; kill it."""
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    command = ["env", f"RABBITMQ_NODE_PORT={port}", *COMMAND.split(), str(port)]
    with TemporaryDirectory() as home, Popen(command, cwd=home, stdout=PIPE) as node:
        try:
            assert any(b"completed" in line for line in node.stdout), f"is {port} free?"
            yield pika.URLParameters(f"amqp://127.0.0.1:{port}")
        finally:
            node.kill()


def work(url, auto_ack, prefetch, in_hand):
    channel = pika.BlockingConnection(url).channel()
    channel.basic_qos(prefetch_count=prefetch)
    in_hand.send(next(channel.consume("work", auto_ack=auto_ack))[2])
    in_hand.poll(None)  # at work on the first one, for ever


if __name__ == "__main__":
    here, out = Pipe()
    with rabbitmq_server() as url:
        channel = pika.BlockingConnection(url).channel()
        for auto_ack, prefetch, free in [(True, 0, 0), (False, 0, 0), (False, 1, 2)]:
            channel.queue_declare("work")
            for body in ["one", "two", "three"]:
                channel.basic_publish("", "work", body)
            ann = Process(target=work, args=[url, auto_ack, prefetch, out], daemon=True)
            ann.start()
            assert here.recv() == b"one"
            while channel.queue_declare("work").method.message_count != free:
                channel.connection.sleep(0.01)
            print(f"{auto_ack=!s:5} {prefetch=}: ann has one, free for others: {free}")
            ann.kill()
            ann.join()
            while channel.queue_declare("work").method.consumer_count:
                channel.connection.sleep(0.01)  # until the server has noticed
            got = iter(lambda: channel.basic_get("work", True), (None, None, None))
            again = {body.decode(): method.redelivered for method, _, body in got}
            print("   she is killed; redelivered:", again)
            assert [*again.values()] == ([] if auto_ack else [True, not free, not free])
