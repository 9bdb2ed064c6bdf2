namespace MigrateBoth.Core.Scratch;

/// <summary>Something outside scratch databases that a migration can change.</summary>
/// <param name="Kind">What it is: <c>database</c>, <c>table</c>, <c>user</c>, <c>grant</c>, <c>variable</c>, <c>file</c> and so on.</param>
/// <param name="Names">Its name, part by part: a statement that makes it has each of them.</param>
/// <param name="State">What it is like, to be compared only: it may hold the digest of a password.</param>
public sealed record OutsideObject(string Kind, IReadOnlyList<string> Names, string State = "")
{
    private const string UnseenKind = "unseen";

    /// <summary>Its whole name.</summary>
    public string Name => Kind is "user" or "grant"
        ? string.Join(" on ", new[] { string.Join("@", Names.Take(2)), string.Join(".", Names.Skip(2)) }.Where(part => part.Length > 0))
        : string.Join(".", Names);

    /// <summary>The statement that takes it away, where there is one.</summary>
    public string? Removal { get; init; }

    /// <summary>Whether it represents all objects of a kind, which the account may change and may not look at.</summary>
    public bool IsUnseen => Kind == UnseenKind;

    /// <summary>All objects of a kind, which could not be looked at.</summary>
    public static OutsideObject Unseen(string kind) => new(UnseenKind, [kind]);

    /// <summary>What it is and how it is called.</summary>
    public override string ToString() => $"{Kind} {Name}";
}

/// <summary>Something outside scratch databases that is not what it was.</summary>
/// <param name="Before">How it was; null when it was not there.</param>
/// <param name="After">How it is; null when it is gone.</param>
public sealed record OutsideChange(OutsideObject? Before, OutsideObject? After)
{
    /// <summary>The object that changed: its new state, or the old one when it was dropped.</summary>
    public OutsideObject Object => After ?? Before!;

    /// <summary>What happened to it.</summary>
    public string Verb => Before is null ? "makes" : After is null ? "drops" : "changes";

    /// <summary>The migration whose SQL names the object; null where none does.</summary>
    public string? Migration { get; init; }

    /// <summary>Whether it was undone.</summary>
    public bool IsUndone { get; init; }

    /// <summary>What differs between two looks at one server. What is inside a database that came or went is not named next to it.</summary>
    public static IReadOnlyList<OutsideChange> Between(IReadOnlyList<OutsideObject> before, IReadOnlyList<OutsideObject> after)
    {
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(after);
        var was = before.ToLookup(item => item.ToString(), StringComparer.Ordinal);
        var now = after.ToLookup(item => item.ToString(), StringComparer.Ordinal);
        List<OutsideChange> changes =
        [
            .. after.Where(item => !was[item.ToString()].Any(other => other.State == item.State)).Select(item => new OutsideChange(was[item.ToString()].FirstOrDefault(), item)),
            .. before.Where(item => !now.Contains(item.ToString())).Select(item => new OutsideChange(item, null)),
        ];
        bool IsWhole(OutsideChange change) => change.Object.Kind is "database" or "user" && (change.Before is null || change.After is null);
        return [.. changes.Where(change => IsWhole(change) || !changes.Exists(whole =>
            IsWhole(whole) && whole.Object.Names.All(change.Object.Names.Contains) && (whole.Object.Kind == "database") == (change.Object.Kind is not ("grant" or "user"))))];
    }

    /// <summary>Whether a statement names the object.</summary>
    public bool IsNamedIn(string sql) => Object.Names.Where(name => name is not ("" or "%" or "localhost")).All(name => Mentions(sql, name));

    private static bool Mentions(string sql, string name)
    {
        ArgumentNullException.ThrowIfNull(sql);
        bool IsPart(int at) => at >= 0 && at < sql.Length && (char.IsLetterOrDigit(sql[at]) || sql[at] is '_' or '$');
        for (var at = sql.IndexOf(name, StringComparison.OrdinalIgnoreCase); at >= 0; at = sql.IndexOf(name, at + 1, StringComparison.OrdinalIgnoreCase))
        {
            if (!IsPart(at - 1) && !IsPart(at + name.Length))
            {
                return true;
            }
        }

        return false;
    }
}
