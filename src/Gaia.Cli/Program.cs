using System.Runtime.InteropServices;
using Gaia.Cli.CommandLine;
using Gaia.Cli.Terminals;

using CancellationTokenSource stop = new();
using PosixSignalRegistration interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, Cancel);
using PosixSignalRegistration terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Cancel);

return await GaiaCommandLine.RunAsync(args, Terminal.OfProcess(TimeProvider.System), stop.Token);

void Cancel(PosixSignalContext context)
{
    context.Cancel = true;
    stop.Cancel();
}
