using MigrateBoth.Core.Comparison;
using MigrateBoth.Core.Schema;

namespace MigrateBoth.Core.Stages;

/// <summary>Determines which side of a difference between the engines deviates from its own model, if only one does.</summary>
internal sealed class Blame(EnginePair<DatabaseSchema> migrated, EnginePair<DatabaseSchema> fromModel)
{
    private readonly ILookup<ObjectPath, string> _sqlite = Astray(Engine.Sqlite, migrated, fromModel);
    private readonly ILookup<ObjectPath, string> _mySql = Astray(Engine.MySql, migrated, fromModel);

    /// <summary>The engine at fault, or null when neither or both are. A column's type says nothing about who is to blame for its default.</summary>
    public Engine? For(SchemaDifference difference) => (IsAstray(_sqlite, difference), IsAstray(_mySql, difference)) switch
    {
        (true, false) => Engine.Sqlite,
        (false, true) => Engine.MySql,
        _ => null,
    };

    private static bool IsAstray(ILookup<ObjectPath, string> astray, SchemaDifference difference) => astray[difference.Object].Intersect(AttributesOf(difference)).Any();

    private static IEnumerable<string> AttributesOf(SchemaDifference difference) => difference switch
    {
        { Kind: DifferenceKind.ColumnType or DifferenceKind.UnknownType } => ["type"],
        { Kind: DifferenceKind.DefaultValue or DifferenceKind.DefaultResidue } => ["default"],

        // Which of the object's expressions cannot be compared, the difference does not say; nothing else of the object matters.
        { Kind: DifferenceKind.UncomparableExpression } => ["default", "filter", "expression", nameof(DifferenceKind.GeneratedColumn), nameof(DifferenceKind.CheckDefinition), difference.Kind.ToString()],
        { Kind: DifferenceKind.TableOption } => [$"option {difference.Detail}"],
        { Attributes.Count: > 0 } => difference.Attributes,
        {
            Kind: DifferenceKind.MissingTable or DifferenceKind.ExtraTable or DifferenceKind.MissingColumn or DifferenceKind.ExtraColumn
                or DifferenceKind.MissingIndex or DifferenceKind.ExtraIndex or DifferenceKind.UniqueConstraint
                or DifferenceKind.MissingForeignKey or DifferenceKind.ExtraForeignKey or DifferenceKind.MissingCheck or DifferenceKind.ExtraCheck
        } => ["presence"],
        _ => [difference.Kind.ToString()],
    };

    /// <summary>What goes by another name than the model gives it is found under either.</summary>
    private static IEnumerable<ObjectPath> PathsOf(SchemaDifference difference) => difference is { Kind: DifferenceKind.ObjectName, Right: { } name }
        ? [difference.Object, difference.Object with { Name = name }]
        : [difference.Object];

    private static ILookup<ObjectPath, string> Astray(Engine engine, EnginePair<DatabaseSchema> migrated, EnginePair<DatabaseSchema> fromModel) =>
        SchemaComparer.Compare(fromModel[engine], migrated[engine], SameEngineProfile.ModelObjects).Differences
            .SelectMany(difference => from path in PathsOf(difference) from attribute in AttributesOf(difference) select (Path: path, Attribute: attribute))
            .ToLookup(item => item.Path, item => item.Attribute, ObjectPath.IgnoreCase);
}
