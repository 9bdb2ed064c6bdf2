using System.Collections;
using System.Runtime.InteropServices;

using MigrateBoth.Core;
using MigrateBoth.Core.Errors;
using MigrateBoth.Core.Protocol;
using MigrateBoth.DesignHost.Contexts;
using MigrateBoth.DesignHost.Conversation;

namespace MigrateBoth.DesignHost;

/// <summary>The main loop of the process: send the handshake, answer requests until the pipe closes, exit.</summary>
internal static class HostProcess
{
    // Long enough for a running migration to release EF Core's lock, short enough that a leftover process goes unnoticed.
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(5);

    public static async Task<int> RunAsync(string pipe)
    {
        // Ctrl-C reaches every process of the terminal. What becomes of a running migration is the tool's decision.
        using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, signal => signal.Cancel = true);
        using var hangUp = PosixSignalRegistration.Create(PosixSignal.SIGHUP, signal => signal.Cancel = true);
        _ = Task.Run(Rehearsal.Run);
        Redaction.Begin();
        using var connection = await ToolConnection.OpenAsync(pipe).ConfigureAwait(false);
        _ = Task.Run(Preloading.Run);
        var session = await Handshake.RunAsync(connection).ConfigureAwait(false);
        if (session is null)
        {
            return 3;
        }

        LearnSecrets(session);

        AssemblyResolution.Install(session);
        DesignTime.Prepare(session);
        Directory.SetCurrentDirectory(session.Startup.Directory);
        var loop = new RequestLoop(connection, session);
        await loop.RunAsync().ConfigureAwait(false);

        // The tool has gone or wants us gone. Whatever the application still does, a thread that never ends included, must not
        // keep this process alive.
        await Task.WhenAny(loop.CancelAllAsync(), Task.Delay(Grace)).ConfigureAwait(false);
        Environment.Exit(0);
        return 0;
    }

    private static void LearnSecrets(HostSession session)
    {
        foreach (DictionaryEntry variable in Environment.GetEnvironmentVariables())
        {
            Redaction.Learn((string)variable.Key, (string?)variable.Value);
        }

        foreach (var engine in EngineNames.All.Select(engine => session[engine]))
        {
            foreach (var (name, value) in engine.Environment)
            {
                Redaction.Learn(name, value);
            }

            foreach (var argument in engine.Arguments)
            {
                Redaction.Learn(argument);
            }
        }

        foreach (var argument in session.ApplicationArguments)
        {
            Redaction.Learn(argument);
        }
    }
}
