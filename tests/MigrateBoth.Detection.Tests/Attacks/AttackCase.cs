using System.Text;

namespace MigrateBoth.Detection.Tests.Attacks;

/// <summary>Two expressions in one place of a schema, and what has to be found.</summary>
/// <param name="Number">A number that its objects carry in their names.</param>
/// <param name="Engines"><c>both</c> for one expression on each engine, else the engine that has both.</param>
/// <param name="Place">Where they stand: <c>check</c>, <c>computed</c>, <c>view</c>, <c>trigger</c>, <c>default</c>, <c>column</c>, or <c>sql</c> for whole statements.</param>
/// <param name="Type">The type of the value.</param>
/// <param name="Left">The expression on the left.</param>
/// <param name="Right">The expression on the right.</param>
/// <param name="IsSound">Whether both do the same, so that nothing may be found.</param>
public sealed record AttackCase(int Number, string Engines, string Place, string Type, string Left, string Right, bool IsSound)
{
    private static readonly string[] Columns = ["A", "B", "R", "P", "Code", "Name", "At", "Big"];

    /// <summary>The table that the expression is in or about.</summary>
    public string Table => $"T{Number}";

    /// <summary>
    /// Reads a case file. A line is <c>verdict ;; engines ;; type ;; left ;; right</c>, or <c>… ;; place:type ;; …</c> for one place only; <c>=</c> on the
    /// right represents the same text. <c>sql</c> represents statements beside the table, which <c>//</c> parts: <c>{N}</c> keeps their names apart. An expression without a place is put into each place that takes one.
    /// </summary>
    public static IEnumerable<AttackCase> Read(string file, int first)
    {
        var number = first;
        foreach (var line in File.ReadLines(file).Select(line => line.Trim()).Where(line => line.Length > 0 && line[0] != '#'))
        {
            var parts = line.Split(" ;; ");
            if (parts.Length != 5)
            {
                throw new FormatException($"{Path.GetFileName(file)}: {line}");
            }

            var right = parts[4].Trim() == "=" ? parts[3].Trim() : parts[4].Trim();
            var (places, type) = parts[2].Trim() == "sql" ? (["sql"], "sql") : parts[2].Trim().Split(':') is [var place, var named] ? ([place], named) : (Places(parts[1].Trim(), parts[2].Trim()), parts[2].Trim());
            foreach (var one in places)
            {
                yield return new AttackCase(number++, parts[1].Trim(), one, type, parts[3].Trim(), right, parts[0].Trim() == "same");
            }
        }
    }

    /// <summary>The statements that make the case on one side.</summary>
    public IReadOnlyList<string> Statements(bool isLeft, bool isSqlite)
    {
        var expression = (isLeft ? Left : Right).Replace("{T}", Table, StringComparison.Ordinal).Replace("{N}", $"{Number}", StringComparison.Ordinal);
        var table = $"CREATE TABLE {Table} ({Base(isSqlite)}{Place switch
        {
            "check" => $", CONSTRAINT CK{Number} CHECK ({expression})",
            "computed" => $", X {TypeName(isSqlite)} GENERATED ALWAYS AS ({expression}) STORED",
            "default" => $", X {TypeName(isSqlite)} DEFAULT {expression}",
            "column" => $", X {expression}",
            _ => string.Empty,
        }})";
        return Place switch
        {
            "view" when expression.StartsWith("SELECT", StringComparison.Ordinal) || expression.StartsWith("WITH", StringComparison.Ordinal) => [table, $"CREATE VIEW V{Table} AS {expression}"],
            "view" when Type == "bool" => [table, $"CREATE VIEW V{Table} AS SELECT Id FROM {Table} WHERE {expression}"],
            "view" => [table, $"CREATE VIEW V{Table} AS SELECT Id, {expression} AS X FROM {Table}"],
            "index" => [table, $"CREATE INDEX I{Table} ON {Table} ({(isSqlite ? expression : $"({expression})")})"],
            "sql" => [table, .. expression.Split(" // ")],
            "trigger" => [table, Log(isSqlite), Trigger(expression, isSqlite)],
            _ => [table],
        };
    }

    /// <inheritdoc/>
    public override string ToString() => $"{(IsSound ? "same" : "differs")} {Engines} {Place}:{Type} [{Left}] [{Right}]";

    private static string[] Places(string engines, string type) => (engines, type) switch
    {
        (_, "bool") => ["check", "view", "computed", "trigger"],
        _ => ["computed", "view", "trigger"],
    };

    private static string Base(bool isSqlite) => isSqlite
        ? "Id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, A INTEGER NULL, B INTEGER NULL, R REAL NULL, P TEXT NULL, Code TEXT NULL, Name TEXT NULL, At TEXT NULL, Big INTEGER NULL"
        : "Id int NOT NULL AUTO_INCREMENT PRIMARY KEY, A int NULL, B int NULL, R double NULL, P decimal(10,2) NULL, Code varchar(20) COLLATE utf8mb4_0900_bin NULL, "
            + "Name varchar(40) COLLATE utf8mb4_0900_bin NULL, At datetime(6) NULL, Big bigint NULL";

    private string TypeName(bool isSqlite) => (Type, isSqlite) switch
    {
        ("bool" or "int", true) => "INTEGER",
        ("bool", false) => "tinyint(1)",
        ("int", false) => "bigint",
        ("real", true) => "REAL",
        ("real", false) => "double",
        ("decimal", true) => "TEXT",
        ("decimal", false) => "decimal(20,6)",
        ("text", true) => "TEXT",
        ("text", false) => "varchar(255) COLLATE utf8mb4_0900_bin",
        ("datetime", true) => "TEXT",
        ("datetime", false) => "datetime(6)",
        ("binary", true) => "BLOB",
        ("binary", false) => "varbinary(255)",
        var (own, _) => own,
    };

    private string Log(bool isSqlite) => isSqlite
        ? $"CREATE TABLE L{Number} (Id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, X {TypeName(isSqlite)} NULL)"
        : $"CREATE TABLE L{Number} (Id int NOT NULL AUTO_INCREMENT PRIMARY KEY, X {TypeName(isSqlite)} NULL)";

    /// <summary>A value goes into the log; a whole body stands after its head and a colon.</summary>
    private string Trigger(string expression, bool isSqlite)
    {
        var (head, body) = expression.IndexOf(" :: ", StringComparison.Ordinal) is > 0 and var at ? (expression[..at], expression[(at + 4)..])
            : ("AFTER INSERT", $"INSERT INTO L{Number} (X) VALUES ({OfNewRow(expression)})");
        body = body.Replace("{L}", $"L{Number}", StringComparison.Ordinal);
        return isSqlite && head.Contains(" WHEN ", StringComparison.Ordinal) && head.Split(" WHEN ") is [var fires, var condition]
            ? $"CREATE TRIGGER R{Table} {fires} ON {Table} FOR EACH ROW WHEN {condition} BEGIN {body}; END"
            : $"CREATE TRIGGER R{Table} {head} ON {Table} {(isSqlite ? "" : "FOR EACH ROW ")}BEGIN {body}; END";
    }

    /// <summary>The expression with its columns taken from the row that fires the trigger.</summary>
    private static string OfNewRow(string expression)
    {
        var result = new StringBuilder();
        for (var at = 0; at < expression.Length;)
        {
            var end = at + 1;
            if (expression[at] == '\'')
            {
                while (end < expression.Length && expression[end] != '\'')
                {
                    end++;
                }

                end = Math.Min(end + 1, expression.Length);
            }
            else if (char.IsLetter(expression[at]))
            {
                while (end < expression.Length && (char.IsLetterOrDigit(expression[end]) || expression[end] == '_'))
                {
                    end++;
                }

                result.Append(Columns.Contains(expression[at..end]) ? "NEW." : string.Empty);
            }

            result.Append(expression, at, end - at);
            at = end;
        }

        return result.ToString();
    }
}
