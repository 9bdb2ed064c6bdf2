using MigrateBoth.Core.Schema;

namespace MigrateBoth.Core.Comparison;

/// <summary>Whether the server hands out a column's values.</summary>
internal static class Identity
{
    public static string Show(Column column) => column.IsIdentity ? "generated" : "not generated";
}
