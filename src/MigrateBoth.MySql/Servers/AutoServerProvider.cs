using System.Text;
using MigrateBoth.Core.Errors;
using MigrateBoth.MySql.Scratch;

namespace MigrateBoth.MySql.Servers;

/// <summary>Tries one way after the other, and when none leads anywhere says what each of them ran into.</summary>
internal sealed class AutoServerProvider(IReadOnlyList<IMySqlServerProvider> providers, IProgress<string> progress) : IMySqlServerProvider
{
    public string Description => "any server";

    public async Task<MySqlScratchServer> StartAsync(CancellationToken cancellationToken)
    {
        var tried = new List<(string Description, MigrateBothException Reason)>();
        foreach (var provider in providers)
        {
            try
            {
                return await provider.StartAsync(cancellationToken).ConfigureAwait(false);
            }
            catch (MigrateBothException e)
            {
                tried.Add((provider.Description, e));
                progress.Report($"no {provider.Description}: {FirstLine(e.Message)}");
            }
        }

        var all = tried.Aggregate(new StringBuilder(), (text, t) => text.Append($"\n  - {t.Description}: {t.Reason.Message}"));
        var inner = new AggregateException(tried.Select(t => t.Reason));
        throw tried.Find(t => t.Reason.Code == "mysql-not-as-required") is { Reason: { } other }
            ? new MigrateBothException(ExitCode.Incomplete, "mysql-not-as-required", $"No server that is here is the one that was asked for. Tried:{all}", other.Hint, inner)
            : new MigrateBothException(
                ExitCode.Incomplete,
                "mysql-unavailable",
                $"There is no MySQL server to be had. Tried:{all}",
                $"""
                Do one of these:
                  1. start Docker (and let it pull the image, or name one that is there with --mysql-image);
                  2. install mysqld or mariadbd, or set {MySqlServerRequest.ExecutableVariable} to its path;
                  3. give a server with --mysql "Server=...;User ID=...;Password=..." or {MySqlServerRequest.ServerVariable}.
                """,
                inner);
    }

    private static string FirstLine(string text) => text.Split('\n', 2)[0];
}
