using System.Globalization;
using System.Text.RegularExpressions;
using MigrateBoth.Core;
using MigrateBoth.Core.Errors;
using MigrateBoth.Core.Protocol;

namespace MigrateBoth.Tool.Commands.Add;

/// <summary>The first part of a migration's id. EF Core applies migrations in the order of their ids, so a new one has to be the last on both sides.</summary>
internal static partial class MigrationTimestamp
{
    private const string Format = "yyyyMMddHHmmss";

    /// <summary>The first part of an id that has one.</summary>
    /// <exception cref="MigrateBothException"><c>id-without-time</c> (78).</exception>
    public static string Of(string id) => HasTime(id, out _) ? id[..Format.Length] : throw WithoutTime(id, "so no other half can get the same id");

    /// <summary>The time stamp of a new migration: now, or a second after the last migration where that one is from the future.</summary>
    /// <param name="now">The clock.</param>
    /// <param name="ids">The ids of both sides.</param>
    /// <exception cref="MigrateBothException">The last id is later than now and its first part is no time (78).</exception>
    public static string Next(DateTimeOffset now, IEnumerable<string> ids)
    {
        var current = now.UtcDateTime.ToString(Format, CultureInfo.InvariantCulture);
        // An id of the application's own form has its time somewhere else.
        var last = ids.Select(id => OwnForm().Match(id) is { Success: true } time ? time.Value + "_" : id).Max(StringComparer.OrdinalIgnoreCase);
        if (last is null || StringComparer.OrdinalIgnoreCase.Compare(last.Split('_')[0], current) < 0)
        {
            return current;
        }

        return HasTime(last, out var time)
            ? time.AddSeconds(1).ToString(Format, CultureInfo.InvariantCulture)
            : throw WithoutTime(last, "so a later id cannot be created");
    }

    [GeneratedRegex("""(?<=^\D.*)(?<!\d)20\d{12}(?!\d)""")]
    private static partial Regex OwnForm();

    private static bool HasTime(string id, out DateTime time)
    {
        time = default;
        return id.Length > Format.Length
            && id[Format.Length] == '_'
            && DateTime.TryParseExact(id[..Format.Length], Format, CultureInfo.InvariantCulture, DateTimeStyles.None, out time);
    }

    private static MigrateBothException WithoutTime(string id, string consequence) => new(
        ExitCode.Configuration,
        "id-without-time",
        $"The migration '{id}' does not begin with a time stamp of fourteen digits, {consequence}.",
        "EF Core applies migrations in the order of their ids. Rename that migration's id so that it begins with a time, such as 20260131120000.");
}

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
