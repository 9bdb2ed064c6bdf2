using MigrateBoth.Core.Expressions;

namespace MigrateBoth.Core.Comparison.CrossEngine;

/// <summary>Compares the text of views and triggers as far as that can be done without understanding statements.</summary>
internal static class DefinitionText
{
    public static bool Same(string left, SqlDialect leftDialect, string right, SqlDialect rightDialect) =>
        SqlCanonicalizer.CrossEngine(left, leftDialect).Text == SqlCanonicalizer.CrossEngine(right, rightDialect).Text;
}
