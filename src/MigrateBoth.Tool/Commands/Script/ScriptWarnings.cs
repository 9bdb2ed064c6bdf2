using System.Text.RegularExpressions;
using MigrateBoth.Core;
using MigrateBoth.Core.Configuration;
using MigrateBoth.Core.Model;
using MigrateBoth.Tool.Commands.Shared;

namespace MigrateBoth.Tool.Commands.Script;

/// <summary>Where a script will not do what its name promises (M-43 to M-46).</summary>
internal static partial class ScriptWarnings
{
    /// <param name="models">Both sides.</param>
    /// <param name="baseline">From where they have to match, or null.</param>
    /// <param name="mySql">MySQL's script.</param>
    /// <param name="idempotent">Whether idempotence was requested.</param>
    public static IEnumerable<CommandWarning> For(EnginePair<EngineModel> models, HistoryBaseline? baseline, string mySql, bool idempotent)
    {
        foreach (var warning in HistoryWarnings.Unpaired(models.Select(model => model.ToHistory()), baseline))
        {
            yield return warning;
        }

        if (!idempotent)
        {
            yield break;
        }

        yield return new CommandWarning(
            "sqlite-not-idempotent",
            "sqlite.sql is not idempotent: SQLite has no procedural SQL. Run it once, or use 'dotnet migrate-both apply', which checks what is applied.");
        yield return new CommandWarning(
            "mysql-client-needed", "mysql.sql uses DELIMITER: run it with the mysql client, drivers do not understand it.");

        var routines = Wrapped().Matches(mySql).SelectMany(body => RoutineStart().Matches(body.Value)).Select(match => match.Groups["kind"].Value.ToUpperInvariant()).Distinct().ToList();
        if (routines.Count > 0)
        {
            yield return new CommandWarning(
                "idempotent-script-fails",
                $"mysql.sql creates a {string.Join(" and a ", routines)} inside of a procedure, which the server refuses (error 1303), and stays half applied. Use the script without --idempotent, or 'apply'.");
        }
    }

    // What the provider runs only if the migration is missing. The procedures it creates for itself stand outside that.
    [GeneratedRegex(@"(?<=^CREATE PROCEDURE MigrationsScript\(\)\r?\n).*?(?=^END //)", RegexOptions.Multiline | RegexOptions.Singleline | RegexOptions.CultureInvariant)]
    private static partial Regex Wrapped();

    [GeneratedRegex(@"^\s*CREATE\s+(?:OR\s+REPLACE\s+)?(?:DEFINER\s*=\s*\S+\s+)?(?:AGGREGATE\s+)?(?<kind>PROCEDURE|FUNCTION|TRIGGER|EVENT)\b", RegexOptions.Multiline | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex RoutineStart();
}
