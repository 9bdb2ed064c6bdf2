using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace MigrateBoth.Tool.Commands.Init;

/// <summary>Properties as they are written down, nearest file first; conditions are not evaluated.</summary>
internal sealed partial class ProjectProperties(IReadOnlyList<XDocument> documents)
{
    /// <summary>A property's text with the properties in it replaced, or null.</summary>
    public string? this[string name] => Expand(Written(name));

    /// <summary>A text with its properties replaced; null when one of them is not written down.</summary>
    public string? Expand(string? text)
    {
        // One level is what version properties have; more would need MSBuild.
        var expanded = text is null ? null : Reference().Replace(text, match => Written(match.Groups["name"].Value) ?? match.Value);
        return expanded is null || expanded.Contains("$(", StringComparison.Ordinal) ? null : expanded;
    }

    private string? Written(string name) =>
        documents.SelectMany(document => document.Descendants())
            .FirstOrDefault(element => element.Name.LocalName == name && element.Parent?.Name.LocalName == "PropertyGroup")?.Value;

    [GeneratedRegex("""\$\((?<name>\w+)\)""")]
    private static partial Regex Reference();
}
