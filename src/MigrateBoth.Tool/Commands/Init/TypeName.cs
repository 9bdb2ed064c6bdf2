namespace MigrateBoth.Tool.Commands.Init;

/// <summary>A type as a source names it.</summary>
/// <param name="Written">The name with its qualifiers, without type arguments: <c>Data.Base</c>.</param>
/// <param name="Arguments">The short names of its type arguments.</param>
/// <param name="Scopes">Where C# looks for it, the nearest first: outer classes, the namespaces around, those that the file uses.</param>
internal sealed record TypeName(string Written, IReadOnlyList<string> Arguments, IReadOnlyList<string> Scopes)
{
    /// <summary>Without qualifiers.</summary>
    public string Name => Written[(Written.LastIndexOf('.') + 1)..];

    /// <summary>The one of several classes that is meant: found in the nearest scope, else the only one of that name.</summary>
    /// <param name="classes">The classes.</param>
    /// <param name="project">The project that names it: its own classes come first.</param>
    public ClassFacts? Among(IEnumerable<ClassFacts> classes, string project)
    {
        var named = classes.Where(type => type.Name == Name && type.Arity == Arguments.Count).ToList();
        foreach (var scope in Scopes)
        {
            var full = scope.Length == 0 ? Written : $"{scope}.{Written}";
            if (named.Where(type => type.DottedName == full).OrderByDescending(type => type.Project == project).FirstOrDefault() is { } found)
            {
                return found;
            }
        }

        // A 'using' of the project or of the SDK is not in the file.
        return named is [var only] ? only : null;
    }
}
