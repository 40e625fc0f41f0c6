using System.CommandLine;
using Gaia.Cli.Api;
using Gaia.Cli.CommandLine;
using Gaia.Cli.Terminals;
using Gaia.Node.Api.Contracts;

namespace Gaia.Cli.Identity;

/// <summary><c>gaianode id</c>: the address that others need to reach this node.</summary>
internal static class IdCommand
{
    public static Command Create(Terminal terminal)
    {
        Command command = new("id", "Print the node's address, as others pass it to --bootstrap.");
        DaemonCommand daemon = new(command, terminal);
        command.SetAction((parsed, token) => daemon.RunAsync(parsed, async client =>
        {
            var answer = await client.GetAsync("/v1/id", ApiJson.Default.IdentityView, token);
            if (answer.Value is null) return await daemon.FailAsync(answer.Failure!);
            await terminal.Out.WriteLineAsync(daemon.IsJson(parsed) ? answer.Body : answer.Value.Address);
            return ExitCode.Ok;
        }));
        return command.WithExamples("gaianode id", "gaianode run --bootstrap \"$(gaianode id --data /path/of/other)\"");
    }
}
