using System.Runtime.InteropServices;
using Gaia.Cli.CommandLine;
using Gaia.Cli.Terminals;

using CancellationTokenSource stop = new();
using PosixSignalRegistration interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, Cancel);
using PosixSignalRegistration terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Cancel);

return await GaiaCommandLine.RunAsync(args, Terminal.OfProcess(TimeProvider.System), stop.Token);

void Cancel(PosixSignalContext context)
{
    // The first signal asks to end in order; whoever sends a second one does not want to wait for that.
    context.Cancel = !stop.IsCancellationRequested;
    stop.Cancel();
}
