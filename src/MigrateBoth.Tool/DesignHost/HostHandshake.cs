using System.Globalization;

using MigrateBoth.Core.Errors;
using MigrateBoth.Core.Protocol;

namespace MigrateBoth.Tool.DesignHost;

/// <summary>Waits for the host and verifies that both use the same protocol version before any other message.</summary>
internal static class HostHandshake
{
    private const string Activity = "starting";

    /// <exception cref="MigrateBothException">The host ended, did not answer in time or speaks another version.</exception>
    public static async Task<HostConnection> RunAsync(
        HostPipe pipe, HostProcess process, HostSession session, TimeSpan timeout, CancellationToken cancellationToken)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(timeout);
        try
        {
            var exit = process.WaitForExitAsync(limit.Token);
            var accept = pipe.AcceptAsync(limit.Token);
            if (await Task.WhenAny(accept, exit).ConfigureAwait(false) == exit && !exit.IsCanceled)
            {
                throw HostFailure.Died(process, Activity);
            }

            var connection = new HostConnection(await accept.ConfigureAwait(false));
            try
            {
                await GreetAsync(connection, process, session, limit.Token).ConfigureAwait(false);
                return connection;
            }
            catch
            {
                connection.Dispose();
                throw;
            }
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            process.Kill();
            throw HostFailure.TimedOut(process, Activity, timeout);
        }
    }

    private static async Task GreetAsync(HostConnection connection, HostProcess process, HostSession session, CancellationToken cancellationToken)
    {
        if (await connection.ReadLineAsync(cancellationToken).ConfigureAwait(false) is not { } line)
        {
            await process.WaitForExitAsync(cancellationToken).ConfigureAwait(false);
            throw HostFailure.Died(process, Activity);
        }

        var version = ProtocolLine.ReadVersion(line);
        if (version != ProtocolVersion.Current)
        {
            throw HostFailure.WrongVersion(
                process, ProtocolVersion.Current, version?.ToString(CultureInfo.InvariantCulture) ?? $"nothing known ({line[..Math.Min(line.Length, 80)]})");
        }

        try
        {
            await connection.SendAsync(new ToolGreeting(ProtocolVersion.Current, session), cancellationToken).ConfigureAwait(false);
        }
        catch (IOException)
        {
            await process.WaitForExitAsync(cancellationToken).ConfigureAwait(false);
            throw HostFailure.Died(process, Activity);
        }
    }
}
