using MigrateBoth.Core.Schema;
using MigrateBoth.Sqlite.Sql;

namespace MigrateBoth.Sqlite.Tests.Generated;

/// <summary>Makes tables that SQLite accepts out of everything the schema records can say.</summary>
internal sealed class RandomTables(Random dice)
{
    private static readonly string[] Types =
        ["INTEGER", "TEXT", "BLOB", "REAL", "int", "varchar(50)", "DECIMAL( 18 , 2 )", "double precision", "unsigned big int", "", "datetime", "nvarchar(4000)"];

    private static readonly string[] StrictTypes = ["INTEGER", "TEXT", "BLOB", "REAL", "INT", "ANY"];

    private static readonly string[] Collations = ["NOCASE", "RTRIM", "BINARY"];

    private static readonly string[] Defaults =
    [
        "'x'", "'it''s'", "''", "')'", "' -- '", "'/*'", "42", "-1", "+7", "1.50", "-.5e3", "x'01ab'", "TRUE", "false", "NULL",
        "CURRENT_TIMESTAMP", "(1 + (2))", "('a' || ')')", "((('deep')))", "(strftime('%Y', 'now'))", "1_000", "0x1F",
    ];

    private readonly RandomNames _names = new(dice);

    public IReadOnlyList<Table> Make(int count)
    {
        var tables = new List<Table>();
        for (var i = 0; i < count; i++)
        {
            tables.Add(MakeTable(tables));
        }

        return tables;
    }

    private Table MakeTable(List<Table> others)
    {
        var isStrict = Chance(5);
        var columns = Enumerable.Range(1, dice.Next(1, 8)).Select(i => MakeColumn(i, isStrict)).ToList();
        var names = columns.Select(c => c.Name).ToList();
        var key = Chance(4) ? null : new PrimaryKey(MaybeName(), Some(names));
        var isWithoutRowid = key is not null && Chance(4);
        if (key is { Columns.Count: 1 } && !isWithoutRowid && Chance(2))
        {
            var at = names.IndexOf(key.Columns[0]);
            columns[at] = columns[at] with { Type = StoreTypeParser.Parse("INTEGER"), IsIdentity = Chance(2), Collation = null };
        }

        // SQLite forgot to demand it of other tables and has to live with that.
        var hasKeyNotNull = isWithoutRowid || (isStrict && key is not null && !IsRowid(key, columns));
        columns = [.. columns.Select(c => hasKeyNotNull && key!.Columns.Contains(c.Name) ? c with { IsNullable = false } : c)];
        var generated = Enumerable.Range(columns.Count + 1, dice.Next(3)).Select(i => MakeGenerated(i, names, isStrict)).ToList();
        columns.AddRange(generated);
        return new Table
        {
            Name = _names.Next(),
            Columns = columns,
            PrimaryKey = key,
            UniqueConstraints = MakeUniques(names, key),
            Indexes = [.. Enumerable.Range(0, dice.Next(3)).Select(_ => MakeIndex(columns))],
            ForeignKeys = [.. Enumerable.Range(0, dice.Next(3)).Select(_ => MakeForeignKey(names, others))],
            Checks = [.. Enumerable.Range(0, dice.Next(3)).Select(_ => new CheckConstraint(MaybeName(), Expression(names)))],
            Options = Options(isStrict, isWithoutRowid),
        };
    }

    private static bool IsRowid(PrimaryKey key, List<Column> columns) =>
        key.Columns.Count == 1 && columns.Single(c => c.Name == key.Columns[0]).Type.Name == "integer";

    private Column MakeColumn(int ordinal, bool isStrict)
    {
        var text = Chance(2) ? null : Pick(Defaults);
        return new Column
        {
            Name = _names.Next(),
            Ordinal = ordinal,
            Type = StoreTypeParser.Parse(Pick(isStrict ? StrictTypes : Types)),
            IsNullable = Chance(2),

            // The parser of defaults has tests of its own; here its answer is only carried through the table.
            Default = DefaultParser.Parse(text),
            Collation = Chance(3) ? Pick(Collations) : null,
        };
    }

    private Column MakeGenerated(int ordinal, List<string> names, bool isStrict) => new()
    {
        Name = _names.Next(),
        Ordinal = ordinal,
        Type = StoreTypeParser.Parse(Pick(isStrict ? StrictTypes : Types)),
        IsNullable = Chance(2),
        Generated = new GeneratedColumn(Expression(names), IsStored: Chance(2)),
    };

    private List<UniqueConstraint> MakeUniques(List<string> names, PrimaryKey? key)
    {
        var sets = new HashSet<string>([string.Join('\n', key?.Columns ?? [])], StringComparer.Ordinal);
        return
        [
            .. Enumerable.Range(0, dice.Next(3))
                .Select(_ => new UniqueConstraint(MaybeName(), Some(names)))
                .Where(u => sets.Add(string.Join('\n', u.Columns))),
        ];
    }

    private TableIndex MakeIndex(List<Column> columns) => new()
    {
        Name = _names.Next(),
        IsUnique = Chance(2),
        Parts = [.. Some([.. columns.Select(c => c.Name)]).Select(name => MakePart(columns.Single(c => c.Name == name)))],
        Filter = Chance(3) ? Expression([.. columns.Select(c => c.Name)]) : null,
    };

    private IndexPart MakePart(Column column)
    {
        var collation = Chance(3) ? Pick(Collations) : null;
        var isOwn = collation is not null && collation == (column.Collation ?? "BINARY");
        return Chance(4)
            ? new IndexPart { Expression = "1 + " + Expression([column.Name]), IsDescending = Chance(2), Collation = collation }
            : new IndexPart { Column = column.Name, IsDescending = Chance(2), Collation = isOwn ? null : collation };
    }

    private ForeignKey MakeForeignKey(List<string> names, List<Table> others)
    {
        var columns = Some(names);
        var principal = others.Count > 0 && Chance(2) ? others[dice.Next(others.Count)] : null;
        var reaches = principal is not null && principal.Columns.Count >= columns.Count;
        return new ForeignKey
        {
            Name = MaybeName(),
            Columns = columns,
            PrincipalTable = principal?.Name ?? _names.Next(),
            PrincipalColumns = reaches
                ? [.. principal!.Columns.Take(columns.Count).Select(c => c.Name)]
                : [.. columns.Select(_ => _names.Next())],
            OnDelete = Pick(Enum.GetValues<ReferentialAction>()),
            OnUpdate = Pick(Enum.GetValues<ReferentialAction>()),
            IsDeferred = Chance(4),
        };
    }

    private string Expression(List<string> names)
    {
        var column = SqliteNames.Quote(Pick(names));
        return Pick(
        [
            $"{column} <> ')'", $"({column}) || ('it''s (')", $"length({column}, '--') > 1".Replace(", '--'", string.Empty, StringComparison.Ordinal),
            $"{column} IN (1, 'a,b', x'00') AND {column} NOT NULL", $"coalesce({column}, ';', '/*')", $"CASE WHEN {column} THEN 'CHECK (' ELSE 1e-5 END",
            $"-{column}", column, $"{column} -- a comment )\n + 1", $"{column} /* ' */ + 1", $"CAST({column} AS INTEGER) % 2 = 0",
        ]);
    }

    private static Dictionary<string, string> Options(bool isStrict, bool isWithoutRowid)
    {
        var options = new Dictionary<string, string>();
        if (isStrict)
        {
            options["strict"] = "true";
        }

        if (isWithoutRowid)
        {
            options["without_rowid"] = "true";
        }

        return options;
    }

    /// <summary>Between one and all of the names, in any order.</summary>
    private List<string> Some(List<string> names)
    {
        var shuffled = names.ToArray();
        dice.Shuffle(shuffled);
        return [.. shuffled.Take(dice.Next(1, Math.Min(names.Count, 4) + 1))];
    }

    private string? MaybeName() => Chance(3) ? null : _names.Next();

    private T Pick<T>(IReadOnlyList<T> from) => from[dice.Next(from.Count)];

    /// <summary>Once in so many times.</summary>
    private bool Chance(int oneIn) => dice.Next(oneIn) == 0;
}
