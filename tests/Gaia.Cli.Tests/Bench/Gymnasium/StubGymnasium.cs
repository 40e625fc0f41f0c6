using System.Text.Json;
using Gaia.Cli.Bench.Gymnasium;

namespace Gaia.Cli.Tests.Bench.Gymnasium;

/// <summary>The script in a real Python, beside a module `gymnasium` that writes down what is done with it.</summary>
/// <remarks>Its episode of seed s takes 3 + s % 4 steps; its observation is [seed, step, 0.5] in float32.</remarks>
internal sealed class StubGymnasium : IDisposable
{
    private const string Module = """
        import os
        import numpy as np
        from . import error
        print("Hello from a library")
        __version__ = "9.9.9"
        log = open(os.environ["STUB_LOG"], "a")

        class Discrete:
            n, start = np.int64(3), np.int64(5)

        class Box:
            low = np.array([-2, -1], dtype=np.float32)
            high = np.array([2, 1], dtype=np.float32)
            shape = (2,)

        class Env:
            def __init__(self, space):
                self.action_space = space
            def observe(self):
                return np.array([self.seed, self.step_number, 0.5], dtype=np.float32)
            def reset(self, *, seed=None):
                self.seed, self.step_number = seed, 0
                print("reset", seed, file=log)
                return self.observe(), {}
            def step(self, action):
                self.step_number += 1
                kind = type(action).__name__ if isinstance(action, int) else action.dtype.name
                print("step", kind, *np.atleast_1d(action), file=log)
                ended = self.step_number == 3 + self.seed % 4
                return self.observe(), 1.0, ended and self.seed % 2 == 0, ended and self.seed % 2 == 1, {}
            def close(self):
                print("close", file=log)
                log.close()

        def make(env, **kwargs):
            print("make", env, *sorted(kwargs.items()), file=log)
            if env == "Nowhere-v0":
                raise error.DependencyNotInstalled("Box2D is not installed")
            if env == "Broken-v0":
                raise ValueError("broken")
            return Env(Box() if kwargs.get("continuous") else Discrete())
        """;

    private const string Errors = """
        class Error(Exception):
            pass
        class DependencyNotInstalled(Error):
            pass
        """;

    private readonly string _folder = Directory.CreateTempSubdirectory("gaia-stub-").FullName;
    private readonly FakePython _python;

    public StubGymnasium()
    {
        string module = Directory.CreateDirectory(Path.Combine(_folder, "gymnasium")).FullName;
        File.WriteAllText(Path.Combine(module, "__init__.py"), Module);
        File.WriteAllText(Path.Combine(module, "error.py"), Errors);
        _python = new FakePython("");
        _python.Write(
            $"#!/bin/sh\nSTUB_LOG='{LogFile}' PYTHONPATH='{_folder}' exec '{RealPython.WithNumpy}' \"$@\"\n");
    }

    public string Python => _python.File;

    /// <summary>What was done with the module, in order.</summary>
    public string[] Log => File.ReadAllLines(LogFile);

    private string LogFile => Path.Combine(_folder, "log");

    public async Task<(GymnasiumReply? Reply, GymnasiumFailure? Failure)> RunAsync(string request)
    {
        var (text, failure) = await new PythonScript(Python, TimeProvider.System)
            .RunAsync(request, TimeSpan.FromSeconds(60), CancellationToken.None);
        return (text is null ? null : JsonSerializer.Deserialize(text, GymnasiumJson.Default.GymnasiumReply), failure);
    }

    public void Dispose()
    {
        _python.Dispose();
        Directory.Delete(_folder, recursive: true);
    }
}
