using MigrateBoth.Core.Findings;
using MigrateBoth.Core.Protocol;
using MigrateBoth.Core.Scratch;

namespace MigrateBoth.Core.Rules.Unverified;

/// <summary>MB911: a migration changes something outside its database, which nothing compares.</summary>
public static class OutsideTheDatabase
{
    /// <summary>The rule MB911.</summary>
    public static Notice Rule { get; } = new("MB911", "Migration reaches outside of its database", Severity.Error);

    /// <summary>A change that was seen on the server.</summary>
    public static Finding Of(string stage, Engine engine, OutsideChange change)
    {
        ArgumentNullException.ThrowIfNull(change);
        var undone = change.IsUndone ? "It was undone after the migrations had run."
            : change.Before is null && change.After!.Removal is { } removal ? $"It was left on the server; to take it away, run: {removal}"
            : "It was left as it is.";
        return change.Migration is { } migration
            ? About(stage, engine, migration, $"{migration} {change.Verb} {change.Object} on {engine.DisplayName()}, outside of the database that is migrated. {undone}", $"{change.Verb} {change.Object}")
            : OfUnknownOrigin(stage, engine, change, undone);
    }

    /// <summary>A statement that reaches outside.</summary>
    public static Finding Of(string stage, Engine engine, OutsideStatement statement, bool isRemoved)
    {
        ArgumentNullException.ThrowIfNull(statement);
        var file = statement.File is null ? string.Empty : isRemoved ? $" The file {statement.File} was made by it and is removed." : $" The file is {statement.File}.";
        return About(
            stage, engine, statement.Migration, $"{statement.Migration} runs '{statement.Text}' on {engine.DisplayName()}, which reaches outside of the database that is migrated.{file}", statement.Text);
    }

    /// <summary>What could not be looked at: a migration may have changed it.</summary>
    public static Finding Unseen(string stage, Engine engine, IReadOnlyList<string> kinds) => Rule.About(stage, new ObjectPath("server"), ObjectKind.Database, new Explanation(
        $"The account may change what it may not look at on {engine.DisplayName()} ({string.Join(", ", kinds)}): whether the migrations do is not known.",
        "Run the check on a separate server (--mysql docker), or give the account SELECT on the server's own tables (mysql.*, performance_schema.*)."), engine);

    private static Finding About(string stage, Engine engine, string migration, string message, string what) => Rule.About(stage, new ObjectPath(migration), ObjectKind.Migration, new Explanation(
        message,
        "Nothing there is compared, and every database that is migrated shares it: let the deployment do it, or check by hand that both engines have what they need and accept the finding with the reason."), engine) with
    {
        Actual = what,
    };

    private static Finding OfUnknownOrigin(string stage, Engine engine, OutsideChange change, string undone)
    {
        var explanation = new Explanation(
            $"While the {engine.DisplayName()} migrations ran, {change.Object} came, went or changed, outside of the database that is migrated. No migration names it: another client of the server may have done it. {undone}",
            "Let the check run on a server of its own (--mysql docker). If the finding is still there, a migration does it with a statement that is built at run time.",
            Severity.Warning);
        return Rule.About(stage, new ObjectPath(change.Object.Name), ObjectKind.Database, explanation, engine) with { Actual = change.Object.ToString() };
    }
}
