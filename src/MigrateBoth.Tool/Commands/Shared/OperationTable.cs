using MigrateBoth.Core.Model;

namespace MigrateBoth.Tool.Commands.Shared;

/// <summary>Both sides' operations in one list: what both do is reported once.</summary>
internal static class OperationTable
{
    /// <summary>A line of the list.</summary>
    /// <param name="Summary">The operation in words.</param>
    /// <param name="OnSqlite">Whether SQLite's side does it.</param>
    /// <param name="OnMySql">Whether MySQL's side does it.</param>
    /// <param name="IsDestructive">Whether it may lose data on either side.</param>
    public sealed record Row(string Summary, bool OnSqlite, bool OnMySql, bool IsDestructive);

    /// <summary>Joins the two sides: SQLite's order first, then what only MySQL does.</summary>
    public static IReadOnlyList<Row> Join(IReadOnlyList<OperationDescription> sqlite, IReadOnlyList<OperationDescription> mySql)
    {
        var unmatched = mySql.ToList();
        var rows = new List<Row>();
        foreach (var operation in sqlite)
        {
            var twin = unmatched.FirstOrDefault(other => other.Summary == operation.Summary);
            if (twin is not null)
            {
                unmatched.Remove(twin);
            }

            rows.Add(new Row(operation.Summary, true, twin is not null, operation.IsDestructive || twin is { IsDestructive: true }));
        }

        rows.AddRange(unmatched.Select(operation => new Row(operation.Summary, false, true, operation.IsDestructive)));
        return rows;
    }
}

/// <summary>Paths as people like to read them.</summary>
internal static class PathText
{
    /// <summary>The path relative to the working directory if it is below it, absolute otherwise.</summary>
    public static string Short(string path, string workingDirectory)
    {
        var relative = Path.GetRelativePath(workingDirectory, path);
        return relative.StartsWith("..", StringComparison.Ordinal) ? path : relative;
    }
}
