using System.Text.Json;

namespace MigrateBoth.Core.Configuration.Json;

/// <summary>A JSON value that remembers its line.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Line">Where it begins, from 1.</param>
/// <param name="Text">A string's value or a scalar's text; null for objects and arrays.</param>
/// <param name="Members">An object's members in order.</param>
/// <param name="Items">An array's items.</param>
internal sealed record JsonItem(
    JsonValueKind Kind,
    int Line,
    string? Text,
    IReadOnlyList<JsonMember> Members,
    IReadOnlyList<JsonItem> Items);
