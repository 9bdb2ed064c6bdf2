using MigrateBoth.Core.Configuration;

namespace MigrateBoth.Tool.Commands.Init;

/// <summary>From where two histories that grew apart match.</summary>
internal static class BaselineFinder
{
    /// <summary>The last migration of each side before the longest common ending; null when all of both match.</summary>
    /// <param name="sqlite">SQLite's ids, in order.</param>
    /// <param name="mySql">MySQL's ids, in order.</param>
    public static HistoryBaseline? Find(IReadOnlyList<string> sqlite, IReadOnlyList<string> mySql)
    {
        var common = 0;
        while (common < sqlite.Count && common < mySql.Count && sqlite[^(common + 1)].Equals(mySql[^(common + 1)], StringComparison.OrdinalIgnoreCase))
        {
            common++;
        }

        return common == sqlite.Count && common == mySql.Count ? null : new HistoryBaseline(Before(sqlite, common), Before(mySql, common));
    }

    private static string? Before(IReadOnlyList<string> ids, int common) => common < ids.Count ? ids[^(common + 1)] : null;
}
