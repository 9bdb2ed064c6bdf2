using MigrateBoth.Core.Errors;

namespace MigrateBoth.Tool.Commands.Init.Trials;

/// <summary>Tries the projects that may be run to make the contexts, the likeliest first.</summary>
internal static class StartupTrials
{
    // Each is built.
    private const int MostStartups = 3;

    /// <summary>The first whose application makes both contexts; without one the first that works at all.</summary>
    /// <param name="startups">The projects.</param>
    /// <param name="tryAsync">Tries one.</param>
    /// <exception cref="MigrateBothException">None works: what is wrong with the likeliest.</exception>
    public static async Task<InitResult> FirstAsync(IReadOnlyList<FoundStartup> startups, Func<FoundStartup, Task<InitResult>> tryAsync)
    {
        InitResult? second = null;
        MigrateBothException? failure = null;
        foreach (var startup in startups.Take(MostStartups))
        {
            try
            {
                var result = await tryAsync(startup).ConfigureAwait(false);
                if (!result.IsMadeByTool)
                {
                    return Chosen(result, startups);
                }

                second ??= result;
            }
            catch (MigrateBothException exception) when (exception.Code != "build-failed")
            {
                failure ??= exception;
            }
        }

        return second is not null ? Chosen(second, startups) : throw failure!;
    }

    /// <summary>A person may have meant another of the same kind.</summary>
    private static InitResult Chosen(InitResult result, IReadOnlyList<FoundStartup> startups) => result with
    {
        OtherStartups = [.. startups.Where(other => other != result.Startup && other.IsShared && other.Sqlite.IsExecutable && result.Startup.IsShared && result.Startup.Sqlite.IsExecutable && result.Startup.Sqlite != result.Layout.Project)],
    };
}
