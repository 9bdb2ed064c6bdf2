using System.Text.RegularExpressions;
using MigrateBoth.Core.Model;

namespace MigrateBoth.Core.Schema;

/// <summary>
/// Removes tables that do not belong to the application from a schema: tables and views that the configuration ignores, those of other contexts that share the
/// database, and those in which tools of other ecosystems record what they have applied. Tables that the model maps are always kept. The removed tables are recorded, so that reports can list them.
/// </summary>
/// <param name="patterns">Patterns of names; <c>*</c> and <c>?</c> are wildcards.</param>
/// <param name="others">The other contexts.</param>
public sealed class ForeignTables(IReadOnlyList<string> patterns, IReadOnlyList<OtherContext> others)
{
    private readonly object _lock = new();
    private readonly SortedSet<string> _ignored = new(StringComparer.Ordinal);
    private readonly SortedSet<string> _mapped = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, SortedSet<string>> _ofTools = new(StringComparer.Ordinal);
    private readonly Dictionary<string, SortedSet<string>> _ofOthers = others.Select(other => other.Name).Distinct().ToDictionary(name => name, _ => new SortedSet<string>(StringComparer.Ordinal));
    private readonly List<Regex> _patterns = [.. patterns.Select(Pattern)];

    /// <summary>The schema without them, and without the triggers on them.</summary>
    /// <param name="schema">What was read.</param>
    /// <param name="model">The model of the schema's engine; null without a project.</param>
    public DatabaseSchema Without(DatabaseSchema schema, EngineModel? model)
    {
        ArgumentNullException.ThrowIfNull(schema);
        var mapped = (model?.Tables.Select(table => table.Name) ?? []).Concat(model?.Views ?? []).ToHashSet(StringComparer.OrdinalIgnoreCase);
        var ofTools = schema.Tables
            .Where(table => !mapped.Contains(table.Name))
            .Select(table => (table.Name, BookkeepingTable.Of(table)?.Tool))
            .Where(table => table.Tool is not null)
            .ToDictionary(table => table.Name, table => table.Tool!, StringComparer.Ordinal);
        if (patterns.Count == 0 && others.Count == 0 && ofTools.Count == 0)
        {
            return schema;
        }

        bool Stays(string name) => !IsForeign(name, schema.Engine, mapped, ofTools);
        return schema with
        {
            MadeBy = ofTools.Values.FirstOrDefault(),
            Tables = [.. schema.Tables.Where(table => Stays(table.Name))],
            Views = [.. schema.Views.Where(view => Stays(view.Name))],
            Triggers = [.. schema.Triggers.Where(trigger => Stays(trigger.Table))],
            Unread = [.. schema.Unread.Where(item => item.IsHidden || !IsOfTable(item) || Stays(item.Path!.Table))],
        };
    }

    /// <summary>What is left out, in words, whether or not there was any of it.</summary>
    public IReadOnlyList<string> Describe()
    {
        lock (_lock)
        {
            return
            [
                .. _ofTools.Select(tool => $"{tool.Key}'s own tables ({Names(tool.Value)})"),
                .. patterns.Count == 0 ? [] : new[] { $"tables that the configuration ignores ({string.Join(", ", patterns)}): {Names(_ignored)}" },
                .. _mapped.Count == 0 ? [] : new[] { $"checked although the configuration ignores them, because the model maps them: {Names(_mapped)}" },
                .. _ofOthers.Where(other => other.Value.Count > 0).Select(other => $"tables of {other.Key}: {Names(other.Value)}"),
            ];
        }
    }

    private bool IsForeign(string name, Engine engine, HashSet<string> mapped, Dictionary<string, string> ofTools)
    {
        lock (_lock)
        {
            var isIgnored = _patterns.Exists(pattern => pattern.IsMatch(name));
            if (mapped.Contains(name))
            {
                if (isIgnored)
                {
                    _mapped.Add(name);
                }

                return false;
            }

            if (ofTools.TryGetValue(name, out var tool))
            {
                if (!_ofTools.TryGetValue(tool, out var names))
                {
                    _ofTools[tool] = names = new SortedSet<string>(StringComparer.Ordinal);
                }

                names.Add(name);
                return true;
            }

            if (others.FirstOrDefault(other => other.Has(name, engine)) is { } owner)
            {
                _ofOthers[owner.Name].Add(name);
                return true;
            }

            if (isIgnored)
            {
                _ignored.Add(name);
            }

            return isIgnored;
        }
    }

    // Routines and events stand beside tables under a name of their own.
    private static bool IsOfTable(UnreadObject item) =>
        item.Path is not null
        && (item.Path.Name is not null || item.Kind is "foreign key" or "unique constraint" || item.Kind.EndsWith("table", StringComparison.Ordinal) || item.Kind.EndsWith("view", StringComparison.Ordinal));

    private static string Names(SortedSet<string> names) => names.Count == 0 ? "none is there" : string.Join(", ", names);

    private static Regex Pattern(string pattern) => new(
        $"^{Regex.Escape(pattern).Replace("\\*", ".*", StringComparison.Ordinal).Replace("\\?", ".", StringComparison.Ordinal)}$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.Singleline);
}

/// <summary>Another context of the application, which may share the database.</summary>
/// <param name="Name">Its configuration, as reports name it.</param>
/// <param name="Models">Its model under both providers.</param>
public sealed record OtherContext(string Name, EnginePair<EngineModel> Models)
{
    /// <summary>The ids of its migrations.</summary>
    /// <param name="engine">The engine.</param>
    public IEnumerable<string> Migrations(Engine engine) => Models[engine].Migrations.Select(migration => migration.Id);

    /// <summary>Whether it maps a table or view of that name, or keeps its history there.</summary>
    /// <param name="name">The name.</param>
    /// <param name="engine">The engine.</param>
    public bool Has(string name, Engine engine)
    {
        var model = Models[engine];
        return model.Tables.Where(table => !table.IsExcludedFromMigrations).Select(table => table.Name).Concat(model.Views).Append(model.HistoryTable)
            .Contains(name, StringComparer.OrdinalIgnoreCase);
    }
}
