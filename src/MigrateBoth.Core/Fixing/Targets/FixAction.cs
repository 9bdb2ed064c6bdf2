namespace MigrateBoth.Core.Fixing.Targets;

/// <summary>What a corrective migration does to an object, so that it is as the model has it.</summary>
public enum FixAction
{
    /// <summary>Adds what is missing.</summary>
    Add,

    /// <summary>Alters it, which only a column can be.</summary>
    Alter,

    /// <summary>Drops it and adds it anew.</summary>
    Recreate,
}
