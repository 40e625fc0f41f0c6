"""grpcio as a client of the server under test: client.py ADDRESS CASE...

Writes one JSON object: what each case saw. What that must be is known to GrpcioClientTests.cs alone.
"""
import json
import queue
import sys

import grpc

from probe_wire import decode, encode

SERVICE = "/gaia.grpc.tests.v1.Probe/"


class Stubs:
    def __init__(self, channel):
        self.echo = channel.unary_unary(SERVICE + "Echo")
        self.repeat = channel.unary_stream(SERVICE + "Repeat")
        self.collect = channel.stream_unary(SERVICE + "Collect")
        self.converse = channel.stream_stream(SERVICE + "Converse")
        self.nothing = channel.unary_unary(SERVICE + "Nothing")


def outcome(error):
    trailers = dict(error.trailing_metadata() or ())
    result = {"code": error.code().value[0], "details": error.details()}
    if "why" in trailers:
        result |= {"why": trailers["why"], "detailBin": trailers["detail-bin"].hex()}
    return result


def unary(stubs, *request, **options):
    text, payload, _ = decode(stubs.echo(encode(*request), **options))
    return {"text": text, "payload": payload.hex()}


def repeat(stubs, *request):
    call = stubs.repeat(encode(*request))
    indices = [decode(answer)[2] for answer in call]
    return {"code": call.code().value[0], "sent": dict(call.trailing_metadata())["sent"],
            "count": len(indices), "ordered": indices == list(range(len(indices)))}


def repeat_fails(stubs):
    count = 0
    try:
        for _ in stubs.repeat(encode("fail-at-end", b"", 3)):
            count += 1
    except grpc.RpcError as error:
        return outcome(error) | {"count": count}
    return {"count": count}


def converse(stubs):
    requests = queue.Queue()
    requests.put(encode("m0"))
    texts = []
    call = stubs.converse(iter(requests.get, None))
    for answer in call:
        texts.append(decode(answer)[0])
        requests.put(encode(f"m{len(texts)}") if len(texts) < 5 else None)
    return {"code": call.code().value[0], "texts": texts}


def metadata(stubs):
    sent = (("x-text", "plain words"), ("x-raw-bin", bytes([0, 255, 10])))
    answer, call = stubs.echo.with_call(encode("metadata"), metadata=sent)
    picked = [[dict(block)["x-text"], dict(block)["x-raw-bin"].hex()]
              for block in (call.initial_metadata(), call.trailing_metadata())]
    return {"text": decode(answer)[0], "initial": picked[0], "trailing": picked[1]}


def large(stubs, **options):
    payload = bytes(range(250)) * 4000
    return {"equal": decode(stubs.echo(encode("", payload), **options))[1] == payload}


def cancel(stubs):
    call = stubs.repeat(encode("hang-after-first"))
    next(call)
    call.cancel()
    try:
        next(call)
    except grpc.RpcError as error:
        return {"code": error.code().value[0]}
    return {"code": 0}


CASES = {
    "unary": lambda stubs: unary(stubs, "hi", b"\1\2\3"),
    "large": large,
    "gzip": lambda stubs: large(stubs, compression=grpc.Compression.Gzip),
    "repeat": lambda stubs: repeat(stubs, "", bytes(10000), 100),
    "repeatFails": repeat_fails,
    "collect": lambda stubs: {"text": decode(stubs.collect(encode("", bytes(5000)) for _ in range(40)))[0]},
    "collectStops": lambda stubs: unary_of(stubs.collect(iter([encode("stop")]))),
    "converse": converse,
    "metadata": metadata,
    "fail": lambda stubs: unary(stubs, "fail"),
    "throws": lambda stubs: unary(stubs, "throw"),
    "oversize": lambda stubs: unary(stubs, "", bytes(3000000)),
    "unknown": lambda stubs: unary_of(stubs.nothing(b"")),
    "deadline": lambda stubs: unary(stubs, "hang", timeout=0.3),
    "cancel": cancel,
}


def unary_of(answer):
    return {"text": decode(answer)[0]}


def run(stubs, name):
    try:
        return CASES[name](stubs)
    except grpc.RpcError as error:
        return outcome(error)


def main(address, *names):
    options = (("grpc.enable_http_proxy", 0),)
    with grpc.insecure_channel(address, options=options) as channel:
        stubs = Stubs(channel)
        print(json.dumps({name: run(stubs, name) for name in names}), flush=True)


main(*sys.argv[1:])
