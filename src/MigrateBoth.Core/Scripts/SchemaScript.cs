using MigrateBoth.Core.Comparison;
using MigrateBoth.Core.Model;
using MigrateBoth.Core.Schema;
using MigrateBoth.Core.Stages;

namespace MigrateBoth.Core.Scripts;

/// <summary>The SQL that brings one schema to another, for a person to read. What cannot be written is in it as a comment.</summary>
public static class SchemaScript
{
    /// <summary>Writes the script.</summary>
    /// <param name="wanted">A: what it should be.</param>
    /// <param name="actual">B: what it is.</param>
    /// <param name="models">The models, or null without a project.</param>
    /// <param name="writer">The engine's writer.</param>
    public static string Write(DiffSide wanted, DiffSide actual, EnginePair<EngineModel>? models, ISchemaWriter writer)
    {
        ArgumentNullException.ThrowIfNull(wanted);
        ArgumentNullException.ThrowIfNull(actual);
        ArgumentNullException.ThrowIfNull(writer);
        List<string> lines = [Comment($"What brings B ({actual.Name}) to A ({wanted.Name}). For review: it was not run, and rows were not considered.")];
        if (wanted.Schema.Engine != actual.Schema.Engine)
        {
            return Text([.. lines, Comment("A and B are of two engines. A catalog does not show the corresponding type of the other engine: use the project's migrations of B's engine, or write the statements by hand.")]);
        }

        var (left, right, differences) = DiffStage.Differences(wanted, actual, models);
        if (differences.Count == 0)
        {
            return Text([.. lines, Comment("Nothing differs.")]);
        }

        var statements = new List<string>();
        var open = new List<SchemaDifference>();
        foreach (var group in differences.GroupBy(difference => difference.Table, StringComparer.OrdinalIgnoreCase))
        {
            Add([.. group], Find(left, group.Key), Find(right, group.Key), writer, statements, open);
        }

        lines.AddRange(open.Select(difference => Comment($"Not written: {difference.Object} ({Words(difference.Kind)}) is {difference.Left ?? "not there"} in A and {difference.Right ?? "not there"} in B.")));
        return Text(statements.Count == 0 ? lines : [.. lines, .. writer.Begin.Select(Ended), .. statements, .. writer.End.Select(Ended)]);
    }

    private static void Add(
        IReadOnlyList<SchemaDifference> differences, Table? wanted, Table? actual, ISchemaWriter writer, List<string> statements, List<SchemaDifference> open)
    {
        if (differences.Any(difference => difference.Kind == DifferenceKind.MissingTable) && wanted is not null)
        {
            statements.AddRange(writer.Create(wanted).Select(Ended));
        }
        else if (differences.Any(difference => difference.Kind == DifferenceKind.ExtraTable) && actual is not null)
        {
            statements.Add(Ended(writer.Drop(actual)));
        }
        else if (wanted is not null && actual is not null)
        {
            var script = writer.Alter(wanted, actual, differences);
            statements.AddRange([.. script.Warning is null ? [] : new[] { Comment(script.Warning) }, .. script.Statements.Select(Ended)]);
            open.AddRange(script.Left);
        }
        else
        {
            open.AddRange(differences);
        }
    }

    private static Table? Find(DatabaseSchema schema, string name) => schema.Tables.FirstOrDefault(table => Names.Same(table.Name, name));

    private static string Words(DifferenceKind kind) => string.Concat(kind.ToString().Select((letter, i) => char.IsUpper(letter) ? $"{(i > 0 ? " " : "")}{char.ToLowerInvariant(letter)}" : $"{letter}"));

    // A name can hold a line end: nothing of it may come to stand outside the comment.
    private static string Comment(string text) => $"-- {string.Join(' ', text.Split(['\r', '\n'], StringSplitOptions.RemoveEmptyEntries))}";

    private static string Ended(string statement) => $"{statement};";

    private static string Text(IEnumerable<string> lines) => string.Join('\n', lines) + "\n";
}
