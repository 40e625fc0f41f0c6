"""grpcio as the server of the client under test: server.py

Says "listening PORT", then "started" and "cancelled" of calls that hang. Ends with its standard input.
"""
import sys
import threading
from concurrent import futures

import grpc

from probe_wire import decode, encode


def say(line):
    print(line, flush=True)


def fail(context, code, details, trailers=()):
    context.set_trailing_metadata(trailers)
    context.abort(code, details)


def hang(context):
    ended = threading.Event()
    context.add_callback(ended.set)
    say("started")
    ended.wait()
    say("cancelled")


def echo(request, context):
    text, payload, number = decode(request)
    if text == "fail":
        fail(context, grpc.StatusCode.FAILED_PRECONDITION, "Grüße, 世界 100% \n\U0001F680",
             (("why", "asked"), ("detail-bin", bytes([0, 1, 254, 255]))))
    if text == "hang":
        hang(context)
    if text == "big":
        return encode("", bytes(number))
    if text == "metadata":
        picked = tuple((key, value) for key, value in context.invocation_metadata() if key.startswith("x-"))
        context.send_initial_metadata(picked)
        context.set_trailing_metadata(picked)
        return encode(dict(picked)["x-raw-bin"].hex())
    return encode(text, payload)


def repeat(request, context):
    text, payload, number = decode(request)
    if text == "hang-after-first":
        yield encode()
        hang(context)
        return
    for index in range(number):
        yield encode("", payload, index)
    if text == "fail-at-end":
        fail(context, grpc.StatusCode.DATA_LOSS, "after all")
    context.set_trailing_metadata((("sent", str(number)),))


def collect(requests, context):
    count = total = 0
    for request in requests:
        text, payload, _ = decode(request)
        if text == "stop":
            fail(context, grpc.StatusCode.OUT_OF_RANGE, "enough")
        count += 1
        total += len(payload)
    return encode(f"{count}/{total}")


def converse(requests, context):
    for index, request in enumerate(requests):
        text, payload, _ = decode(request)
        if text == "fail":
            fail(context, grpc.StatusCode.ABORTED, "in the middle")
        yield encode(text, payload, index)


def main():
    server = grpc.server(
        futures.ThreadPoolExecutor(max_workers=4),
        options=(("grpc.max_receive_message_length", 2000000), ("grpc.so_reuseport", 0)),
        compression=grpc.Compression.Gzip)
    server.add_generic_rpc_handlers((grpc.method_handlers_generic_handler("gaia.grpc.tests.v1.Probe", {
        "Echo": grpc.unary_unary_rpc_method_handler(echo),
        "Repeat": grpc.unary_stream_rpc_method_handler(repeat),
        "Collect": grpc.stream_unary_rpc_method_handler(collect),
        "Converse": grpc.stream_stream_rpc_method_handler(converse),
    }),))
    port = server.add_insecure_port("127.0.0.1:0")
    server.start()
    say(f"listening {port}")
    sys.stdin.read()
    server.stop(0)


main()
