using MigrateBoth.Core.Comparison;
using MigrateBoth.Core.Model;
using MigrateBoth.Core.Schema;

namespace MigrateBoth.Core.RoundTrip;

/// <summary>Compares the catalogs of one engine before and after a migration was applied and reverted.</summary>
public static class SchemaJudge
{
    /// <summary>Compares two catalogs of one engine and reports every difference as a fact.</summary>
    /// <param name="kind">What a difference means.</param>
    /// <param name="migration">The migration's id.</param>
    /// <param name="expected">The catalog as it was.</param>
    /// <param name="actual">The catalog as it is.</param>
    /// <param name="model">The tables of the model at this point; empty where it is not known.</param>
    public static (IReadOnlyList<RoundTripFact> Facts, int Compared) Compare(
        RoundTripFactKind kind, string migration, DatabaseSchema expected, DatabaseSchema actual, IReadOnlyList<ModelTable> model)
    {
        ArgumentNullException.ThrowIfNull(expected);
        var comparison = SchemaComparer.Compare(expected, actual, SameEngineProfile.Full);
        return ([.. comparison.Differences.Select(difference => new RoundTripFact
        {
            Kind = kind,
            Migration = migration,
            Engine = expected.Engine,
            Object = difference.Object,
            ObjectKind = difference.ObjectKind,
            Expected = difference.Left,
            Actual = difference.Right,
            Detail = Words(difference),
            Weight = IsUnavoidable(difference, expected, actual, model) ? Severity.Info : null,
        })], comparison.FactsCompared);
    }

    private static string Words(SchemaDifference difference)
    {
        var what = difference.ObjectKind switch
        {
            ObjectKind.PrimaryKey => "the primary key of",
            ObjectKind.ForeignKey => "the foreign key",
            ObjectKind.Database => "the database's",
            var kind => $"the {kind.ToString().ToLowerInvariant()}",
        };
        return difference switch
        {
            { IsMissing: true } => $"{what} {difference.Object} is gone",
            { IsExtra: true } => $"{what} {difference.Object} is left",
            _ => $"{what} {difference.Object} is another one ({difference.Left ?? "none"} before, {difference.Right ?? "none"} now)",
        };
    }

    /// <summary>
    /// AddColumn leaves its default behind and a rebuild drops it again (catalogue row M-05); the first migration sets the database's collation and
    /// no Down sets it back. EF Core itself writes nothing else.
    /// </summary>
    private static bool IsUnavoidable(SchemaDifference difference, DatabaseSchema expected, DatabaseSchema actual, IReadOnlyList<ModelTable> model) => difference.Kind switch
    {
        DifferenceKind.DatabaseCollation or DifferenceKind.DefaultResidue => true,
        DifferenceKind.DefaultValue => !HasDefault(model, difference) && IsResidue(expected, difference) && IsResidue(actual, difference),
        _ => false,
    };

    private static bool IsResidue(DatabaseSchema schema, SchemaDifference difference) =>
        schema.Tables.FirstOrDefault(table => Same(table.Name, difference.Table))?.Columns.FirstOrDefault(column => Same(column.Name, difference.Name)) is { } column
        && (column.Default is null || SameEngineDefaults.IsResidue(column));

    private static bool HasDefault(IReadOnlyList<ModelTable> model, SchemaDifference difference) =>
        model.FirstOrDefault(table => Same(table.Name, difference.Table))?.Columns.FirstOrDefault(column => Same(column.Name, difference.Name)) is not { DefaultSql: null, DefaultLiteral: null };

    private static bool Same(string left, string right) => string.Equals(left, right, StringComparison.OrdinalIgnoreCase);
}
