namespace Grpc.Core;

/// <summary>A remote method without its message types.</summary>
public interface IMethod
{
    /// <summary>How many messages go each way.</summary>
    MethodType Type { get; }

    /// <summary>Service with its protobuf package, as in <c>gaia.v1.Node</c>.</summary>
    string ServiceName { get; }

    /// <summary>Method without its service.</summary>
    string Name { get; }

    /// <summary>Path on the wire: <c>/service/method</c>.</summary>
    string FullName { get; }
}
