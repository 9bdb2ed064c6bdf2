namespace MigrateBoth.Core.Stages;

/// <summary>Where a schema that is compared comes from.</summary>
public enum DiffSource
{
    /// <summary>A database that is there, as somebody left it.</summary>
    Database,

    /// <summary>What an engine makes of the model directly.</summary>
    Model,

    /// <summary>What the migrations build.</summary>
    Migrations,
}
