using MigrateBoth.Core.Comparison;
using MigrateBoth.Core.Schema;

namespace MigrateBoth.Core.Stages;

/// <summary>
/// What the default collation of a database is held against. Providers name the collation of tables and columns; whether they change the database's default
/// depends on how it came about (catalogue row S-60). Where the model states a collation, a database is right with that one and with the one that the
/// provider leaves behind.
/// </summary>
internal static class DatabaseDefaults
{
    /// <summary>The schema as it is expected of another database.</summary>
    /// <param name="built">What the tool built, from the model or the migrations.</param>
    /// <param name="actual">The other database.</param>
    /// <param name="stated">The collation that the model states, or null.</param>
    /// <param name="isOfOthers">Whether others made that database: where the model states nothing, its default is theirs to choose.</param>
    public static DatabaseSchema Expected(DatabaseSchema built, DatabaseSchema actual, string? stated, bool isOfOthers)
    {
        var isRight = stated is null ? isOfOthers : Names.Same(actual.DefaultCollation, stated) || Names.Same(actual.DefaultCollation, built.DefaultCollation);
        return isRight ? built with { DefaultCollation = actual.DefaultCollation, DefaultCharacterSet = actual.DefaultCharacterSet }
            : stated is null ? built
            : built with { DefaultCollation = stated, DefaultCharacterSet = stated.Split('_')[0] };
    }
}
