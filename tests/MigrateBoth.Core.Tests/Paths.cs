namespace MigrateBoth.Core.Tests;

/// <summary>Writes paths of objects whose names hold no dot.</summary>
internal static class Paths
{
    public static ObjectPath Of(string text) => text.Split('.', 2) is [var table, var name] ? new ObjectPath(table, name) : new ObjectPath(text);
}
