using System.Globalization;
using MigrateBoth.Core;
using MigrateBoth.Core.Configuration;
using MigrateBoth.Core.Model;
using MigrateBoth.Core.Providers;
using MigrateBoth.Tool.Commands.Init.Code;
using MigrateBoth.Tool.Commands.Init.Generating;
using MigrateBoth.Tool.Commands.Shared;
using MigrateBoth.Tool.Output;

namespace MigrateBoth.Tool.Commands.Init;

/// <summary>The remaining steps that the user has to do after <c>init</c>.</summary>
internal static class NextSteps
{
    /// <summary>The steps, each a sentence or a command with its reason.</summary>
    public static IEnumerable<string> Of(InitResult result)
    {
        var efCore = MajorOf(result.EfCore?.Version) ?? MySqlProviders.All[0].Tested.Keys.Max();
        var provider = (result.MySql is { } found ? MySqlProviders.Named(found.Name) : null) ?? MySqlProviders.For(efCore);
        var project = PathText.Short(result.Layout.Project.File, result.WorkingDirectory);
        var isRuntimeWanted = result.Layout.Layout == MigrationsLayout.Folders && !result.HasRuntimePackage && !result.HasOwnMigrationsAssembly;
        if (result.RestoreFailure is { } failure)
        {
            yield return $"dotnet tool restore    installs the tool that the manifest names; it was tried: {failure}";
        }

        if (isRuntimeWanted)
        {
            yield return $"dotnet add \"{project}\" package {ProjectPackages.Runtime}    tells the migrations of both providers apart";
            yield return $"{RuntimeCall(result)}    the one call, after UseSqlite(...) and {provider.UseMethod}(...) where the context is configured; needs: using {ProjectPackages.Runtime};";
        }

        if (result.ChosenBy.Obstacle is { } obstacle)
        {
            yield return obstacle;
        }

        if (result.IsApart)
        {
            yield return "The two histories differ: 'init --adopt' records in migrateboth.json from where they have to match.";
        }

        if (result.OtherBaseline is { } other)
        {
            yield return $"The baseline in migrateboth.json stays as it is, though the histories match after {other.Sqlite ?? "the beginning"} on SQLite and {other.MySql ?? "the beginning"} on MySQL: review it.";
        }

        // A library may have several: its build for the start-up project's is what runs.
        if (result.Startup.All.FirstOrDefault(project => project.Frameworks.Count > 1) is { } several)
        {
            yield return $"Commands need --framework: {several.Name} targets {string.Join(", ", several.Frameworks)}.";
        }

        if (result.OtherStartups.Count > 0)
        {
            yield return $"{result.Startup.Sqlite.Name} is run to make the context; {string.Join(", ", result.OtherStartups.Select(other => string.Join(" and ", other.All.Select(project => project.Name))))} could be as well: for another delete migrateboth.json and run 'init --startup-project PATH'";
        }

        foreach (var untaken in result.Layout.Others)
        {
            yield return $"{ToolName.Command} init --context {untaken.Name} --config {untaken.FileName}    where {untaken.Description} is to be kept on both engines as well";
        }

        if (result.Sqlite is null)
        {
            yield return $"dotnet add \"{project}\" package Microsoft.EntityFrameworkCore.Sqlite --version {efCore}.*    no SQLite provider was found";
        }

        if (result.MySql is null)
        {
            yield return $"{provider.AddCommand(project, efCore)}    no MySQL provider was found";
        }

        if (MissingSide.Of(result.Layout) is { } missing && result.Generated is null)
        {
            yield return $"{ToolName.Command} init --adopt{Config(result)}    {(!MissingSide.IsReady(result) ? "then " : string.Empty)}generates {missing.DisplayName()}'s first migration from the model and verifies it";
            yield break;
        }

        if (result.Generated is not null && GeneratedSideOutput.Next(result.Generated) is { } open)
        {
            yield return open;
        }

        yield return result.Layout.Sqlite.Migrations.Count + result.Layout.MySql.Migrations.Count == 0
            ? $"{ToolName.Command} add Init{Config(result)}    the first pair of migrations"
            : $"{ToolName.Command} verify{Config(result)}    checks the migrations that are there";
    }

    /// <summary>Folders that are not called after their provider have to be told to the run-time package.</summary>
    private static string RuntimeCall(InitResult result) =>
        MigrationNamespaces.Of(result.Layout) is { } namespaces ? $".UseMigrateBoth(o => o.{namespaces})" : ".UseMigrateBoth()";

    private static int? MajorOf(string? version) => int.TryParse(version?.Split('.')[0], NumberStyles.None, CultureInfo.InvariantCulture, out var major) ? major : null;

    /// <summary>What the commands need to find a configuration that is not where they look.</summary>
    private static string Config(InitResult result) => result.Configuration == Path.Combine(result.WorkingDirectory, ConfigurationNames.FileName)
        ? string.Empty
        : $" --config {PathText.Short(result.Configuration, result.WorkingDirectory)}";
}
