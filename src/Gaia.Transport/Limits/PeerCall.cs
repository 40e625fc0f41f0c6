namespace Gaia.Transport.Limits;

/// <summary>The calls that have a token bucket.</summary>
internal enum PeerCall
{
    Ping,
    FindNode,
    Link,
    GetElite,
    GetTask,
    ListTasks,
}
