using Gaia.Grpc.Compression;
using Gaia.Grpc.Server;
using Microsoft.Extensions.DependencyInjection;

namespace Gaia.Grpc.Tests.Server;

public sealed class GrpcServerOptionsTests
{
    [Fact]
    public void Validate_Defaults_AreGood() => Assert.Empty(new GrpcServerOptions().Validate());

    [Fact]
    public void AddGaiaGrpc_OptionsOutOfRange_NamesThemAll()
    {
        var options = new GrpcServerOptions
        {
            MaxReceiveMessageBytes = -1,
            MaxSendMessageBytes = int.MaxValue,
            MaxMetadataBytes = 0,
            MaxStatusDetailBytes = 1,
            ResponseEncoding = (GrpcEncoding)9,
        };
        ArgumentException refused =
            Assert.Throws<ArgumentException>(() => new ServiceCollection().AddGaiaGrpc(options));
        Assert.Equal(5, options.Validate().Count);
        foreach (string key in new[] { "MaxReceive", "MaxSend", "MaxMetadata", "MaxStatusDetail", "ResponseEncoding" })
            Assert.Contains(key, refused.Message);
    }
}
