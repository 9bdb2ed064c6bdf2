using MigrateBoth.Core.Errors;
using MigrateBoth.Core.Model;

namespace MigrateBoth.Core.Configuration;

/// <summary>Refuses a merged configuration whose values refer to something that does not exist or contradict each other.</summary>
internal static class ConfigurationChecks
{
    public static void ThrowIfWrong(ConfigurationLayer merged, IReadOnlyCollection<string>? knownRules)
    {
        IEnumerable<PathSetting?> projects =
            [merged.Project, merged.StartupProject, merged.Sqlite.Project, merged.MySql.Project, merged.Sqlite.StartupProject, merged.MySql.StartupProject, .. merged.Tests ?? []];
        foreach (var project in projects.OfType<PathSetting>())
        {
            ThrowIfMissing(project);
        }

        if (knownRules is not null)
        {
            foreach (var rule in UsedRules(merged))
            {
                ThrowIfUnknown(rule, knownRules);
            }
        }

        ThrowIfBothAreTheSame(merged, MigrationsLayout.Projects, "project", engine => engine.Project?.FullPath);
        ThrowIfBothAreTheSame(merged, MigrationsLayout.Contexts, "context", engine => engine.Context);
        ThrowIfBothAreTheSame(merged, MigrationsLayout.Folders, "migrations", engine => engine.Migrations);
    }

    /// <summary>What is legal and has no effect: settings of rules that this version does not have yet.</summary>
    public static IReadOnlyList<string> Warnings(ConfigurationLayer merged, IReadOnlyCollection<string>? knownRules) =>
        knownRules is null ? [] :
        [
            .. from rule in UsedRules(merged).Distinct(StringComparer.OrdinalIgnoreCase)
               let family = ReservedRules.FamilyOf(rule, knownRules)
               where family is not null
               select $"The configuration names {rule}, a rule of a level that this version does not have ({family}): the setting has no effect.",
        ];

    private static IEnumerable<string> UsedRules(ConfigurationLayer merged) => [.. merged.Rules.Keys, .. (merged.Accept ?? []).Select(a => a.Rule)];

    private static void ThrowIfMissing(PathSetting project)
    {
        if (!File.Exists(project.FullPath) && !Directory.Exists(project.FullPath))
        {
            throw new MigrateBothException(
                ExitCode.Configuration,
                "project-not-found",
                $"{project.Origin} points at '{project.FullPath}', which does not exist.",
                "Name a project file or the folder of one.");
        }
    }

    private static void ThrowIfUnknown(string rule, IReadOnlyCollection<string> knownRules)
    {
        if (!knownRules.Contains(rule, StringComparer.OrdinalIgnoreCase) && ReservedRules.FamilyOf(rule, knownRules) is null)
        {
            var nearest = NearestName.Find(rule, knownRules);
            throw new MigrateBothException(
                ExitCode.Configuration,
                "unknown-rule",
                $"The configuration names the rule '{rule}', which does not exist.{(nearest is null ? string.Empty : $" Did you mean '{nearest}'?")}",
                "'dotnet migrate-both explain' lists all rules.");
        }
    }

    /// <summary>A layout keeps the two sides apart by one thing; if that one thing is the same, both sides would write over each other.</summary>
    private static void ThrowIfBothAreTheSame(ConfigurationLayer merged, MigrationsLayout layout, string key, Func<EngineLayer, string?> value)
    {
        if (merged.Layout == layout && value(merged.Sqlite) is { } sqlite && string.Equals(sqlite, value(merged.MySql), StringComparison.OrdinalIgnoreCase))
        {
            throw new MigrateBothException(
                ExitCode.Configuration,
                "configuration-contradiction",
                $"With the layout '{ConfigurationNames.Layouts.First(l => l.Value == layout).Key}' the two sides must not have the same {key}, and both have '{sqlite}'.",
                $"Give sqlite.{key} and mysql.{key} different values.");
        }
    }
}
