using System.Text;
using MigrateBoth.Core.Schema;

namespace MigrateBoth.Sqlite.Tests.Generated;

/// <summary>Writes a table as SQL in one of the many ways in which it can be written.</summary>
internal sealed class RandomScript(Random dice)
{
    private static readonly string[] Blanks = [" ", " ", " ", "  ", "\n", "\t", " /* it's ( */ ", " -- \" , (\n", "\r\n", "/**/"];

    public string Write(Table table)
    {
        var inline = new HashSet<object>(ReferenceEqualityComparer.Instance);
        var items = table.Columns.Select(c => Column(table, c, inline)).ToList();
        items.AddRange(Constraints(table, inline).OrderBy(_ => dice.Next()));
        var script = new StringBuilder(Words("CREATE", "TABLE", Name(table.Name), $"({Blank()}{string.Join($"{Blank()},{Blank()}", items)}{Blank()})"));
        script.Append(string.Join(',', table.Options.Keys.OrderBy(_ => dice.Next()).Select(o => Blank() + Words(o.Split('_')))));
        foreach (var index in table.Indexes)
        {
            script.Append(";\n").Append(Index(table, index));
        }

        return script.ToString();
    }

    private string Column(Table table, Column column, HashSet<object> inline)
    {
        var clauses = new List<string>();
        if (!column.IsNullable)
        {
            clauses.Add(Words("NOT", "NULL"));
        }

        if (column.Default is { } value)
        {
            clauses.Add(Words("DEFAULT", value.Text));
        }

        if (column.Collation is { } collation)
        {
            clauses.Add($"{Words("COLLATE")}{Blank()}{collation}");
        }

        if (column.Generated is { } generated)
        {
            // A comment that touches GENERATED becomes a part of the type for SQLite, which a STRICT table refuses.
            var always = table.Options.ContainsKey("strict") ? "GENERATED ALWAYS AS" : Words("GENERATED", "ALWAYS", "AS");
            clauses.Add(Words(dice.Next(2) == 0 ? "AS" : always, Parentheses(generated.Expression), generated.IsStored ? "STORED" : dice.Next(2) == 0 ? "VIRTUAL" : ""));
        }

        clauses.AddRange(InlineKeys(table, column, inline));

        var type = column.Type.Text + (table.Options.ContainsKey("strict") ? " " : Blank());
        return Words(Name(column.Name), $"{type}{Words(clauses.OrderBy(_ => dice.Next()))}");
    }

    /// <summary>The constraints of one column that this time stand at the column.</summary>
    private IEnumerable<string> InlineKeys(Table table, Column column, HashSet<object> inline)
    {
        if (table.PrimaryKey is { Columns.Count: 1 } key && key.Columns[0] == column.Name && (column.IsIdentity || dice.Next(2) == 0))
        {
            inline.Add(key);
            yield return Named(key.Name, Words("PRIMARY", "KEY", column.IsIdentity ? "AUTOINCREMENT" : ""));
        }

        foreach (var unique in table.UniqueConstraints.Where(u => u.Columns.Count == 1 && u.Columns[0] == column.Name && dice.Next(2) == 0))
        {
            inline.Add(unique);
            yield return Named(unique.Name, "UNIQUE");
        }

        foreach (var foreignKey in table.ForeignKeys.Where(f => f.Columns.Count == 1 && f.Columns[0] == column.Name && dice.Next(2) == 0))
        {
            inline.Add(foreignKey);
            yield return Named(foreignKey.Name, References(foreignKey));
        }

        foreach (var check in table.Checks.Where(c => !inline.Contains(c) && dice.Next(4) == 0))
        {
            inline.Add(check);
            yield return Named(check.Name, Words("CHECK", Parentheses(check.Expression)));
        }
    }

    private IEnumerable<string> Constraints(Table table, HashSet<object> inline)
    {
        if (table.PrimaryKey is { } key && !inline.Contains(key))
        {
            yield return Named(key.Name, Words("PRIMARY", "KEY", Names(key.Columns)));
        }

        foreach (var unique in table.UniqueConstraints.Where(u => !inline.Contains(u)))
        {
            yield return Named(unique.Name, Words("UNIQUE", Names(unique.Columns)));
        }

        foreach (var foreignKey in table.ForeignKeys.Where(f => !inline.Contains(f)))
        {
            yield return Named(foreignKey.Name, Words("FOREIGN", "KEY", Names(foreignKey.Columns), References(foreignKey)));
        }

        foreach (var check in table.Checks.Where(c => !inline.Contains(c)))
        {
            yield return Named(check.Name, Words("CHECK", Parentheses(check.Expression)));
        }
    }

    private string References(ForeignKey key)
    {
        List<string> clauses = [];
        Add("DELETE", key.OnDelete);
        Add("UPDATE", key.OnUpdate);
        var deferral = key.IsDeferred
            ? Words("DEFERRABLE", "INITIALLY", "DEFERRED")
            : dice.Next(4) == 0 ? Words("NOT", "DEFERRABLE", "INITIALLY", "DEFERRED") : "";
        return Words(["REFERENCES", Name(key.PrincipalTable), Names(key.PrincipalColumns), .. clauses.OrderBy(_ => dice.Next()), deferral]);

        void Add(string @event, ReferentialAction action)
        {
            if (action != ReferentialAction.NoAction || dice.Next(2) == 0)
            {
                clauses.Add(Words("ON", @event, Action(action)));
            }
        }
    }

    private string Action(ReferentialAction action) => action switch
    {
        ReferentialAction.NoAction => Words("NO", "ACTION"),
        ReferentialAction.SetNull => Words("SET", "NULL"),
        ReferentialAction.SetDefault => Words("SET", "DEFAULT"),
        _ => Words(action.ToString()),
    };

    private string Index(Table table, TableIndex index) => Words(
        "CREATE", index.IsUnique ? "UNIQUE" : "", "INDEX", Name(index.Name), "ON", Name(table.Name),
        $"({string.Join($"{Blank()},{Blank()}", index.Parts.Select(Part))})",
        index.Filter is null ? "" : Words("WHERE", dice.Next(2) == 0 ? index.Filter : Parentheses(index.Filter)));

    private string Part(IndexPart part) => Words(
        part.Column is { } column ? Name(column) : Parentheses(part.Expression!),
        part.Collation is null ? "" : $"{Words("COLLATE")}{Blank()}{part.Collation}",
        part.IsDescending ? "DESC" : dice.Next(3) == 0 ? "ASC" : "");

    private string Named(string? name, string constraint) => name is null ? constraint : Words("CONSTRAINT", Name(name), constraint);

    private string Names(IEnumerable<string> names) => $"({string.Join($"{Blank()},{Blank()}", names.Select(Name))})";

    /// <summary>A comment at the end would hide the parenthesis, and one at the edge is not part of the expression.</summary>
    private string Parentheses(string expression) => dice.Next(3) == 0 ? $"({Blank()}({expression}){Blank()})" : $"({expression})";

    private string Name(string name) => dice.Next(name.Contains(']', StringComparison.Ordinal) ? 2 : 3) switch
    {
        0 => SqliteNames.Quote(name),
        1 => $"`{name.Replace("`", "``", StringComparison.Ordinal)}`",
        _ => $"[{name}]",
    };

    private string Words(params IEnumerable<string> words) => string.Join(
        Blank(),
        words.Where(w => w.Length > 0).Select(w => dice.Next(2) == 0 && w.All(char.IsAsciiLetterUpper) ? w.ToLowerInvariant() : w));

    private string Blank() => Blanks[dice.Next(Blanks.Length)];
}
