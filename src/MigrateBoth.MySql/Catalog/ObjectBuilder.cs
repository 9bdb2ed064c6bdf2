using System.Globalization;
using MigrateBoth.Core;
using MigrateBoth.Core.Schema;

namespace MigrateBoth.MySql.Catalog;

/// <summary>
/// Makes triggers, and writes down routines, events, libraries and partitions whole: no other engine has their like, so that all that is known of one is in
/// its text, which two databases of one engine are compared by and an acceptance is pinned to.
/// </summary>
internal sealed class ObjectBuilder(CatalogRows rows)
{
    /// <summary>How the procedures begin that Pomelo makes and drops again around a primary key (catalogue row M-21).</summary>
    private const string PomeloPrefix = "POMELO_";

    private readonly ILookup<(string Routine, string Type), ObjectRow> _parameters =
        rows.Objects.Where(row => row.Kind == "parameter").ToLookup(row => (row.Owner, row.Detail));

    private readonly ILookup<(string Table, string When), ObjectRow> _triggers =
        rows.Objects.Where(row => row.Kind == "trigger").ToLookup(row => (row.Owner, row.Detail));

    /// <summary>The triggers, and those whose body the catalog does not show as it was written.</summary>
    public (IReadOnlyList<Trigger> Triggers, IReadOnlyList<UnreadObject> Unread) Triggers()
    {
        var all = rows.Objects.Where(row => row.Kind == "trigger").OrderBy(row => row.Name, StringComparer.Ordinal).ToList();
        return ([.. all.Where(row => Body(row) is not null).Select(Trigger)], [.. all.Where(row => Body(row) is null).Select(row => Doubtful(row, new ObjectPath(row.Owner, row.Name)))]);
    }

    /// <summary>A routine, event or library.</summary>
    public UnreadObject Unread(ObjectRow row)
    {
        if (row.Text is null)
        {
            return new UnreadObject(row.Kind, new ObjectPath(row.Name), row.Detail, $"the account may not see the body of this {Word(row)}", IsHidden: true);
        }

        if (Body(row) is not { } body)
        {
            return Doubtful(row, new ObjectPath(row.Name));
        }

        var reason = row.Kind == "routine" && row.Name.StartsWith(PomeloPrefix, StringComparison.Ordinal)
            ? "a migration that failed half way left it behind: Pomelo makes it and drops it again; drop it"
            : $"a {Word(row)} cannot be compared with the other engine";
        string?[] head = row.Kind switch
        {
            "routine" => Routine(row),
            "event" => Event(row),
            _ => [row.Kind.ToUpperInvariant(), $"LANGUAGE {row.Detail}"],
        };
        string?[] parts = [.. head, Said("COMMENT", row["comment"]), .. Circumstances(row).Select(fact => $"[{fact.Key} {fact.Value}]"), body];
        return new UnreadObject(row.Kind, new ObjectPath(row.Name), string.Join(' ', parts.Where(part => !string.IsNullOrEmpty(part))), reason);
    }

    /// <summary>A table's partitions; null when it has none.</summary>
    public static UnreadObject? Partitions(string table, IEnumerable<ObjectRow> partitions)
    {
        var ordered = partitions.OrderBy(row => Number(row["position"])).ThenBy(row => Number(row["subposition"])).ToList();
        if (ordered.Count == 0)
        {
            return null;
        }

        var first = ordered[0];
        string[] head =
        [
            $"PARTITION BY {first["method"]} ({first["expression"]})",
            .. first["submethod"].Length > 0 ? [$"SUBPARTITION BY {first["submethod"]} ({first["subexpression"]})"] : Array.Empty<string>(),
        ];
        return new UnreadObject("partitioned table", new ObjectPath(table), $"{string.Join(' ', head)} ({string.Join(", ", ordered.Select(Partition))})", "partitions cannot be compared with the other engine");
    }

    /// <summary>With whose rights a view reads, and whether rows can be changed through it.</summary>
    public static IReadOnlyDictionary<string, string> Attributes(ViewRow? view, string account)
    {
        var attributes = new SortedDictionary<string, string>(StringComparer.Ordinal);
        if (view is not null)
        {
            Add(attributes, "security", view.Security);
            Add(attributes, "updatable", view.IsUpdatable);
            Add(attributes, "definer", view.Security == "INVOKER" || view.Definer == account ? string.Empty : view.Definer);
        }

        return attributes;
    }

    private Trigger Trigger(ObjectRow row)
    {
        var space = row.Detail.IndexOf(' ', StringComparison.Ordinal);
        var attributes = Circumstances(row);
        var others = _triggers[(row.Owner, row.Detail)].OrderBy(other => Number(other["order"])).ToList();
        if (others.Count > 1)
        {
            attributes["order"] = string.Create(CultureInfo.InvariantCulture, $"{others.IndexOf(row) + 1} of {others.Count}");
        }

        return new Trigger(row.Name, row.Owner, row.Detail[..space], row.Detail[(space + 1)..], Body(row)!) { Attributes = attributes };
    }

    private string?[] Routine(ObjectRow row)
    {
        var parameters = _parameters[(row.Name, row.Detail)].OrderBy(parameter => Number(parameter["position"])).ToLookup(parameter => parameter["position"] == "0");
        return
        [
            row.Detail,
            $"({string.Join(", ", parameters[false].Select(Parameter))})",
            .. parameters[true].Select(result => $"RETURNS {Parameter(result)}"),
            Said("LANGUAGE", row["language"] is "SQL" ? string.Empty : row["language"]),
            row["deterministic"] == "YES" ? "DETERMINISTIC" : "NOT DETERMINISTIC",
            row["access"],
            Said("SQL SECURITY", row["security"]),
        ];
    }

    private static string?[] Event(ObjectRow row) =>
    [
        "EVENT ON SCHEDULE",
        Said("AT", row["at"]),
        Said("EVERY", $"{row["every"]} {row["unit"]}".Trim()),
        Said("STARTS", row["starts"]),
        Said("ENDS", row["ends"]),
        Said("ON COMPLETION", row["completion"]),
        row["status"],
        Said("TIME ZONE", row["zone"]),
    ];

    /// <summary>What the body is run under. The account that reads is the one that made what it made; the database's own collation is said elsewhere.</summary>
    private SortedDictionary<string, string> Circumstances(ObjectRow row)
    {
        var facts = new SortedDictionary<string, string>(StringComparer.Ordinal);
        Add(facts, "sql_mode", row["sql_mode"]);
        Add(facts, "definer", row["security"] == "INVOKER" || row["definer"] == rows.Database.Account ? string.Empty : row["definer"]);
        Add(facts, "connection collation", row["collation"]);
        Add(facts, "database collation", row["database"] == rows.Database.Collation ? string.Empty : row["database"]);
        return facts;
    }

    private string? Body(ObjectRow row) => CreateStatements.IsDoubtful(row.Text)
        ? CreateStatements.Body(rows.Statements.GetValueOrDefault(CreateStatements.KeyOf(row)), row.Text!)
        : row.Text ?? string.Empty;

    private static UnreadObject Doubtful(ObjectRow row, ObjectPath path) =>
        new(row.Kind, path, row.Text ?? string.Empty, "its body holds '?', which the server's catalog also shows for characters that it cannot represent");

    private static string Parameter(ObjectRow row) =>
        string.Join(' ', new[] { row["mode"], row.Name, row.Text, Said("COLLATE", row["collation"]) }.Where(part => !string.IsNullOrEmpty(part)));

    private static string Partition(ObjectRow row) => string.Join(
        ' ',
        new[] { row.Name, row.Detail, Said("VALUES", row.Text), Said("COMMENT", row["comment"]), Said("TABLESPACE", row["tablespace"]) }.Where(part => !string.IsNullOrEmpty(part)));

    private static void Add(SortedDictionary<string, string> facts, string name, string value)
    {
        if (value.Length > 0)
        {
            facts[name] = value;
        }
    }

    private static string Said(string word, string? value) => string.IsNullOrEmpty(value) ? string.Empty : $"{word} {value}";

    private static int Number(string text) => int.TryParse(text, CultureInfo.InvariantCulture, out var number) ? number : 0;

    private static string Word(ObjectRow row) => row.Kind == "routine" ? row.Detail.ToLowerInvariant() : row.Kind;
}

/// <summary>Makes a view. Whether it still resolves is said by TABLES: in its comment, and by listing no columns (catalogue row M-19).</summary>
internal static class ViewBuilder
{
    public static View Build(TableRow table, IEnumerable<ColumnRow> columns, ViewRow? definition, DatabaseRow database)
    {
        var names = columns.OrderBy(c => c.Ordinal).Select(c => c.Name).ToList();
        var isValid = table.Comment == "VIEW" && names.Count > 0;
        return new View(table.Name, isValid ? names : [], Definition(definition, database.Name), isValid) { Attributes = ObjectBuilder.Attributes(definition, database.Account) };
    }

    private static string Definition(ViewRow? row, string database)
    {
        if (row is null)
        {
            return string.Empty;
        }

        var select = SqlText.Unqualify(row.Definition, database);
        return row.CheckOption is "" or "NONE" ? select : $"{select} with {row.CheckOption.ToLowerInvariant()} check option";
    }
}
