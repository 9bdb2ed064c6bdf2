using MigrateBoth.Core.Findings;
using MigrateBoth.Core.Rules.Unverified;
using MigrateBoth.Core.Tracing.Origins;

namespace MigrateBoth.Core.Tracing;

/// <summary>Determines the source line that a finding comes from. If it is not certain, there is no line: a wrong one is worse than none.</summary>
public sealed class FindingTracer
{
    private readonly Dictionary<Engine, ObjectHistory> _histories;
    private readonly List<PropertyOrigin> _properties;

    /// <summary>Follows the objects of both engines through their migrations.</summary>
    public FindingTracer(params IReadOnlyList<EngineOrigins> origins)
    {
        ArgumentNullException.ThrowIfNull(origins);
        _histories = origins.ToDictionary(side => side.Engine, side => new ObjectHistory(side));
        _properties = [.. origins.SelectMany(side => side.Properties)];
    }

    /// <summary>Whether a finding is of a kind that can be traced at all.</summary>
    public static bool CanTrace(Finding finding)
    {
        ArgumentNullException.ThrowIfNull(finding);
        return finding.Location is null && finding.Kind is not (ObjectKind.Database or ObjectKind.Test);
    }

    /// <summary>The line, its file an absolute path; null when it cannot be determined.</summary>
    public SourceLocation? Find(Finding finding)
    {
        ArgumentNullException.ThrowIfNull(finding);
        return !CanTrace(finding) ? finding.Location
            : finding.Kind == ObjectKind.Migration ? OfMigration(finding)
            : finding.Stage == StageNames.History || finding.IsByModel ? OfProperty(finding.Object)
            : finding.Engine is { } engine ? OfObject(finding, engine)
            : finding.Expected is null || finding.Actual is null ? OfOnlyMaker(finding)
            : null;
    }

    private SourceLocation? OfMigration(Finding finding)
    {
        var sides = finding.Engine is { } engine ? _histories.OrderBy(side => side.Key == engine ? 0 : 1) : _histories.AsEnumerable();
        foreach (var history in sides.Select(side => side.Value))
        {
            if (history.Migrations.FirstOrDefault(migration => Same(migration.Id, finding.Object.Table)) is { } migration)
            {
                return FailedOperation(finding, migration) ?? migration.Up;
            }
        }

        return null;
    }

    /// <summary>A statement that the server refused is named by its operation.</summary>
    private static SourceLocation? FailedOperation(Finding finding, MigrationOrigin migration)
    {
        var named = finding.Rule == StageNotRun.Rule.Id
            ? migration.Operations.Where(operation => finding.Message.Contains($" at '{operation.Summary}'", StringComparison.Ordinal)).Take(2).ToList()
            : [];
        return named is [var only] ? only.Location : null;
    }

    private SourceLocation? OfObject(Finding finding, Engine engine)
    {
        var (table, name) = (finding.Object.Table, finding.Object.Name ?? finding.Object.Table);
        if (!_histories.TryGetValue(engine, out var history))
        {
            return null;
        }

        return history.Find(finding.Kind, table, name) is { } trace
            ? trace.Location ?? history.UpOf(trace.MigrationId)
            : !IsMissingOn(engine, finding) ? null
            : OfTwin(finding.Kind, table, name, engine)
                ?? (finding.Stage == StageNames.Drift && finding.Kind == ObjectKind.Column ? OfProperty(finding.Object) : null);
    }

    /// <summary>In drift the migrations are the actual side; in parity SQLite is the expected one and MySQL the actual.</summary>
    private static bool IsMissingOn(Engine engine, Finding finding) =>
        (finding.Stage == StageNames.Parity && engine == Engine.Sqlite ? finding.Expected : finding.Actual) is null;

    /// <summary>An object that one engine has and neither model asks for: the migration that makes it.</summary>
    private SourceLocation? OfOnlyMaker(Finding finding)
    {
        var (table, name) = (finding.Object.Table, finding.Object.Name ?? finding.Object.Table);
        var made = _histories.Values
            .Select(history => (History: history, Trace: history.Find(finding.Kind, table, name)))
            .Where(side => side.Trace is { IsDropped: false })
            .ToList();
        return made is [var only] ? only.Trace!.Location ?? only.History.UpOf(only.Trace.MigrationId) : null;
    }

    /// <summary>An object that this side never makes: the migration in which the other side makes it has a twin here, and that is where it is missing.</summary>
    private SourceLocation? OfTwin(ObjectKind kind, string table, string name, Engine engine)
    {
        if (!_histories.TryGetValue(engine.Other(), out var other) || other.Find(kind, table, name) is not { IsDropped: false } made)
        {
            return null;
        }

        var here = _histories[engine];
        var sameName = here.Migrations.Where(migration => Same(NameOf(migration.Id), NameOf(made.MigrationId))).Take(2).ToList();
        return here.UpOf(made.MigrationId) ?? (sameName is [var only] ? only.Up : null);
    }

    private SourceLocation? OfProperty(ObjectPath path)
    {
        var lines = _properties.Where(property => path.IsSameAs(new ObjectPath(property.Table, property.Column))).Select(property => property.Location).Distinct().Take(2).ToList();
        return lines is [var only] ? only : null;
    }

    private static string NameOf(string id) => id[(id.IndexOf('_', StringComparison.Ordinal) + 1)..];

    private static bool Same(string left, string right) => string.Equals(left, right, StringComparison.OrdinalIgnoreCase);
}
