using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace MigrateBoth.Tool.Commands.Init;

/// <summary>Properties as they are written, nearest file first. Conditions about the project's name and about properties are evaluated, others count as true.</summary>
/// <param name="documents">The files.</param>
/// <param name="project">The project's name, without folder and extension.</param>
internal sealed partial class ProjectProperties(IReadOnlyList<XDocument> documents, string project)
{
    // Properties refer to properties; a longer chain is taken for a cycle.
    private const int MostLevels = 5;

    // Set by the SDK, by the command line, or for each framework: that a file does not set them says nothing.
    private static readonly string[] Elsewhere = ["Configuration", "Platform", "TargetFramework", "TargetFrameworkIdentifier", "TargetFrameworkVersion", "OS", "SolutionDir", "SolutionName", "MSBuildProjectExtension", "MSBuildProjectDirectory"];

    private readonly HashSet<string> _asked = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>A property's text with the properties in it replaced, or null.</summary>
    public string? this[string name] => Expand(Written(name));

    /// <summary>A text with its properties replaced; null when one of them is not specified.</summary>
    public string? Expand(string? text)
    {
        for (var level = 0; level < MostLevels && text?.Contains("$(", StringComparison.Ordinal) == true; level++)
        {
            text = Reference().Replace(text, match => Written(match.Groups["name"].Value) ?? match.Value);
        }

        return text?.Contains("$(", StringComparison.Ordinal) == true ? null : text;
    }

    /// <summary>Whether an element counts: none of the conditions on it and around it is known to be false.</summary>
    public bool Counts(XElement element) => element.AncestorsAndSelf().All(part => (string?)part.Attribute("Condition") is not { Length: > 0 } condition || Holds(condition.Trim()) != false);

    /// <summary>Whether a condition is true; null where only MSBuild could tell.</summary>
    private bool? Holds(string condition)
    {
        foreach (var (word, decides) in new[] { (" or ", true), (" and ", false) })
        {
            if (!condition.Contains('(', StringComparison.Ordinal) || !Group().IsMatch(condition))
            {
                var parts = condition.Split(word, StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
                parts = parts.Length > 1 ? parts : condition.Split(word.ToUpperInvariant(), StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
                if (parts.Length > 1)
                {
                    var each = parts.Select(Holds).ToList();
                    return each.Contains(decides) ? decides : each.Contains(null) ? null : !decides;
                }
            }
        }

        if (Method().Match(condition) is { Success: true } call)
        {
            var (name, text) = (Value(call.Groups["name"].Value), call.Groups["text"].Value);
            bool? holds = name is null ? null : call.Groups["method"].Value switch { "EndsWith" => name.EndsWith(text, StringComparison.Ordinal), "StartsWith" => name.StartsWith(text, StringComparison.Ordinal), _ => name.Contains(text, StringComparison.Ordinal) };
            return call.Groups["not"].Success || "false".Equals(call.Groups["wanted"].Value, StringComparison.OrdinalIgnoreCase) ? !holds : holds;
        }

        return Equality().Match(condition) is { Success: true } equality && Text(equality.Groups["left"].Value) is { } left && Text(equality.Groups["right"].Value) is { } right
            ? left.Equals(right, StringComparison.OrdinalIgnoreCase) == (equality.Groups["sign"].Value == "==")
            : null;
    }

    private string? Text(string text)
    {
        var isKnown = true;
        var expanded = Reference().Replace(text.Trim('\''), match =>
        {
            var value = Value(match.Groups["name"].Value);
            isKnown &= value is not null;
            return value ?? string.Empty;
        });
        return isKnown && !expanded.Contains("$(", StringComparison.Ordinal) ? expanded : null;
    }

    /// <summary>What a property is when a condition asks for it: empty where nothing sets it.</summary>
    private string? Value(string name) =>
        _asked.Contains(name) || Elsewhere.Contains(name, StringComparer.OrdinalIgnoreCase) ? null
        : name.Equals("MSBuildProjectName", StringComparison.OrdinalIgnoreCase) ? project
        : Written(name) is { } written ? Expand(written) : string.Empty;

    private string? Written(string name)
    {
        // A property that is set where it is not set yet asks for itself.
        if (!_asked.Add(name))
        {
            return null;
        }

        try
        {
            return name.Equals("MSBuildProjectName", StringComparison.OrdinalIgnoreCase) ? project : documents.SelectMany(document => document.Descendants())
                .FirstOrDefault(element => element.Name.LocalName.Equals(name, StringComparison.OrdinalIgnoreCase) && element.Parent?.Name.LocalName == "PropertyGroup" && Counts(element))?.Value;
        }
        finally
        {
            _asked.Remove(name);
        }
    }

    [GeneratedRegex("""\$\((?<name>\w+)\)""")]
    private static partial Regex Reference();

    // Brackets that are not those of a property.
    [GeneratedRegex("""(?<![$\w])\(""")]
    private static partial Regex Group();

    [GeneratedRegex("""^(?<not>!)?\s*'?\$\((?<name>\w+)\.(?<method>EndsWith|StartsWith|Contains)\(\s*['"](?<text>[^'"]*)['"]\s*\)\)'?(\s*==\s*'?(?<wanted>true|false)'?)?$""", RegexOptions.IgnoreCase)]
    private static partial Regex Method();

    [GeneratedRegex("""^(?<left>'[^']*'|\$\(\w+\)|\w+)\s*(?<sign>==|!=)\s*(?<right>'[^']*'|\$\(\w+\)|\w+)$""")]
    private static partial Regex Equality();
}
