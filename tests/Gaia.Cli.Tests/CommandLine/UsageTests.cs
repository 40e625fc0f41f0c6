using Gaia.Cli.CommandLine;

namespace Gaia.Cli.Tests.CommandLine;

public sealed class UsageTests
{
    [Theory]
    [InlineData("frob")]
    [InlineData("task")]
    [InlineData("bench")]
    [InlineData("status --frob")]
    [InlineData("status extra")]
    [InlineData("evaluate")]
    [InlineData("train --threads abc")]
    [InlineData("train --threads 0")]
    [InlineData("train --threads 1025")]
    [InlineData("train --threads 1.5")]
    [InlineData("train --seed -1")]
    [InlineData("train --seed 18446744073709551616")]
    [InlineData("train --evaluations 0")]
    [InlineData("train --evaluations many")]
    [InlineData("train nosuchtask")]
    [InlineData("train @file")]
    [InlineData("bench worlds --seconds NaN")]
    [InlineData("bench worlds --seconds 1e9")]
    [InlineData("bench worlds --world Pong")]
    [InlineData("bench worlds --form vector")]
    [InlineData("bench worlds --against envpool")]
    [InlineData("bench worlds --markdown /no/such/directory/a.md")]
    [InlineData("worlds --jsn")]
    [InlineData("worlds CartPole-v1 --jsn")]
    [InlineData("evaluate --sed 1")]
    [InlineData("worlds Pong-v0")]
    [InlineData("worlds CartPole-v1 LunarLander-v3")]
    [InlineData("demo --limit NaN")]
    [InlineData("demo --limit 1")]
    [InlineData("demo -o /no/such/directory/a.json")]
    [InlineData("train cartpole -o /no/such/directory/a.json")]
    [InlineData("export lunarlander -o /no/such/directory/a.json")]
    [InlineData("status --api 127.0.0.1")]
    [InlineData("status --api 127.0.0.1:99999")]
    [InlineData("status --api https://127.0.0.1:7434")]
    [InlineData("status --api http://127.0.0.1:7434/path")]
    [InlineData("task publish nosuch.json")]
    [InlineData("evaluate nosuch.json")]
    public async Task Rejects_WhatCannotWork_InShortLinesWithExit2(string line)
    {
        CommandRun run = await CommandRun.OfAsync(line.Split(' '));

        Assert.Equal(ExitCode.Usage, run.Exit);
        Assert.Empty(run.Output);
        Assert.InRange(run.ErrorLines.Length, 1, 3);
        Assert.All(run.ErrorLines, text => Assert.Matches("^(gaianode: |  )", text));
        Assert.DoesNotContain("   at ", run.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("train --threads abc", "1 to 1024")]
    [InlineData("demo --limit 1", "10 to 86400")]
    [InlineData("bench worlds --world Pong", "`gaianode worlds` lists them all")]
    [InlineData("bench worlds --world CartPole", "did you mean 'CartPole-v1'?")]
    [InlineData("stauts", "did you mean 'status'?")]
    [InlineData("bench wrlds --json", "did you mean 'worlds'?")]
    [InlineData("bench worlds --wrld=CartPole-v1", "did you mean '--world'?")]
    [InlineData("worlds --jsn", "there is no option '--jsn'; did you mean '--json'?")]
    [InlineData("worlds CartPole-v1 --jsn", "there is no option '--jsn'; did you mean '--json'?")]
    [InlineData("--jsn", "there is no option '--jsn'")]
    [InlineData("train -x", "there is no option '-x'")]
    [InlineData("status --frob", "there is no option '--frob'")]
    [InlineData("worlds -- --jsn", "there is no world '--jsn'")]
    [InlineData("bench worlds --markdown ", "name of the file to write is empty; allowed: a file")]
    [InlineData("train nosuchtask", "cartpole, lunarlander")]
    public async Task Rejects_ValueOutOfRange_SaysWhatIsAllowed(string line, string allowed)
    {
        CommandRun run = await CommandRun.OfAsync(line.Split(' '));
        Assert.Contains(allowed, run.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("task", "show", "")]
    [InlineData("task", "publish", " ")]
    [InlineData("export", "")]
    public async Task Rejects_EmptyName(params string[] arguments)
    {
        CommandRun run = await CommandRun.OfAsync(arguments);
        Assert.Equal(ExitCode.Usage, run.Exit);
    }
}
