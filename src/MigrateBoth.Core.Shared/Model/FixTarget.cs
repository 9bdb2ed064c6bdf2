namespace MigrateBoth.Core.Model;

/// <summary>The change of an object in a corrective migration, so that it matches the model.</summary>
public enum FixAction
{
    /// <summary>Adds what is missing.</summary>
    Add,

    /// <summary>Alters it, which only a column can be.</summary>
    Alter,

    /// <summary>Drops it and adds it anew.</summary>
    Recreate,
}

/// <summary>What is to be corrected.</summary>
/// <param name="Action">How.</param>
/// <param name="Kind">A column, index, foreign key or check.</param>
/// <param name="Table">Its table.</param>
/// <param name="Name">Its name, as the model has it.</param>
/// <param name="WasNullable">Whether a column accepts NULL now; null when it is as the model says.</param>
public sealed record FixTarget(FixAction Action, ObjectKind Kind, string Table, string Name, bool? WasNullable = null);

/// <summary>The calls that correct an object, as EF Core writes them.</summary>
/// <param name="Up">The correction.</param>
/// <param name="Down">What takes it back, to what the migrations before it made.</param>
public sealed record FixCode(string Up, string Down);
