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

    /// <summary>An expression that cannot be compared is a default, a check or a computed column: which, the difference does not say.</summary>
    private static bool IsAstray(ILookup<ObjectPath, string> astray, SchemaDifference difference) =>
        difference.Kind == DifferenceKind.UncomparableExpression
            ? astray.Contains(difference.Object)
            : astray[difference.Object].Contains(AttributeOf(difference.Kind));

    private static string AttributeOf(DifferenceKind kind) => kind switch
    {
        DifferenceKind.ColumnType or DifferenceKind.UnknownType => "type",
        DifferenceKind.DefaultValue or DifferenceKind.DefaultResidue => "default",
        DifferenceKind.Nullability or DifferenceKind.GeneratedColumn or DifferenceKind.Identity or DifferenceKind.Collation
            or DifferenceKind.Comment or DifferenceKind.ColumnAttribute or DifferenceKind.NameCase => kind.ToString(),
        _ => "object",
    };

    /// <summary>What goes by another name than the model gives it is found under either.</summary>
    private static IEnumerable<ObjectPath> PathsOf(SchemaDifference difference) => difference is { Kind: DifferenceKind.ObjectName, Right: { } name }
        ? [difference.Object, difference.Object with { Name = name }]
        : [difference.Object];

    private static ILookup<ObjectPath, string> Astray(Engine engine, EnginePair<DatabaseSchema> migrated, EnginePair<DatabaseSchema> fromModel) =>
        SchemaComparer.Compare(fromModel[engine], migrated[engine], SameEngineProfile.ModelObjects).Differences
            .SelectMany(difference => PathsOf(difference).Select(path => (Path: path, Attribute: AttributeOf(difference.Kind))))
            .ToLookup(item => item.Path, item => item.Attribute, ObjectPath.IgnoreCase);
}
