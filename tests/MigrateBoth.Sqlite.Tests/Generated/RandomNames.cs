namespace MigrateBoth.Sqlite.Tests.Generated;

/// <summary>Names that no two objects of a database share, most of them unfriendly.</summary>
internal sealed class RandomNames(Random dice)
{
    private static readonly string[] Stems =
    [
        "a", "Id", "order", "select", "CHECK", "x y", "a\"b", "a`b", "a]b", "a'b", "é", "É", "表", "--", "/*", "*/", "(", ")", ",", ";",
        "a.b", "CONSTRAINT", "primary key", "AS", "GENERATED", "desc", "\t", "$", "1", "NULL", "'", "''", "[",
    ];

    private readonly HashSet<string> _taken = new(SqliteNames.Comparer);

    public string Next()
    {
        while (true)
        {
            var name = dice.Next(3) == 0 ? Stem() + Stem() : Stem() + dice.Next(1000);
            if (_taken.Add(name))
            {
                return name;
            }
        }
    }

    private string Stem() => Stems[dice.Next(Stems.Length)];
}
