namespace Gaia.Grpc.Framing;

/// <summary>What the start of a buffer is.</summary>
internal enum FrameVerdict
{
    /// <summary>Not yet a whole frame.</summary>
    Incomplete,

    /// <summary>A whole frame.</summary>
    Message,

    /// <summary>A frame whose payload is over the limit.</summary>
    TooLarge,

    /// <summary>The flag byte is neither 0 nor 1.</summary>
    BadFlag,
}
