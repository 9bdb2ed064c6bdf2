using MigrateBoth.Core.Schema;

namespace MigrateBoth.Core.Comparison;

/// <summary>The stable text by which a finding names its object.</summary>
internal static class Paths
{
    public static string Of(Table table, string name) => $"{table.Name}.{name}";
}
