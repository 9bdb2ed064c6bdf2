using MigrateBoth.Core;
using MigrateBoth.Core.Errors;
using MigrateBoth.Core.Model;

namespace MigrateBoth.Tool.Commands.Add;

/// <summary>A migration that exists on one side only, such as after <c>dotnet ef migrations add</c>: <c>add</c> with its name writes the other half.</summary>
/// <param name="Present">The side that has it.</param>
/// <param name="Id">Its id, which the other half gets too.</param>
internal sealed record HalfMigration(Engine Present, string Id)
{
    /// <summary>The side that lacks it.</summary>
    public Engine Missing => Present.Other();

    /// <summary>The half that is meant by a name; null when no migration or both sides have it.</summary>
    public static HalfMigration? Of(string name, EnginePair<EngineHistory> histories)
    {
        var (sqlite, mySql) = (Last(name, histories.Sqlite), Last(name, histories.MySql));
        return (sqlite, mySql) switch
        {
            ({ } id, null) => new HalfMigration(Engine.Sqlite, id),
            (null, { } id) => new HalfMigration(Engine.MySql, id),
            _ => null,
        };
    }

    /// <summary>Throws if the other half would have other operations, or would not be the last migration.</summary>
    /// <param name="models">Both sides.</param>
    /// <exception cref="MigrateBothException"><c>half-not-last</c> or <c>half-outdated</c> (78).</exception>
    public void EnsureCompletable(EnginePair<EngineModel> models)
    {
        var (own, other) = (models[Present], models[Missing]);
        var after = own.Migrations.Concat(other.Migrations).FirstOrDefault(migration => StringComparer.OrdinalIgnoreCase.Compare(migration.Id, Id) > 0);
        if (after is not null)
        {
            throw new MigrateBothException(
                ExitCode.Configuration,
                "half-not-last",
                $"{Id} exists on {Present.DisplayName()} only, and {after.Id} comes after it: its {Missing.DisplayName()} half cannot be written any more.",
                $"Remove the migrations from {Id} on with 'dotnet ef migrations remove', as long as no database has them, and add them again with 'dotnet migrate-both add'.");
        }

        if (own.PendingOperations.Count > 0)
        {
            throw new MigrateBothException(
                ExitCode.Configuration,
                "half-outdated",
                $"{Id} exists on {Present.DisplayName()} only, and the model has changed since ({own.PendingOperations[0].Summary}): the {Missing.DisplayName()} half would contain that change as well.",
                $"Revert the change of the model until both halves exist, or remove the half with 'dotnet ef migrations remove' and add the pair with 'dotnet migrate-both add'.");
        }
    }

    private static string? Last(string name, EngineHistory history) =>
        history.Migrations.LastOrDefault(migration => migration.Name.Equals(name, StringComparison.OrdinalIgnoreCase))?.Id;
}
