using Microsoft.Data.Sqlite;
using MigrateBoth.Core;
using MigrateBoth.Core.Comparison;
using MigrateBoth.Core.Execution;
using MigrateBoth.Core.Findings;
using MigrateBoth.Core.Schema;
using MigrateBoth.Core.Scratch;
using MigrateBoth.Core.Stages;
using MigrateBoth.MySql.Catalog;
using MigrateBoth.MySql.Rows;
using MigrateBoth.Sqlite;
using MigrateBoth.Sqlite.Rows;
using MySqlConnector;

namespace MigrateBoth.Detection.Tests.Attacks;

/// <summary>Makes the two databases of many cases at once, compares them as the product does, and says which cases came out wrong.</summary>
public sealed class AttackLab(IScratchServer sqlite, IScratchServer mySql)
{
    /// <summary>What was found of each case, by both <c>diff</c> and <c>verify</c>.</summary>
    /// <param name="Case">The case.</param>
    /// <param name="Mode">Which command's comparison it was.</param>
    /// <param name="Findings">What was found.</param>
    /// <param name="Refused">What an engine said when it refused to make the case, or null.</param>
    /// <param name="Rows">The rows that the product ran the case over, each as the SQL of its values.</param>
    public sealed record Result(AttackCase Case, string Mode, IReadOnlyList<Finding> Findings, string? Refused, IReadOnlyList<string> Rows)
    {
        public bool IsRight => Refused is null && (Case.IsSound ? Findings.Count == 0 : Findings.Any(finding => finding.Severity >= Severity.Warning));

        public override string ToString() => $"{Mode}: {Case}: {Refused ?? (Findings.Count == 0 ? "nothing found" : string.Join("; ", Findings.Select(finding => $"{finding.Rule} {finding.Message}")))}";
    }

    public async Task<IReadOnlyList<Result>> RunAsync(IReadOnlyList<AttackCase> cases)
    {
        var results = new List<Result>();
        foreach (var group in cases.GroupBy(attack => attack.Engines, StringComparer.Ordinal))
        {
            var attacks = group.ToList();
            var (leftServer, rightServer) = (group.Key == "mysql" ? mySql : sqlite, group.Key == "sqlite" ? sqlite : mySql);
            var refused = new Dictionary<AttackCase, string>();
            await using var left = await leftServer.CreateDatabaseAsync("left", CancellationToken.None);
            await using var right = await rightServer.CreateDatabaseAsync("right", CancellationToken.None);
            await MakeAsync(left, attacks, isLeft: true, refused);
            await MakeAsync(right, attacks, isLeft: false, refused);
            var (leftSchema, rightSchema) = (await ReadAsync(left), await ReadAsync(right));
            var (stages, rows) = await CompareAsync(leftSchema, rightSchema);
            foreach (var (mode, stage) in stages)
            {
                // Drift compares no views, triggers and what else EF Core does not make.
                var comparable = attacks.Where(attack => mode != "drift" || attack.Place is not ("view" or "trigger" or "sql"));
                results.AddRange(comparable.Select(attack => new Result(attack, mode, [.. stage.Findings.Where(finding => IsOf(finding, attack))], refused.GetValueOrDefault(attack), [.. rows[attack.Table]])));
            }
        }

        return results;
    }

    private static bool IsOf(Finding finding, AttackCase attack)
    {
        string?[] names = [finding.Object.Table, finding.Object.Name];
        return names.Any(name => name == attack.Table || name == $"V{attack.Table}" || name == $"R{attack.Table}" || name == $"L{attack.Number}" || name == $"O{attack.Number}")
            || finding.Message.Contains($"{attack.Table}.", StringComparison.Ordinal) || finding.Message.Contains($"V{attack.Table}:", StringComparison.Ordinal);
    }

    private async Task<(IReadOnlyList<(string Mode, StageResult Stage)> Stages, ILookup<string, string> Rows)> CompareAsync(DatabaseSchema left, DatabaseSchema right)
    {
        DiffSide One(DatabaseSchema schema, string name) => new(name, DiffSource.Database, schema);
        var (a, b) = (One(left, "A"), One(right, "B"));
        if (left.Engine == right.Engine)
        {
            return ([("diff", DiffStage.Run(a, b, null, null)), ("drift", DriftStage.Run(new DriftInput(right, left, null)))], Enumerable.Empty<string>().ToLookup(row => row));
        }

        var (schemas, expressions) = DiffStage.Expressions(a, b, null, null)!.Value;
        var plan = ExecutionPlanner.Plan(schemas, expressions, null);
        var verdicts = await new ExpressionOracle(new SqliteExecution(), new MySqlExecution()).RunAsync(plan, sqlite, mySql, CancellationToken.None);
        var rows = plan.Tables.Concat(plan.Groups.Where(relations => !relations.IsPlanted).SelectMany(relations => relations.Relations))
            .SelectMany(table => table.Rows.Select(row => (table.Left.Name, Row: RowJudge.Row(column => table.Columns.Index().Where(item => item.Item.Name == column).Select(item => row[item.Index]).FirstOrDefault()))))
            .ToLookup(row => row.Name, row => row.Row, StringComparer.Ordinal);
        return ([("diff", DiffStage.Run(a, b, null, null, verdicts)), ("verify", ParityStage.Run(schemas, schemas, null, verdicts: verdicts))], rows);
    }

    private static async Task MakeAsync(IScratchDatabase database, List<AttackCase> cases, bool isLeft, Dictionary<AttackCase, string> refused)
    {
        var isSqlite = database.Engine == Engine.Sqlite;
        await using System.Data.Common.DbConnection connection = isSqlite ? new SqliteConnection(database.ConnectionString) : new MySqlConnection(database.ConnectionString);
        await connection.OpenAsync();
        foreach (var attack in cases)
        {
            try
            {
                foreach (var statement in attack.Statements(isLeft, isSqlite))
                {
                    await using var command = connection.CreateCommand();
                    command.CommandText = statement;
                    await command.ExecuteNonQueryAsync();
                }
            }
            catch (System.Data.Common.DbException e)
            {
                refused[attack] = $"{database.Engine}: {e.Message}";
            }
        }
    }

    private static Task<DatabaseSchema> ReadAsync(IScratchDatabase database) => database.Engine == Engine.Sqlite
        ? new SqliteCatalogReader().ReadAsync(database.ConnectionString, CancellationToken.None)
        : new MySqlCatalogReader().ReadAsync(database.ConnectionString, CancellationToken.None);
}
