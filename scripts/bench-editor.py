#!/usr/bin/env python3
"""How long a key press takes in a long file: from the change that the editor sends until the findings
are there, and until an answer is. Usage: bench-editor.py KVSPEC [LINES]"""

import json
import os
import statistics
import subprocess
import sys
import time

ORDER = """resource "alicloud_kvstore_instance" "session%d" {
  db_instance_name = "session%d"
  instance_class   = "redis.shard.small.2.ce"
  engine_version   = "7.0"
  payment_type     = "PrePaid"
  period           = 10
  zone_id          = "cn-hangzhou-h"
  vswitch_id       = var.vswitch
  security_ips     = ["10.0.0.0/8"]
  tags = {
    team = "a"
  }
  config = {
    appendonly = "yes"
  }
}

"""


def processor(process):
    """The processor time that a process has taken so far, in seconds: what other programs do does not count."""
    with open(f"/proc/{process.pid}/stat", encoding="utf-8") as stat:
        fields = stat.read().rsplit(")", 1)[1].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


class Client:
    def __init__(self, command):
        self.server = subprocess.Popen([command, "lsp"], stdin=subprocess.PIPE, stdout=subprocess.PIPE)
        self.number = 0

    def send(self, message):
        body = json.dumps({"jsonrpc": "2.0", **message}).encode()
        self.server.stdin.write(b"Content-Length: %d\r\n\r\n" % len(body) + body)
        self.server.stdin.flush()

    def receive(self):
        """The next message, and when its first byte was there."""
        length, since = 0, None
        while True:
            line = self.server.stdout.readline()
            since = since or time.perf_counter()
            if line.lower().startswith(b"content-length:"):
                length = int(line.split(b":")[1])
            elif line in (b"\r\n", b""):
                return json.loads(self.server.stdout.read(length)), since

    def ask(self, method, params):
        self.number += 1
        self.send({"id": self.number, "method": method, "params": params})
        while True:
            message, since = self.receive()
            if message.get("id") == self.number:
                return message["result"], since


def report(name, times):
    times = sorted(1000 * each for each in times)
    worst = times[int(len(times) * 0.99)]
    print(f"{name:12} median {statistics.median(times):6.2f} ms   99 % {worst:6.2f} ms")


def main():
    command = sys.argv[1]
    count = (int(sys.argv[2]) if len(sys.argv) > 2 else 2000) // ORDER.count("\n")
    text = "".join(ORDER % (at, at) for at in range(count))
    client = Client(command)
    client.ask("initialize", {"capabilities": {}})
    client.send({"method": "initialized", "params": {}})
    uri = "file:///orders/main.tf"
    document = {"uri": uri, "languageId": "terraform", "version": 1, "text": text}
    client.send({"method": "textDocument/didOpen", "params": {"textDocument": document}})
    client.receive()
    line = (count // 2) * ORDER.count("\n") + 1
    typed, completed, hovered = [], [], []
    pressed = 0.0
    for version in range(2, 202):
        before = processor(client.server)
        at = {"line": line, "character": 22}
        change = {"range": {"start": at, "end": at}, "text": "x"}
        start = time.perf_counter()
        client.send({
            "method": "textDocument/didChange",
            "params": {"textDocument": {"uri": uri, "version": version}, "contentChanges": [change]},
        })
        told, since = client.receive()
        assert told["params"]["version"] == version
        typed.append(since - start)
        pressed += processor(client.server) - before
        if version % 4 == 0:
            place = {"textDocument": {"uri": uri}, "position": {"line": line, "character": 4}}
            start = time.perf_counter()
            _, since = client.ask("textDocument/hover", place)
            hovered.append(since - start)
            place["position"]["character"] = 3
            start = time.perf_counter()
            _, since = client.ask("textDocument/completion", place)
            completed.append(since - start)
        time.sleep(0.01)
    print(f"{text.count(chr(10))} lines, {count} orders")
    report("key press", typed)
    print(f"{'':12} of the processor, {1000 * pressed / len(typed):.2f} ms on average")
    report("hover", hovered)
    report("completion", completed)
    client.ask("shutdown", None)
    client.send({"method": "exit"})


main()
