using System.Globalization;
using System.Text.RegularExpressions;
using MigrateBoth.Core.Comparison;
using MigrateBoth.Core.Findings;
using MigrateBoth.Core.Rules;
using MigrateBoth.Core.SelfTest.Kinds;

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

/// <summary>The kinds that both engines can have, said without a dialect.</summary>
public static class SharedKinds
{
    /// <summary>All of them, for one engine.</summary>
    public static IReadOnlyList<DefectKind> For(Engine engine) =>
    [
        .. TableKinds.For(engine),
        .. ColumnKinds.For(engine),
        .. ComputedKinds.For(engine),
        .. KeyKinds.For(engine),
        .. IndexKinds.For(engine),
        .. ForeignKeyKinds.For(engine),
        .. CheckKinds.For(engine),
        .. ExpressionKinds.For(engine),
    ];
}

/// <summary>Writes one token of an expression differently: a comparison, a word between conditions, a number, an operator.</summary>
public static partial class OneToken
{
    /// <summary>The expression with another token; null where there is none to change.</summary>
    public static string? Other(string expression)
    {
        ArgumentNullException.ThrowIfNull(expression);
        var tokens = Tokens().Matches(expression);
        return (from change in new Func<string, string?>[] { Comparison, Word, Number, Operator }
                from token in tokens
                let other = change(token.Value)
                where other is not null
                select expression[..token.Index] + other + expression[(token.Index + token.Length)..]).FirstOrDefault();
    }

    private static string? Comparison(string token) => token switch { ">" => ">=", ">=" => ">", "<" => "<=", "<=" => "<", "=" => "<>", "<>" or "!=" => "=", _ => null };

    private static string? Word(string token) => token.ToUpperInvariant() switch { "AND" => "OR", "OR" => "AND", "MIN" => "MAX", "MAX" => "MIN", "UPPER" => "LOWER", "LOWER" => "UPPER", _ => null };

    private static string? Number(string token) => decimal.TryParse(token, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) ? (number + 17).ToString(CultureInfo.InvariantCulture) : null;

    private static string? Operator(string token) => token switch { "*" => "+", "+" => "-", "-" => "+", "/" => "*", _ => null };

    /// <summary>Texts and quoted names are tokens, so that nothing inside them is one.</summary>
    [GeneratedRegex("""'(?:[^'\\]|''|\\.)*'|"[^"]*"|`[^`]*`|\[[^\]]*\]|[A-Za-z_][A-Za-z0-9_]*|\d+(?:\.\d+)?|<=>|<>|!=|<=|>=|<<|>>|->>?|[-<>=*+/]""")]
    private static partial Regex Tokens();
}
