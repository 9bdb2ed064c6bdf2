using MigrateBoth.Core;
using MigrateBoth.Core.Errors;
using MigrateBoth.Core.Protocol;

namespace MigrateBoth.Tool.Commands.Add;

/// <summary>The id that both sides of a pair have.</summary>
internal static class SharedId
{
    /// <summary>Refuses a pair to which the application's own generators gave different ids.</summary>
    /// <exception cref="MigrateBothException"><c>ids-differ</c> (78).</exception>
    public static void Require(IReadOnlyList<ScaffoldedMigration> sides)
    {
        if (sides.Select(side => side.Id).Distinct(StringComparer.OrdinalIgnoreCase).Count() > 1)
        {
            throw new MigrateBothException(
                ExitCode.Configuration,
                "ids-differ",
                $"The application's IMigrationsIdGenerator gives the two sides different ids: {string.Join(", ", sides.Select(side => $"{side.Id} ({side.Engine.DisplayName()})"))}. Nothing was written.",
                "Let it make the id of the name, and of a time stamp of fourteen digits, alone; or leave it out of the context's options.");
        }
    }
}
