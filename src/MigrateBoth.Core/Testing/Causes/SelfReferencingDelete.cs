namespace MigrateBoth.Core.Testing.Causes;

/// <summary>Catalogue rows C-54.</summary>
internal static class SelfReferencingDelete
{
    public static Cause Cause { get; } = new(
        "self-referencing-delete",
        ["C-54"],
        "MySQL checks a self-referencing foreign key row by row, SQLite at the end of the statement.",
        "Set the foreign key to null first, or delete the leaves before their parents.",
        s => s.MySqlRefuses("1451") && s.MySqlHas("DELETE"));
}
