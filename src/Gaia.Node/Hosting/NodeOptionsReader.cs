using System.Collections.Immutable;
using System.Globalization;
using System.Net;
using Gaia.Core.Results;
using Gaia.Evaluation;
using Gaia.Overlay;
using Gaia.Overlay.Peers;
using Gaia.Protocol.Networks;

namespace Gaia.Node.Hosting;

/// <summary>Reads a node's options: flags before environment before defaults, and every error at once.</summary>
public static class NodeOptionsReader
{
    // The overlay would leave out the rest in silence.
    private static readonly int MaximumBootstrap = OverlayOptions.Default.Bootstrap.MaximumAddresses;

    /// <summary>Reads and checks.</summary>
    /// <param name="flags">What the command line says.</param>
    /// <param name="environment">Value of an environment variable, or null.</param>
    /// <param name="processors">Logical processors of this machine, the default of <c>--threads</c>.</param>
    /// <returns>The options, or every error with its key and what is allowed.</returns>
    public static Result<NodeOptions> Read(NodeFlags flags, Func<string, string?> environment, int processors)
    {
        ArgumentNullException.ThrowIfNull(flags);
        ArgumentNullException.ThrowIfNull(environment);
        var source = new OptionSource(environment);
        var errors = new List<ValidationError>();
        RejectEmpty(flags, errors);
        var data = Data(source.Find(flags.Data, "GAIA_DATA"), environment, errors);
        var listen = EndPoint(source.Name(flags.Listen, "--listen", "GAIA_LISTEN"),
            source.Find(flags.Listen, "GAIA_LISTEN") ?? NodeOptions.DefaultListen, loopback: false, errors);
        var api = EndPoint(source.Name(flags.Api, "--api", "GAIA_API"),
            source.Find(flags.Api, "GAIA_API") ?? NodeOptions.DefaultApi, loopback: true, errors);
        var bootstrap = Bootstrap(flags.Bootstrap, source, errors);
        var network = Network(source.Name(flags.Network, "--network", "GAIA_NETWORK"),
            source.Find(flags.Network, "GAIA_NETWORK"), errors);
        var threads = Threads(source.Name(flags.Threads, "--threads", "GAIA_THREADS"),
            source.Find(flags.Threads, "GAIA_THREADS"), processors, errors);
        var advertise = Advertise(source.Name(flags.Advertise, "--advertise", "GAIA_ADVERTISE"),
            source.Find(flags.Advertise, "GAIA_ADVERTISE"), errors);
        var limitAddresses = LimitAddresses(
            source.Name(flags.LimitAddresses, "--limit-addresses", "GAIA_LIMIT_ADDRESSES"),
            source.Find(flags.LimitAddresses, "GAIA_LIMIT_ADDRESSES"), errors);
        return errors.Count > 0
            ? Result<NodeOptions>.Invalid(errors)
            : Result<NodeOptions>.Ok(new NodeOptions
            {
                Data = data!,
                Listen = listen!,
                Api = api!,
                Bootstrap = bootstrap,
                Network = network,
                Threads = threads,
                Advertise = advertise,
                LimitAddresses = limitAddresses,
            });
    }

    /// <summary>A flag that is given without a value is a mistake, often an unset variable of a script.</summary>
    private static void RejectEmpty(NodeFlags flags, List<ValidationError> errors)
    {
        (string Key, string? Text, string Allowed)[] given =
        [
            ("--data", flags.Data, "a directory"),
            ("--listen", flags.Listen, "an address of this machine and a port"),
            ("--api", flags.Api, "a loopback address and port"),
            ("--network", flags.Network, "the name of a network"),
            ("--threads", flags.Threads, "a number of threads"),
            ("--advertise", flags.Advertise, "a host name or address"),
            ("--limit-addresses", flags.LimitAddresses, "on, off or auto"),
        ];
        foreach (var (key, text, allowed) in given)
        {
            if (text is not null && string.IsNullOrWhiteSpace(text))
                errors.Add(new ValidationError(key, "The value is empty.", $"{allowed}; or leave the flag out"));
        }
    }

    private static string? Data(string? text, Func<string, string?> environment, List<ValidationError> errors)
    {
        try
        {
            return Path.GetFullPath(text ?? DataDirectory.DefaultPath(environment));
        }
        catch (Exception exception) when (exception is ArgumentException or NotSupportedException or IOException)
        {
            errors.Add(new ValidationError("--data", $"'{text}' is no path.", "a directory"));
            return null;
        }
    }

    private static IPEndPoint? EndPoint(string key, string text, bool loopback, List<ValidationError> errors)
    {
        var allowed = loopback
            ? "a loopback address and port, such as 127.0.0.1:7434; port 0 is any free port"
            : "an address of this machine and a port, such as 0.0.0.0:7435; port 0 is any free port";
        var host = text.StartsWith("localhost:", StringComparison.OrdinalIgnoreCase)
            ? "127.0.0.1" + text["localhost".Length..]
            : text;
        // An address without a port would be read as port 0.
        var hasPort = host.LastIndexOf(':') > host.LastIndexOf(']')
            && (host.Count(c => c == ':') == 1 || host[0] == '[');
        if (!hasPort || !IPEndPoint.TryParse(host, out var endpoint))
        {
            errors.Add(new ValidationError(key, $"'{text}' is no address and port.", allowed));
            return null;
        }

        if (loopback && !IPAddress.IsLoopback(endpoint.Address))
        {
            errors.Add(new ValidationError(key, $"'{text}' is not this machine alone.", allowed));
            return null;
        }

        return endpoint;
    }

    private static ImmutableArray<PeerAddress> Bootstrap(
        IReadOnlyList<string> flags, OptionSource source, List<ValidationError> errors)
    {
        var texts = flags.Count > 0
            ? flags
            : source.Find(null, "GAIA_BOOTSTRAP")?.Split(
                ',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) ?? [];
        var key = flags.Count > 0 ? "--bootstrap" : "GAIA_BOOTSTRAP";
        if (texts.Count > MaximumBootstrap)
        {
            errors.Add(new ValidationError(
                key, $"{texts.Count} addresses.", $"at most {MaximumBootstrap} addresses"));
            return [];
        }

        var addresses = ImmutableArray.CreateBuilder<PeerAddress>();
        foreach (var text in texts)
        {
            if (PeerAddress.TryParse(text, out var address, out var error))
                addresses.Add(address);
            else
                errors.Add(new ValidationError(key, $"'{text}': {error.Message}", "gaia://<node id>@<host>:<port>"));
        }

        return [.. addresses.Distinct()];
    }

    private static string Network(string key, string? text, List<ValidationError> errors)
    {
        if (text is null)
            return NetworkId.PublicName;
        if (!NetworkId.TryFromName(text, out _))
        {
            errors.Add(new ValidationError(key, $"'{text}' names no network.",
                $"1 to {NetworkId.MaximumNameLength} characters of a-z, 0-9, '-' and '.'"));
        }

        return text;
    }

    private static int Threads(string key, string? text, int processors, List<ValidationError> errors)
    {
        if (text is null)
            return Math.Clamp(processors, 1, Evaluators.MaxThreads);
        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var threads)
            && threads is >= 1 and <= Evaluators.MaxThreads)
            return threads;
        errors.Add(new ValidationError(
            key, $"'{text}' is no number of threads.", $"1 to {Evaluators.MaxThreads}"));
        return 1;
    }

    private static string? Advertise(string key, string? text, List<ValidationError> errors)
    {
        if (text is null)
            return null;
        var isAny = IPAddress.TryParse(text, out var ip) && (ip.Equals(IPAddress.Any) || ip.Equals(IPAddress.IPv6Any));
        if (isAny || Uri.CheckHostName(text) == UriHostNameType.Unknown || text.Length > PeerAddress.MaximumHostLength)
        {
            errors.Add(new ValidationError(
                key,
                $"'{text}' is no host.",
                "a host name or address at which others reach this node, without a port"));
        }

        return text;
    }

    private static AddressLimit LimitAddresses(string key, string? text, List<ValidationError> errors)
    {
        switch (text)
        {
            case null or "auto":
                return AddressLimit.Auto;
            case "on":
                return AddressLimit.On;
            case "off":
                return AddressLimit.Off;
            default:
                errors.Add(new ValidationError(key, $"'{text}' is none of its values.", "on, off or auto"));
                return AddressLimit.Auto;
        }
    }

    /// <summary>Where a value comes from.</summary>
    private sealed class OptionSource(Func<string, string?> environment)
    {
        public string? Find(string? flag, string variable) =>
            NonEmpty(flag) ?? NonEmpty(environment(variable))?.Trim();

        public string Name(string? flag, string name, string variable) =>
            NonEmpty(flag) is null && NonEmpty(environment(variable)) is not null ? variable : name;

        private static string? NonEmpty(string? text) => string.IsNullOrWhiteSpace(text) ? null : text;
    }
}
