using MigrateBoth.Core.Schema;

namespace MigrateBoth.Core.Tests.Fixtures;

/// <summary>Random schemas, the same for the same seed, with hostile names.</summary>
internal sealed class RandomSchema(int seed, Engine engine)
{
    private static readonly string[] Hostile =
        ["Order", "select", "a.b", "with space", "quote\"d", "back`tick", "it's", "[brackets]", "ünïcode", "日本", "😀", "", ".", "--x", "/*", "a;b", new('x', 64), "%", "\\"];

    private static readonly string[] Expressions =
        ["A > 0", "length(A) <= 3 AND B IS NOT NULL", "CASE WHEN A THEN 1 END", "it is no expression", "A = 'open", "(((A)))", "", "SELECT 1", "f(g(h(1,2),3),4)", "-- nothing"];

    private readonly Random _random = new(seed);

    public DatabaseSchema Next() => new()
    {
        Engine = engine,
        Server = new ServerIdentity("X", "1"),
        DefaultCollation = Maybe("utf8mb4_bin"),
        Tables = [.. Names(_random.Next(0, 6)).Select(Table)],
        Views = [.. Names(_random.Next(0, 3)).Select(name => new View(name, ["A"], Expression(), _random.Next(5) > 0))],
        Triggers = [.. Names(_random.Next(0, 3)).Select(name => new Trigger(name, "T", "AFTER", "INSERT", Expression()))],
    };

    private Table Table(string name)
    {
        var columns = Names(_random.Next(1, 7));
        return new Table
        {
            Name = name,
            Columns = [.. columns.Select(Column)],
            PrimaryKey = _random.Next(4) == 0 ? null : new PrimaryKey(Maybe("PK"), Some(columns)),
            UniqueConstraints = [.. Names(_random.Next(0, 2)).Select(n => new UniqueConstraint(Maybe(n), Some(columns)))],
            Indexes = [.. Names(_random.Next(0, 4)).Select(n => Index(n, columns))],
            ForeignKeys = [.. Names(_random.Next(0, 3)).Select(n => Key(n, columns))],
            Checks = [.. Names(_random.Next(0, 3)).Select(n => new CheckConstraint(Maybe(n), Expression(), Coin()))],
            Comment = Maybe("comment"),
            Collation = Maybe("utf8mb4_bin"),
            Options = Coin() ? new Dictionary<string, string> { ["strict"] = "" } : new Dictionary<string, string>(),
        };
    }

    private Column Column(string name) => new()
    {
        Name = name,
        Ordinal = 1,
        Type = StoreTypeParser.Parse(Pick("INTEGER", "TEXT", "varchar(50)", "decimal(18,2)", "enum('a','b')", "", "MONEY")),
        IsNullable = Coin(),
        Default = Coin() ? null : new ColumnDefault(Pick(Enum.GetValues<ColumnDefaultKind>()), Expression(), Expression()),
        Generated = _random.Next(5) == 0 ? new GeneratedColumn(Expression(), Coin()) : null,
        IsIdentity = _random.Next(5) == 0,
        Collation = Maybe("NOCASE"),
        Comment = Maybe("comment"),
        OnUpdate = Maybe("CURRENT_TIMESTAMP"),
        IsInvisible = _random.Next(9) == 0,
    };

    private TableIndex Index(string name, string[] columns) => new()
    {
        Name = name,
        IsUnique = Coin(),
        Filter = _random.Next(4) == 0 ? Expression() : null,
        Parts =
        [
            .. Some(columns).Select(column => _random.Next(5) == 0
                ? new IndexPart { Expression = Expression() }
                : new IndexPart { Column = column, IsDescending = Coin() }),
        ],
    };

    private ForeignKey Key(string name, string[] columns) => new()
    {
        Name = Maybe(name),
        Columns = [columns[0]],
        PrincipalTable = Pick(Hostile),
        PrincipalColumns = ["Id"],
        OnDelete = Pick(Enum.GetValues<ReferentialAction>()),
        OnUpdate = Pick(Enum.GetValues<ReferentialAction>()),
    };

    private string Expression() => Pick(Expressions);

    private string? Maybe(string text) => Coin() ? text : null;

    private bool Coin() => _random.Next(2) == 0;

    private T Pick<T>(params T[] items) => items[_random.Next(items.Length)];

    private string[] Names(int count) => [.. Hostile.OrderBy(_ => _random.Next()).Take(count)];

    private List<string> Some(string[] names) => [.. names.OrderBy(_ => _random.Next()).Take(_random.Next(1, names.Length + 1))];
}
