"""The two messages of probe.proto, read and written by hand: grpcio then needs no protobuf package beside it."""


def _varint(value):
    out = bytearray()
    while True:
        value, low = value >> 7, value & 0x7F
        out.append(low | (0x80 if value else 0))
        if not value:
            return bytes(out)


def _read_varint(data, at):
    value = shift = 0
    while True:
        byte = data[at]
        at += 1
        value |= (byte & 0x7F) << shift
        shift += 7
        if byte < 0x80:
            return value, at


def encode(text="", payload=b"", number=0):
    """Probing (instruction, payload, count) or Probed (text, payload, index): field for field the same."""
    out = bytearray()
    for field, value in ((1, text.encode()), (2, payload)):
        if value:
            out += bytes([field << 3 | 2]) + _varint(len(value)) + value
    if number:
        out += bytes([3 << 3]) + _varint(number)
    return bytes(out)


def decode(data):
    """(text, payload, number) of either message."""
    fields = {1: b"", 2: b"", 3: 0}
    at = 0
    while at < len(data):
        key, at = _read_varint(data, at)
        value, at = _read_varint(data, at)
        if key & 7 == 2:
            value, at = data[at:at + value], at + value
        fields[key >> 3] = value
    return fields[1].decode(), fields[2], fields[3]
