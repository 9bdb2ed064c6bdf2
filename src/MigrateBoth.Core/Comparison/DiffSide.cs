using MigrateBoth.Core.Schema;

namespace MigrateBoth.Core.Comparison;

/// <summary>One of two schemas that are to be compared.</summary>
/// <param name="Name">How it is called in messages, such as <c>migrations:mysql</c>; never holds a password.</param>
/// <param name="Source">Where it comes from.</param>
/// <param name="Schema">What was read.</param>
public sealed record DiffSide(string Name, DiffSource Source, DatabaseSchema Schema)
{
    /// <summary>Whether the schema is a database that is there, and not one made for the comparison.</summary>
    public bool IsLive => Source == DiffSource.Database;
}

/// <summary>Where a schema that is compared comes from.</summary>
public enum DiffSource
{
    /// <summary>An existing database in its current state.</summary>
    Database,

    /// <summary>What an engine makes of the model directly.</summary>
    Model,

    /// <summary>What the migrations build.</summary>
    Migrations,
}
