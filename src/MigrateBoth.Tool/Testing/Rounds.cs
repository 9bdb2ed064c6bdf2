namespace MigrateBoth.Tool.Testing;

/// <summary>The runs of a suite within one command.</summary>
internal static class Rounds
{
    /// <summary>Everything.</summary>
    public const string First = "first";

    /// <summary>The tests that differ, once more.</summary>
    public const string Again = "again";
}
