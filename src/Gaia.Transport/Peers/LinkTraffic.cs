namespace Gaia.Transport.Peers;

/// <summary>What went over a link.</summary>
/// <param name="FramesSent">Frames handed to HTTP/2.</param>
/// <param name="FramesReceived">Frames read, refused ones included.</param>
/// <param name="BytesSent">Protobuf bytes of the frames sent.</param>
/// <param name="BytesReceived">Protobuf bytes of the frames read.</param>
/// <param name="Shed">Broadcasts dropped because the link was too slow for them.</param>
public readonly record struct LinkTraffic(
    long FramesSent, long FramesReceived, long BytesSent, long BytesReceived, long Shed);
