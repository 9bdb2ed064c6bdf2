using MigrateBoth.Core.Recordings;

namespace MigrateBoth.Core.Testing.Causes;

/// <summary>Catalogue rows, C-26.</summary>
internal static class NotTranslatedOnSqlite
{
    public static Cause Cause { get; } = new(
        "not-translated-on-sqlite",
        ["Q-05", "Q-08", "C-26"],
        "EF Core's SQLite provider cannot translate the query, so it never reached the database there.",
        "Rewrite it with what both providers translate, or do this part on the client.",
        s => s.IsOnlyOnMySql() && s.Untranslated.Contains(Engine.Sqlite) && s.MySql!.Source is CommandSource.Linq or CommandSource.Bulk);
}
