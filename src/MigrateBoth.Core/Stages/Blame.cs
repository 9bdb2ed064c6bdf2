using MigrateBoth.Core.Comparison;
using MigrateBoth.Core.Schema;

namespace MigrateBoth.Core.Stages;

/// <summary>Tells which side of a difference between the engines departs from its own model, where only one does.</summary>
internal sealed class Blame(SchemaPair migrated, SchemaPair fromModel)
{
    private readonly HashSet<ObjectPath> _sqlite = Astray(Engine.Sqlite, migrated, fromModel);
    private readonly HashSet<ObjectPath> _mySql = Astray(Engine.MySql, migrated, fromModel);

    /// <summary>The engine at fault, or null when neither or both are.</summary>
    public Engine? For(SchemaDifference difference) =>
        (_sqlite.Contains(difference.Object), _mySql.Contains(difference.Object)) switch
        {
            (true, false) => Engine.Sqlite,
            (false, true) => Engine.MySql,
            _ => null,
        };

    /// <summary>What goes by another name than the model gives it is found under either.</summary>
    private static IEnumerable<ObjectPath> PathsOf(SchemaDifference difference) => difference is { Kind: DifferenceKind.ObjectName, Right: { } name }
        ? [difference.Object, difference.Object with { Name = name }]
        : [difference.Object];

    private static HashSet<ObjectPath> Astray(Engine engine, SchemaPair migrated, SchemaPair fromModel) =>
        SchemaComparer.Compare(fromModel[engine], migrated[engine], SameEngineProfile.ModelObjects).Differences
            .SelectMany(PathsOf)
            .ToHashSet(ObjectPath.IgnoreCase);
}
