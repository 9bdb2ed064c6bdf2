using System.Reflection;
using System.Text;
using System.Text.RegularExpressions;

using MigrateBoth.Core;
using MigrateBoth.Core.Errors;
using MigrateBoth.Core.Protocol;
using MigrateBoth.DesignHost.Applying;
using MigrateBoth.DesignHost.Contexts;

using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.EntityFrameworkCore.Storage;

namespace MigrateBoth.DesignHost.Scaffolding;

/// <summary>
/// An idempotent script for a MySQL provider whose own cannot be run: MySQL knows IF only inside a routine. Each migration is a procedure that
/// looks into the history table, is called once and dropped.
/// </summary>
internal sealed partial class RoutineScript(RentedContext context)
{
    private const string Procedure = "MigrationsScript";

    /// <exception cref="MigrateBothException">A migration holds a statement that a routine cannot.</exception>
    public string Generate(string? from, string? to)
    {
        var history = context.Service<IHistoryRepository>();
        var ids = context.Migrations.Migrations.Keys;
        var applied = from is null or Migration.InitialDatabase
            ? []
            : ids.Where(id => string.Compare(id, from, StringComparison.OrdinalIgnoreCase) <= 0);
        var steps = new MigrationSql(context, attribute: false).Generate(MigrationSelection.Between(context, applied, to));

        var script = new StringBuilder();
        script.AppendLine(history.GetCreateIfNotExistsScript().TrimEnd()).AppendLine();
        foreach (var step in steps)
        {
            Append(script, step, Recorded(history, step.Id));
        }

        return script.ToString();
    }

    private void Append(StringBuilder script, PlannedMigration step, string recorded)
    {
        script.AppendLine($"DROP PROCEDURE IF EXISTS {Procedure};");
        script.AppendLine("DELIMITER //");
        script.AppendLine($"CREATE PROCEDURE {Procedure}()");
        script.AppendLine("BEGIN");
        script.AppendLine($"IF {(step.IsRevert ? "" : "NOT ")}EXISTS ({recorded}) THEN");
        foreach (var command in step.Commands)
        {
            EnsureAllowed(step.Id, command.Sql);

            // On a line of its own: the command may end in a comment.
            var sql = command.Sql.TrimEnd();
            script.AppendLine(sql.EndsWith(';') ? sql : sql + Environment.NewLine + ";");
        }

        script.AppendLine("END IF;");
        script.AppendLine("END //");
        script.AppendLine("DELIMITER ;");
        script.AppendLine($"CALL {Procedure}();");
        script.AppendLine($"DROP PROCEDURE {Procedure};").AppendLine();
    }

    private string Recorded(IHistoryRepository history, string id)
    {
        var names = context.Service<ISqlGenerationHelper>();
        var literal = context.Service<IRelationalTypeMappingSource>().FindMapping(typeof(string))!.GenerateSqlLiteral(id);
        return $"SELECT 1 FROM {names.DelimitIdentifier(Named(history, "TableName"))} WHERE {names.DelimitIdentifier(Named(history, "MigrationIdColumnName"))} = {literal}";
    }

    private static string Named(IHistoryRepository history, string property) =>
        (string)typeof(HistoryRepository).GetProperty(property, BindingFlags.Instance | BindingFlags.NonPublic)!.GetValue(history)!;

    private void EnsureAllowed(string id, string sql)
    {
        if (Forbidden().Match(sql) is { Success: true } match)
        {
            throw new MigrateBothException(
                ExitCode.Incomplete,
                "idempotent-unsupported",
                $"{context.Engine.DisplayName()} has no idempotent script of {id}: it runs '{match.Groups["statement"].Value}', which MySQL refuses inside of a procedure, and {context.MySqlProvider!.Title} "
                    + "writes no script that could do without one.",
                "Leave out --idempotent and give --from, or use 'dotnet migrate-both apply', which checks what is applied.");
        }
    }

    // "Restrictions on Stored Programs" of the manual; a DELIMITER of the migration's own would end ours.
    [GeneratedRegex(
        @"(?:^|;)\s*(?<statement>DELIMITER|CREATE\s+(?:OR\s+REPLACE\s+)?(?:DEFINER\s*=\s*\S+\s+)?(?:AGGREGATE\s+)?(?:PROCEDURE|FUNCTION|TRIGGER|EVENT)|ALTER\s+(?:ALGORITHM\s*=\s*\S+\s+)?(?:DEFINER\s*=\s*\S+\s+)?VIEW|(?:UN)?LOCK\s+TABLES|LOAD\s+(?:DATA|XML|TABLE)|USE)\b|(?<statement>//)\s*$",
        RegexOptions.Multiline | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Forbidden();
}
