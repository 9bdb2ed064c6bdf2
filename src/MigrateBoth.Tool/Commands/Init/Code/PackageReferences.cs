using System.Text.RegularExpressions;

namespace MigrateBoth.Tool.Commands.Init.Code;

/// <summary>Adds package references to project files as text, so that their layout and comments stay.</summary>
internal static partial class PackageReferences
{
    /// <summary>The project files, and the file of central versions where there is one, with the packages.</summary>
    public static IReadOnlyList<CodeChange> Plan(IEnumerable<MissingPackage> packages)
    {
        var changes = new Dictionary<string, CodeChange>(StringComparer.Ordinal);
        foreach (var package in packages)
        {
            var central = package.Project.HasCentralVersions ? CentralVersions(package.Project.Directory) : null;
            var assets = package.IsPrivate ? " PrivateAssets=\"all\"" : string.Empty;
            Add(changes, package.Project.File, "PackageReference", $"""<PackageReference Include="{package.Name}"{(central is null ? $" Version=\"{package.Version}\"" : string.Empty)}{assets} />""");
            if (central is not null && !File.ReadAllText(central).Contains($"\"{package.Name}\"", StringComparison.OrdinalIgnoreCase))
            {
                Add(changes, central, "PackageVersion", $"""<PackageVersion Include="{package.Name}" Version="{package.Version}" />""");
            }
        }

        return [.. changes.Values.OrderBy(change => change.Path, StringComparer.Ordinal)];
    }

    private static void Add(Dictionary<string, CodeChange> changes, string file, string item, string line)
    {
        if (!changes.TryGetValue(file, out var change))
        {
            var text = File.ReadAllText(file);
            change = new CodeChange(file, text, text);
        }

        if (With(change.After, item, line) is { } after)
        {
            changes[file] = change with { After = after };
        }
    }

    /// <summary>Behind the last item of its kind, else in a group of its own; null for a file that ends otherwise than projects do.</summary>
    private static string? With(string text, string item, string line)
    {
        var end = text.Contains("\r\n", StringComparison.Ordinal) ? "\r\n" : "\n";
        if (Regex.Matches(text, $@"^(?<indent>[ \t]*)<{item}\b[^>]*(?:/>|>[\s\S]*?</{item}>)[ \t]*\r?$", RegexOptions.Multiline | RegexOptions.CultureInvariant).LastOrDefault() is { } last)
        {
            var at = last.Index + last.Length;
            at = at > 0 && text[at - 1] == '\r' ? at - 1 : at;
            return $"{text[..at]}{end}{last.Groups["indent"].Value}{line}{text[at..]}";
        }

        return ProjectEnd().Match(text) is { Success: true } close
            ? $"{text[..close.Index].TrimEnd()}{end}{end}  <ItemGroup>{end}    {line}{end}  </ItemGroup>{end}{end}{text[close.Index..]}"
            : null;
    }

    private static string? CentralVersions(string directory)
    {
        for (var folder = directory; folder is not null; folder = Path.GetDirectoryName(folder))
        {
            if (Path.Combine(folder, "Directory.Packages.props") is var path && File.Exists(path))
            {
                return path;
            }
        }

        return null;
    }

    [GeneratedRegex(@"</Project>\s*$", RegexOptions.CultureInvariant)]
    private static partial Regex ProjectEnd();
}
