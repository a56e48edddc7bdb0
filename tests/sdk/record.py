"""Sends the orders of orders.json with the vendors' real SDKs to a server on the loopback address, and writes down what
arrives: one HTTP message for each SDK and order.

    record.py FOLDER [NODE]

FOLDER gets a folder for each SDK. NODE is where the npm package is installed. Nothing leaves this machine: the
server answers, and the keys are made up.
"""

import importlib.metadata
import json
import pathlib
import subprocess
import sys
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

HERE = pathlib.Path(__file__).resolve().parent

# What carries the operation, and what a reader of the message needs; the rest (signatures, dates) differs every time.
HEADERS = {"host", "content-type", "x-acs-action", "x-acs-version"}

# Signed anew every time, in the query of the older signatures.
VARYING = {"Signature": "c2lnbmF0dXJl", "SignatureNonce": "00000000-0000-0000-0000-000000000000",
           "Timestamp": "2026-11-29T00%3A00%3A00Z"}

ANSWERS = {
    "CreateInstances": {"RequestId": "R", "OrderId": "1", "InstanceIds": {"InstanceId": ["r-1"]}},
    "createCacheInstance": {"requestId": "R", "result": {"cacheInstanceId": "redis-1"}},
}


class Server(ThreadingHTTPServer):
    """Keeps what arrives."""

    def __init__(self):
        super().__init__(("127.0.0.1", 0), Handler)
        self.arrived = []
        threading.Thread(target=self.serve_forever, daemon=True).start()

    def message_of(self, send, operation):
        """What arrives while `send` is called: exactly one message."""
        self.arrived.clear()
        self.operation = operation
        send()
        if len(self.arrived) != 1:
            raise SystemExit(f"{operation}: {len(self.arrived)} requests arrived instead of one")
        return self.arrived[0]


class Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def do_GET(self):
        self.take()

    def do_POST(self):
        self.take()

    def take(self):
        body = self.rfile.read(int(self.headers.get("content-length") or 0)).decode()
        self.server.arrived.append(message(self.command, self.path, self.headers, body))
        answer = ANSWERS.get(self.server.operation, {"RequestId": "R", "InstanceId": "r-1"})
        answer = json.dumps(answer).encode()
        self.send_response(200)
        self.send_header("content-type", "application/json;charset=utf-8")
        self.send_header("content-length", str(len(answer)))
        self.end_headers()
        self.wfile.write(answer)

    def log_message(self, *_):
        pass


def message(method, target, headers, body):
    """An HTTP message without what differs every time."""
    kept = [(name.lower(), value) for name, value in headers.items() if name.lower() in HEADERS]
    kept = [(name, "127.0.0.1" if name == "host" else value) for name, value in sorted(kept)]
    lines = [f"{method} {settled(target)} HTTP/1.1", *(f"{name}: {value}" for name, value in kept)]
    if any(name == "content-type" and "form" in value for name, value in kept):
        body = settled(body)
    return "\n".join([*lines, "", body])


def settled(query):
    """A query with a fixed word in the place of each parameter that differs every time."""
    path, mark, pairs = query.rpartition("?")
    pairs = [pair.partition("=") for pair in pairs.split("&")]
    pairs = [name + equals + (VARYING.get(name, value) if value else value) for name, equals, value in pairs]
    return path + mark + "&".join(pairs)


def flat(parameters):
    """Parameters as the query interface has them: a list of objects as JSON where the document has text."""
    return {
        name: json.dumps(value, ensure_ascii=False) if name == "Instances" else value
        for name, value in parameters.items()
    }


def core_sdk(port):
    """`aliyun-python-sdk-r-kvstore`: signature version 1, the operation in the query or in the form."""
    from aliyunsdkcore.client import AcsClient
    from aliyunsdkr_kvstore.request import v20150101 as requests

    client = AcsClient("id", "key", "cn-hangzhou", port=port, timeout=10, auto_retry=False)

    def send(operation, parameters):
        module = importlib.import_module(f"{requests.__name__}.{operation}Request")
        request = getattr(module, f"{operation}Request")()
        request.set_endpoint("127.0.0.1")
        request.set_protocol_type("http")
        for name, value in flat(parameters).items():
            if name == "RegionId":
                client.set_region_id(value)
            else:
                # Only this SDK calls it in the plural.
                getattr(request, f"set_{'Tags' if name == 'Tag' else name}")(value)
        client.do_action_with_exception(request)

    return send


def tea_sdk(port):
    """`alibabacloud_r_kvstore20150101`: signature version 3, the operation in a header."""
    from alibabacloud_r_kvstore20150101 import models
    from alibabacloud_r_kvstore20150101.client import Client
    from alibabacloud_tea_openapi.utils_models import Config

    config = Config(access_key_id="id", access_key_secret="key", endpoint=f"127.0.0.1:{port}", protocol="http")
    client = Client(config)
    names = {"CreateInstance": "create_instance", "CreateInstances": "create_instances",
             "CreateTairInstance": "create_tair_instance"}

    def send(operation, parameters):
        request = getattr(models, f"{operation}Request")().from_map(flat(parameters))
        getattr(client, names[operation])(request)

    return send


def jdcloud_sdk(port):
    """`jdcloud_sdk`: the region in the path, all else (the region, too) in the body."""
    from jdcloud_sdk.core.config import Config
    from jdcloud_sdk.core.credential import Credential
    from jdcloud_sdk.core.logger import Logger
    from jdcloud_sdk.services.charge.models.ChargeSpec import ChargeSpec
    from jdcloud_sdk.services.redis.apis import CreateCacheInstanceRequest as api
    from jdcloud_sdk.services.redis.client.RedisClient import RedisClient
    from jdcloud_sdk.services.redis.models.AzIdSpec import AzIdSpec
    from jdcloud_sdk.services.redis.models.CacheInstanceSpec import CacheInstanceSpec

    config = Config(f"127.0.0.1:{port}", scheme="http")
    client = RedisClient(Credential("id", "key"), config, Logger(0))

    def send(_, parameters):
        instance = dict(parameters["cacheInstance"])
        instance["azId"] = AzIdSpec(**instance["azId"])
        wanted = api.CreateCacheInstanceParameters(parameters["regionId"], CacheInstanceSpec(**instance))
        if "charge" in parameters:
            wanted.setCharge(ChargeSpec(**parameters["charge"]))
        client.send(api.CreateCacheInstanceRequest(wanted))

    return send


def npm_sdk(node):
    """`@alicloud/r-kvstore20150101`, in a process of its own for each order."""

    def of_port(port):
        def send(operation, parameters):
            order = json.dumps({"operation": operation, "parameters": flat(parameters), "port": port})
            done = subprocess.run(["node", str(HERE / "send.mjs"), node], input=order, text=True, capture_output=True)
            if done.returncode:
                raise SystemExit(f"the npm package did not send {operation}:\n{done.stderr}")

        return send

    return of_port


def main(folder, node=None):
    alibaba = {"CreateInstance", "CreateInstances", "CreateTairInstance"}
    sdks = {
        "aliyun-python-sdk-r-kvstore": (core_sdk, alibaba),
        "alibabacloud_r_kvstore20150101": (tea_sdk, alibaba),
        "jdcloud_sdk": (jdcloud_sdk, {"createCacheInstance"}),
    }
    versions = {name: importlib.metadata.version(name) for name in sdks}
    if node:
        name = "@alicloud/r-kvstore20150101"
        sdks["npm-r-kvstore20150101"] = (npm_sdk(node), alibaba)
        manifest = pathlib.Path(node, "node_modules", name, "package.json")
        versions["npm-r-kvstore20150101"] = json.loads(manifest.read_text())["version"]
    orders = json.loads((HERE / "orders.json").read_text())
    server = Server()
    for sdk, (start, operations) in sdks.items():
        send = start(server.server_port)
        here = pathlib.Path(folder, sdk)
        here.mkdir(parents=True, exist_ok=True)
        for order in orders:
            if order["operation"] in operations:
                arrived = server.message_of(
                    lambda: send(order["operation"], order["parameters"]), order["operation"]
                )
                (here / f"{order['name']}.http").write_text(arrived)
        print(f"{sdk} {versions[sdk]}: {len(list(here.glob('*.http')))} requests")


if __name__ == "__main__":
    main(*sys.argv[1:])
