using System.Globalization;
using MigrateBoth.Core;
using MigrateBoth.Core.Protocol;
using MigrateBoth.Tool.Commands.Shared;

namespace MigrateBoth.Tool.Commands.Add;

/// <summary>What the author of a new pair should check before committing it.</summary>
internal static class AddWarnings
{
    public static IEnumerable<CommandWarning> For(
        IEnumerable<CommandWarning> unpaired, IReadOnlyList<ScaffoldedMigration> sides, string timestamp, DateTimeOffset now)
    {
        foreach (var warning in unpaired)
        {
            yield return warning;
        }

        if (sides.Count > 1 && sides.All(side => side.Operations.Count == 0))
        {
            yield return new CommandWarning(
                "no-changes", "The model has no changes for either engine: both migrations are empty. 'dotnet migrate-both remove' removes them.");
        }

        foreach (var value in sides.SelectMany(side => side.Unstable).DistinctBy(value => value.Property))
        {
            yield return new CommandWarning(
                "model-unstable", $"{value.Origin} gives {value.Property} a different value each time the model is built: the next migration will contain it again. Write a constant.");
        }

        foreach (var side in sides)
        {
            var losses = side.Operations.Where(operation => operation.IsDestructive).Select(operation => operation.Summary).ToList();
            if (losses.Count > 0)
            {
                yield return new CommandWarning(
                    "may-lose-data", $"On {side.Engine.DisplayName()} the migration may lose data: {string.Join("; ", losses)}. Check it before you apply it.");
            }
        }

        if (string.CompareOrdinal(timestamp, now.UtcDateTime.ToString("yyyyMMddHHmmss", CultureInfo.InvariantCulture)) > 0)
        {
            yield return new CommandWarning(
                "clock-behind", $"The last migration is dated later than this machine's clock: the new one was dated {timestamp} to come after it.");
        }
    }
}
