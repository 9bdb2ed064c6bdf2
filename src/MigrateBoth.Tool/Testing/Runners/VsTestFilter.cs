namespace MigrateBoth.Tool.Testing.Runners;

/// <summary>Writes filters in the language of VSTest, which most runners understand.</summary>
internal static class VsTestFilter
{
    /// <summary>The filter of a selection, or null for everything.</summary>
    public static string? Of(TestSelection selection)
    {
        List<string> parts = [];
        if (selection.Filter is { } own)
        {
            parts.Add(own);
        }

        if (selection.Classes is { } classes)
        {
            parts.Add(string.Join('|', classes.Select(name => $"FullyQualifiedName~{Escape(name)}.")));
        }

        if (selection.Methods is { } methods)
        {
            parts.Add(string.Join('|', methods.Select(name => $"FullyQualifiedName~{Escape(name)}")));
        }

        return parts.Count switch
        {
            0 => null,
            1 => parts[0],
            _ => string.Join('&', parts.Select(part => $"({part})")),
        };
    }

    private static string Escape(string name) => string.Concat(name.Select(c => c is '\\' or '(' or ')' or '&' or '|' or '=' or '!' or '~' ? $"\\{c}" : c.ToString()));
}
