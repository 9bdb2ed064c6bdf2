using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;

using MigrateBoth.EntityFrameworkCore.Strings;

namespace MigrateBoth.EntityFrameworkCore;

/// <summary>Makes SQLite and MySQL treat text in the same way.</summary>
public static class MigrateBothStringExtensions
{
    /// <summary>
    /// Compares, orders and searches text, and enforces its uniqueness, by code point on both engines; case, accents and trailing
    /// spaces are significant. Without it <c>==</c>, <c>Contains</c>, <c>StartsWith</c>, <c>OrderBy</c>, unique indexes and <c>ToUpper</c> give
    /// different answers (catalogue rows C-01 to C-10).
    /// </summary>
    /// <remarks>
    /// <para>
    /// On MySQL the model gets the collation <c>utf8mb4_0900_bin</c> (<c>utf8mb4_nopad_bin</c> on MariaDB), so the next migration
    /// includes it. <c>UseCollation</c> in <c>OnModelCreating</c> takes precedence. <c>utf8mb4_bin</c> is not used because it ignores trailing spaces.
    /// </para>
    /// <para>
    /// On SQLite every connection that EF Core opens gets <c>PRAGMA case_sensitive_like = 1</c> (C-03) and Unicode-aware
    /// <c>lower</c> and <c>upper</c> (C-09). Other programs that open the file do not have them, so do not use these functions
    /// or LIKE in check constraints, indexes and generated columns (E-02). A pooled connection keeps its PRAGMA: contexts of one
    /// process that share a connection string should all have the option, or none.
    /// </para>
    /// </remarks>
    /// <param name="optionsBuilder">The context's options.</param>
    /// <returns>The context's options.</returns>
    public static DbContextOptionsBuilder UseMigrateBothStringSemantics(this DbContextOptionsBuilder optionsBuilder)
    {
        ArgumentNullException.ThrowIfNull(optionsBuilder);
        if (optionsBuilder.Options.FindExtension<StringSemanticsExtension>() is null)
        {
            ((IDbContextOptionsBuilderInfrastructure)optionsBuilder).AddOrUpdateExtension(new StringSemanticsExtension());
            optionsBuilder.AddInterceptors(SqliteStringInterceptor.Instance);
        }

        return optionsBuilder;
    }
}
