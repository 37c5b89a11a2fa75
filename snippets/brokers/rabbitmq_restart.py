# /// script
# requires-python = ">=3.11"
# dependencies = ["pika"]
# [tool.proof]
# limit = 60
# linger = 5
# needs = ["rabbitmq-server"]
# platform = "linux"
# quiet = true
# ///
"""A durable queue and its persistent messages outlive a server that is killed."""

import os
import socket
import subprocess

import pika

COMMAND = """/usr/lib/rabbitmq/bin/rabbitmq-server -noinput -sname rabbit@localhost
-start_epmd false +S 1:1 -kernel inet_dist_use_interface {127,0,0,1} -erl_epmd_port"""
SETTINGS = """NODENAME=rabbit@localhost NODE_IP_ADDRESS=127.0.0.1 ALLOW_INPUT=yes
MNESIA_BASE=. LOG_BASE=. CONFIG_FILE=no CONF_ENV_FILE=no ENABLED_PLUGINS_FILE=no"""
HERE = ("127.0.0.1", 0)


def start():
    """Run RabbitMQ for this machine alone, with its files in this folder."""
    with socket.create_server(HERE) as one, socket.create_server(HERE) as two:
        port, inner = (str(free.getsockname()[1]) for free in (one, two))
    settings = [*SETTINGS.split(), f"NODE_PORT={port}"]
    env = os.environ | dict(f"RABBITMQ_{each}".split("=") for each in settings)
    command = [*COMMAND.split(), inner]
    server = subprocess.Popen(command, env=env, stdout=subprocess.DEVNULL)
    url = f"amqp://127.0.0.1:{port}/?connection_attempts=500&retry_delay=0.1"
    return server, pika.BlockingConnection(pika.URLParameters(url)).channel(), url


server, channel, _ = start()
channel.confirm_delivery()  # from now on a publish returns when the server has it
channel.queue_declare("durable", durable=True)
channel.queue_declare("plain")
for queue, kind in [("durable", 2), ("durable", 1), ("plain", 2)]:
    name = "a persistent message" if kind == 2 else "a transient message"
    channel.basic_publish("", queue, name, pika.BasicProperties(delivery_mode=kind))
try:
    channel.basic_publish("", "misspelt", "a lost message", mandatory=True)
except pika.exceptions.UnroutableError:
    print("the server has three messages, and says that a fourth has no queue")
else:
    raise AssertionError("nobody noticed")
server.kill()
server.wait()

server, channel, _ = start()
found = []
while (got := channel.basic_get("durable"))[0]:
    found.append(got[2].decode())
print("killed and started again, the durable queue holds:", found)
assert found == ["a persistent message"]
try:
    channel.queue_declare("plain", passive=True)
except pika.exceptions.ChannelClosedByBroker as error:
    print("the plain one:", error.reply_text)
    assert error.reply_code == 404
server.kill()
server.wait()
