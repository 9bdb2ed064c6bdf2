using System.Data.Common;
using System.Globalization;
using MigrateBoth.Core.Rows;
using MigrateBoth.Core.Scratch;
using Microsoft.Data.Sqlite;
using MySqlConnector;

namespace MigrateBoth.Detection.Tests.Attacks;

/// <summary>Evaluates pairs over rows of its own on both engines, apart from the product: what the product lets pass must not differ here.</summary>
public sealed class RowJudge(IScratchServer sqlite, IScratchServer mySql)
{
    private const string Refused = "refused";

    private static readonly AttackCase Plain = new(0, "both", "grid", "int", "", "", IsSound: true);
    private static readonly string?[] Numbers = [null, "-3", "-1", "0", "1", "2", "5"];
    private static readonly string?[] Fractions = [null, "-1.5", "0.0", "0.5", "2.0", "2.5"];
    private static readonly string?[] Texts = [null, "''", "'a'", "'A'", "'ab'", "'b'", "'1'", "'aé'", "'Ab '"];

    /// <summary>A row as SQL that both engines take; what is not given is NULL.</summary>
    public static string Row(Func<string, LogicalValue?> value) =>
        string.Join(", ", new[] { "A", "B", "R", "Code", "Name" }.Select(column => value(column) is { } given ? Literal(given) : "NULL"));

    /// <summary>
    /// Makes a case on both engines and stores the given rows one after the other: the first for which one engine refuses the row, stores another value or
    /// shows another view; null when there is none. A row that a table without the case does not take says nothing of the case.
    /// </summary>
    public async Task<string?> FindDifferenceAsync(AttackCase attack, IReadOnlyList<string> rows)
    {
        await using var left = await sqlite.CreateDatabaseAsync("replay", CancellationToken.None);
        await using var right = await mySql.CreateDatabaseAsync("replay", CancellationToken.None);
        await using DbConnection onLeft = new SqliteConnection(left.ConnectionString);
        await using DbConnection onRight = new MySqlConnection(right.ConnectionString);
        foreach (var (connection, isSqlite) in new[] { (onLeft, true), (onRight, false) })
        {
            await connection.OpenAsync();
            await MakeAsync(connection, attack, isSqlite);
            await MakeAsync(connection, Plain, isSqlite);
        }

        foreach (var row in rows)
        {
            if (await StoredAsync(onLeft, Plain, row) == Refused || await StoredAsync(onRight, Plain, row) == Refused)
            {
                continue;
            }

            var (l, r) = (await StoredAsync(onLeft, attack, row), await StoredAsync(onRight, attack, row));
            if (!Same(l, r))
            {
                return $"({row}): {l ?? "NULL"} on SQLite, {r ?? "NULL"} on MySQL";
            }
        }

        return null;
    }

    /// <summary>The cases whose expressions give something else for some row, with that row.</summary>
    public async Task<IReadOnlyDictionary<AttackCase, string>> DifferAsync(IReadOnlyList<AttackCase> cases)
    {
        await using var left = await sqlite.CreateDatabaseAsync("grid", CancellationToken.None);
        await using var right = await mySql.CreateDatabaseAsync("grid", CancellationToken.None);
        await using DbConnection onLeft = new SqliteConnection(left.ConnectionString);
        await using DbConnection onRight = new MySqlConnection(right.ConnectionString);
        await FillAsync(onLeft, isSqlite: true);
        await FillAsync(onRight, isSqlite: false);
        var differing = new Dictionary<AttackCase, string>();
        foreach (var attack in cases)
        {
            var (l, r) = (await ValuesAsync(onLeft, attack, attack.Left), await ValuesAsync(onRight, attack, attack.Right));
            var at = l is null || r is null ? -1 : Enumerable.Range(0, l.Count).FirstOrDefault(row => !Same(l[row], r[row]), -1);
            if (at >= 0)
            {
                differing[attack] = $"row {at}: {l![at] ?? "NULL"} on SQLite, {r![at] ?? "NULL"} on MySQL";
            }
        }

        return differing;
    }

    private static string Literal(LogicalValue value) => value.Value switch
    {
        string text => $"'{text.Replace("'", "''", StringComparison.Ordinal)}'",
        bool or decimal or double => value.ToString(),
        IFormattable whole and (int or long or ulong) => whole.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString(),
    };

    private static async Task<string?> StoredAsync(DbConnection connection, AttackCase attack, string row)
    {
        try
        {
            await RunAsync(connection, $"DELETE FROM {attack.Table}; INSERT INTO {attack.Table} (Id, A, B, R, Code, Name) VALUES (1, {row})");
            await using var command = connection.CreateCommand();
            command.CommandText = attack.Place switch
            {
                "view" => $"SELECT count(*) FROM V{attack.Table}",
                "computed" => $"SELECT X FROM {attack.Table}",
                _ => $"SELECT count(*) FROM {attack.Table}",
            };
            var value = await command.ExecuteScalarAsync();
            return value is null or DBNull ? null : Convert.ToString(value, CultureInfo.InvariantCulture);
        }
        catch (DbException)
        {
            return Refused;
        }
    }

    private static async Task RunAsync(DbConnection connection, string statement)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = statement;
        await command.ExecuteNonQueryAsync();
    }

    private static async Task MakeAsync(DbConnection connection, AttackCase attack, bool isSqlite)
    {
        foreach (var statement in attack.Statements(isSqlite, isSqlite))
        {
            await RunAsync(connection, statement);
        }
    }

    private static async Task FillAsync(DbConnection connection, bool isSqlite)
    {
        await connection.OpenAsync();
        await MakeAsync(connection, Plain, isSqlite);
        var rows = Numbers.SelectMany((a, i) => Numbers.Select((b, j) => $"({a ?? "NULL"}, {b ?? "NULL"}, {Fractions[(i + (j * 5)) % Fractions.Length] ?? "NULL"}, {Texts[(i + j) % Texts.Length] ?? "NULL"}, {Texts[((i * 2) + j) % Texts.Length] ?? "NULL"})"));
        await RunAsync(connection, $"INSERT INTO T0 (A, B, R, Code, Name) VALUES {string.Join(", ", rows)}");
    }

    /// <summary>The value for each row; null when the engine refuses one of them.</summary>
    private static async Task<List<string?>?> ValuesAsync(DbConnection connection, AttackCase attack, string expression)
    {
        var value = attack.Place == "check" ? $"CASE WHEN NOT ({expression}) THEN 0 ELSE 1 END" : attack.Place == "view" ? $"CASE WHEN {expression} THEN 1 ELSE 0 END" : expression;
        try
        {
            await using var command = connection.CreateCommand();
            command.CommandText = $"SELECT {value} FROM T0 ORDER BY Id";
            await using var reader = await command.ExecuteReaderAsync();
            var values = new List<string?>();
            while (await reader.ReadAsync())
            {
                values.Add(reader.IsDBNull(0) ? null : Convert.ToString(reader.GetValue(0), CultureInfo.InvariantCulture));
            }

            return values;
        }
        catch (DbException)
        {
            return null;
        }
    }

    private static bool Same(string? left, string? right) =>
        left == right
        || (double.TryParse(left, NumberStyles.Float, CultureInfo.InvariantCulture, out var l) && double.TryParse(right, NumberStyles.Float, CultureInfo.InvariantCulture, out var r)
            && Math.Abs(l - r) <= 1e-9 * Math.Max(1, Math.Max(Math.Abs(l), Math.Abs(r))));
}
