namespace Grpc.Core;

/// <summary>Names the generated method that binds a service to a server.</summary>
/// <param name="bindType">Type that has the method.</param>
/// <param name="bindMethodName">Static method (<see cref="ServiceBinderBase"/>, service base).</param>
[AttributeUsage(AttributeTargets.Class, Inherited = true)]
public sealed class BindServiceMethodAttribute(Type bindType, string bindMethodName) : Attribute
{
    /// <summary>Type that has the method.</summary>
    public Type BindType { get; } = bindType;

    /// <summary>Name of the method.</summary>
    public string BindMethodName { get; } = bindMethodName;
}
