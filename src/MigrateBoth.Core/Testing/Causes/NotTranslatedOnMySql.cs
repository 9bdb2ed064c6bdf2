using MigrateBoth.Core.Recordings;

namespace MigrateBoth.Core.Testing.Causes;

/// <summary>Catalogue rows .</summary>
internal static class NotTranslatedOnMySql
{
    public static Cause Cause { get; } = new(
        "not-translated-on-mysql",
        ["Q-06", "Q-10"],
        "The MySQL provider cannot translate the query, so it never reached the database there.",
        "Rewrite it with what both providers translate, or do this part on the client.",
        s => s.IsOnlyOnSqlite() && s.Untranslated.Contains(Engine.MySql) && s.Sqlite!.Source is CommandSource.Linq or CommandSource.Bulk);
}
