using MigrateBoth.Core.Comparison;
using MigrateBoth.Core.Rules;
using MigrateBoth.Core.Stages;

namespace MigrateBoth.Core.SelfTest;

/// <summary>An expression that has one text on both engines and does not do the same: only rows show it.</summary>
/// <param name="Id">A stable identifier in kebab-case.</param>
/// <param name="Title">What is wrong, in a few words.</param>
/// <param name="Sighting">What parity has to say once the expressions are run.</param>
public sealed record PairedDefect(string Id, string Title, Sighting Sighting);

/// <summary>The expressions that the self-test adds to copies of both databases, in tables of its own.</summary>
public static class PairedDefects
{
    /// <summary>How the objects are called.</summary>
    public const string Table = "MigrateBothSelfTest";

    private const string Condition = "Code LIKE 'a%'";

    /// <summary>All of them.</summary>
    public static IReadOnlyList<PairedDefect> All { get; } =
    [
        Of("check-runs-differently", "a check of one text that does not do the same", new ObjectPath(Table, $"CK_{Table}"), DifferenceKind.CheckDefinition),
        Of("computed-runs-differently", "a computation of one text that does not do the same", new ObjectPath(Table, "Likes"), DifferenceKind.GeneratedColumn),
        Of("default-runs-differently", "a default of one text that does not do the same", new ObjectPath(Table, "Late"), DifferenceKind.DefaultValue),
        Of("view-runs-differently", "a view of one text that does not do the same", new ObjectPath($"{Table}View"), DifferenceKind.View),
        Of("trigger-runs-differently", "a trigger of one text that does not do the same", new ObjectPath(Table, $"{Table}Trigger"), DifferenceKind.Trigger),
    ];

    /// <summary>The statements that plant them. A letter's case in LIKE and half of an odd number are the classic differences.</summary>
    /// <param name="key">A generated key, in the engine's words.</param>
    /// <param name="integer">A type for whole numbers.</param>
    /// <param name="real">A type for floating point numbers.</param>
    /// <param name="text">A type for text that tells upper from lower case.</param>
    /// <param name="forEachRow">What a trigger's head has before its body.</param>
    public static IReadOnlyList<string> Statements(string key, string integer, string real, string text, string forEachRow) =>
    [
        $"CREATE TABLE {Table} (Id {key}, A {integer} NULL, Code {text} NULL, Likes {integer} GENERATED ALWAYS AS ({Condition}) STORED, Late {real} DEFAULT (7 / 2), CONSTRAINT CK_{Table} CHECK ({Condition} OR A IS NULL))",
        $"CREATE TABLE {Table}Log (Id {key}, X {real} NULL)",
        $"CREATE VIEW {Table}View AS SELECT Id FROM {Table} WHERE {Condition}",
        $"CREATE TRIGGER {Table}Trigger AFTER INSERT ON {Table} {forEachRow} BEGIN INSERT INTO {Table}Log (X) VALUES (NEW.A / 2); END",
    ];

    private static PairedDefect Of(string id, string title, ObjectPath path, DifferenceKind kind) => new(id, title, new Sighting(StageNames.Parity, path, [RuleSet.For(RuleSet.Parity, kind).Id]));
}
