using MigrateBoth.MySql.Connections;
using MySqlConnector;

namespace MigrateBoth.MySql.Servers;

/// <summary>Waits until a server that is starting answers a query.</summary>
internal static class Readiness
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(50);

    /// <summary>One attempt: a port that is forwarded accepts connections long before there is a server behind it.</summary>
    private const uint AttemptSeconds = 5;

    /// <summary>Asks until it answers.</summary>
    /// <param name="target">Where it will be.</param>
    /// <param name="timeout">How long it may take.</param>
    /// <param name="whyGone">Asked now and then: why the server cannot come any more, or null while it may.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>Null when it answers, else why it does not.</returns>
    public static async Task<string?> WaitAsync(
        MySqlTarget target,
        TimeSpan timeout,
        Func<CancellationToken, Task<string?>> whyGone,
        CancellationToken cancellationToken)
    {
        using var deadline = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        deadline.CancelAfter(timeout);
        var impatient = target.WithTimeouts(AttemptSeconds);
        var last = "it was not tried yet";
        try
        {
            for (var attempt = 1; ; attempt++)
            {
                try
                {
                    using var connection = await impatient.OpenAsync(deadline.Token).ConfigureAwait(false);
                    using var command = new MySqlCommand("SELECT 1", connection);
                    await command.ExecuteScalarAsync(deadline.Token).ConfigureAwait(false);
                    return null;
                }
                catch (MySqlException e)
                {
                    last = e.Message;
                }

                if (attempt % 5 == 0 && await whyGone(deadline.Token).ConfigureAwait(false) is { } reason)
                {
                    return reason;
                }

                await Task.Delay(Pause, deadline.Token).ConfigureAwait(false);
            }
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return $"it did not answer within {timeout.TotalSeconds:0.#} s ({last})";
        }
    }
}
