using System.CommandLine;
using Gaia.Cli.CommandLine;
using Gaia.Cli.Terminals;
using Gaia.Core.Results;

namespace Gaia.Cli.Api;

/// <summary>What every command that talks to the daemon has: its options, its client, its way of failing.</summary>
internal sealed class DaemonCommand
{
    private readonly Option<string?> _data = CommonOptions.Data();
    private readonly Option<string?> _api = CommonOptions.Api();
    private readonly Option<bool> _json = CommonOptions.Json();
    private readonly Terminal _terminal;

    public DaemonCommand(Command command, Terminal terminal)
    {
        _terminal = terminal;
        command.Options.Add(_data);
        command.Options.Add(_api);
        command.Options.Add(_json);
    }

    public bool IsJson(ParseResult parsed) => parsed.GetValue(_json);

    /// <summary>Runs <paramref name="body"/> with a client of the node that the options name.</summary>
    public async Task<int> RunAsync(ParseResult parsed, Func<ApiClient, Task<int>> body)
    {
        string? data = parsed.GetValue(_data);
        EndpointLocator locator = new(_terminal.Variable);
        Uri? endpoint = locator.Find(parsed.GetValue(_api), data, out string given);
        if (endpoint is null)
        {
            return await _terminal.FailAsync(ExitCode.Usage, $"'{given}' is no API address; allowed: HOST:PORT");
        }

        // The token opens this machine's nodes: it goes nowhere else.
        using ApiClient client = new(endpoint, endpoint.IsLoopback ? locator.ReadToken(data) : null)
        {
            DirectoryWithoutNode = locator.NamedWithoutNode(parsed.GetValue(_api), data),
        };
        return await body(client);
    }

    /// <summary>Prints why a call failed and gives the exit code for it.</summary>
    public Task<int> FailAsync(ApiFailure failure) => _terminal.FailAsync(
        failure.StatusCode switch
        {
            null => ExitCode.DaemonUnreachable,
            400 or 413 => ExitCode.Usage,
            _ => ExitCode.Failed,
        },
        failure.Message,
        failure.Errors.Select(error => new ValidationError(error.Path, error.Message, error.Allowed)));
}
