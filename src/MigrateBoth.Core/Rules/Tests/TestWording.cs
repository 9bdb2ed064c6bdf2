using MigrateBoth.Core.Testing;

namespace MigrateBoth.Core.Rules.Tests;

/// <summary>Turns of phrase that the rules about tests share.</summary>
internal static class TestWording
{
    public static string Because(this TestDifference difference) => difference.Detail is null ? string.Empty : $" ({difference.Detail})";

    public static string Ran(this TestDifference difference) => difference.Sqlite is null ? "MySQL" : "SQLite";

    public static string Missed(this TestDifference difference) => difference.Sqlite is null ? "SQLite" : "MySQL";
}
