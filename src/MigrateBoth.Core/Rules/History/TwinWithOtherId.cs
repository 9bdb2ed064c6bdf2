using MigrateBoth.Core.History;

namespace MigrateBoth.Core.Rules.History;

/// <summary>MB103: two migrations of one name have different ids.</summary>
internal static class TwinWithOtherId
{
    public static HistoryRule Rule { get; } = new("MB103", "Twins have different ids", Severity.Warning, Check);

    private static IEnumerable<HistoryCase> Check(HistoryFacts facts) =>
        from twins in facts.Pairing.Twins
        where twins.Sqlite.Id != twins.MySql.Id
        select new HistoryCase
        {
            Object = new ObjectPath(twins.Sqlite.Id),
            Kind = ObjectKind.Migration,
            Message = $"The migration {twins.Sqlite.Name} is {twins.Sqlite.Id} on SQLite and {twins.MySql.Id} on MySQL.",
            Expected = twins.Sqlite.Id,
            Actual = twins.MySql.Id,
            Advice = "If no database has applied one of them yet, give both the same id (file names and the Migration attribute); dotnet migrate-both add does so from the start.",
        };
}
