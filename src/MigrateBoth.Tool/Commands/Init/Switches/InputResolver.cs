using System.Text.RegularExpressions;

namespace MigrateBoth.Tool.Commands.Init.Switches;

/// <summary>Follows an expression through variables and parameters to what it reads from outside.</summary>
/// <param name="sources">All files that the context is made from, the likeliest first.</param>
/// <param name="constants">The constants of all sources, by name.</param>
internal sealed partial class InputResolver(IReadOnlyList<SourceText> sources, IReadOnlyDictionary<string, string> constants)
{
    // Whoever needs more than this has no switch that a person would call one.
    private const int MostNames = 100;

    // A name that everything uses leads everywhere: what has been looked at once is not looked at again.
    private readonly HashSet<(string Expression, string Path)> _seen = [];

    /// <summary>Resolves; null when the expression depends on nothing that is known here.</summary>
    public SwitchInput? Resolve(string expression, SourceText source, int position)
    {
        _seen.Clear();
        return Next(expression, source, position);
    }

    private SwitchInput? Next(string expression, SourceText source, int position) =>
        Read(expression, source, position) ?? (_seen.Count < MostNames ? Follow(expression, source, position) : null);

    private SwitchInput? Read(string expression, SourceText source, int position)
    {
        if (Variable().Match(expression) is { Success: true } variable)
        {
            return Text(variable.Groups["name"].Value) is { } name ? new SwitchInput(SwitchKind.Variable, name, source, position) : null;
        }

        if (IsConfiguration().IsMatch(expression) && Keys().Matches(expression) is { Count: > 0 } keys)
        {
            var parts = keys.Select(key => Text(key.Groups["name"].Value)).ToList();
            if (BoundMember().Match(expression) is { Success: true } bound && !parts.Contains(null))
            {
                return new SwitchInput(SwitchKind.Setting, string.Join(':', [.. parts, bound.Groups["member"].Value]), source, position);
            }

            var isSection = keys[^1].Groups["section"].Success && !expression.TrimEnd().EndsWith(".Value", StringComparison.Ordinal);
            return isSection || parts.Contains(null) ? null : new SwitchInput(SwitchKind.Setting, string.Join(':', parts), source, position);
        }

        if (!Arguments().IsMatch(expression))
        {
            return null;
        }

        return Option().Match(expression) is { Success: true } option
            ? new SwitchInput(SwitchKind.Option, option.Groups["name"].Value, source, position)
            : Position().IsMatch(expression) ? new SwitchInput(SwitchKind.Position, string.Empty, source, position) : null;
    }

    private SwitchInput? Follow(string expression, SourceText source, int position)
    {
        if (Identifier().Match(expression) is not { Success: true } match)
        {
            return null;
        }

        var (name, member) = (match.Groups["name"].Value, match.Groups["member"].Value);
        if (!_seen.Add(($"{name}.{member}", source.Path)))
        {
            return null;
        }

        foreach (var (text, at) in Assigned(name, source, position))
        {
            var input = member.Length > 0 && Section(text, member, source, at) is { } bound ? bound : Next(text, source, at);
            if (input is not null)
            {
                return input;
            }
        }

        return Passed(name, member, source, position);
    }

    /// <summary>What a variable, field or property is set to, the nearest above first.</summary>
    private static IEnumerable<(string Text, int Position)> Assigned(string name, SourceText source, int position)
    {
        var escaped = Regex.Escape(name);
        var set = Regex.Matches(source.Code, $@"\b{escaped}\s*(?:=>|=(?![=>]))\s*(?<text>[^;]+);").Select(match => (Text: match.Groups["text"].Value, match.Index));
        var parsed = Regex.Matches(source.Code, $@"\bTryParse(?:<[^>]*>)?\s*\((?<text>.*?)\bout\s+[\w?]+\s+{escaped}\b", RegexOptions.Singleline).Select(match => (Text: match.Groups["text"].Value, match.Index));
        var bound = Regex.Matches(source.Code, $@"(?<text>[^;{{}}\n]*)\.Bind\s*\(\s*(?:""(?<section>[^""]*)""\s*,\s*)?{escaped}\s*\)")
            .Select(match => (Text: match.Groups["section"].Success ? $"configuration.GetSection(\"{match.Groups["section"].Value}\").Get<T>()" : match.Groups["text"].Value + ".Get<T>()", match.Index));
        return set.Concat(parsed).Concat(bound).OrderBy(found => found.Index < position ? 0 : 1).ThenByDescending(found => found.Index);
    }

    /// <summary>A member of an object that a section of the configuration was bound to.</summary>
    private SwitchInput? Section(string text, string member, SourceText source, int position)
    {
        var sections = Keys().Matches(text).Where(key => key.Groups["section"].Success).Select(key => Text(key.Groups["name"].Value)).ToList();
        return sections.Count == 0 || sections.Contains(null) || !Bound().IsMatch(text)
            ? null
            : new SwitchInput(SwitchKind.Setting, string.Join(':', [.. sections, member]), source, position);
    }

    /// <summary>What callers pass for a parameter.</summary>
    private SwitchInput? Passed(string name, string member, SourceText source, int position)
    {
        var method = Methods().Matches(source.Code).LastOrDefault(candidate => candidate.Index < position && Parameter(candidate, name) is not null);
        if (method is null || Parameter(method, name) is not { } parameter)
        {
            return null;
        }

        var isExtension = method.Groups["parameters"].Value.TrimStart().StartsWith("this ", StringComparison.Ordinal);
        foreach (var caller in sources)
        {
            foreach (Match call in Regex.Matches(caller.Code, $@"(?<dot>\.\s*)?\b{Regex.Escape(method.Groups["name"].Value)}\s*(?:<[^>()]*>)?\("))
            {
                var open = call.Index + call.Length - 1;
                if ((caller == source && call.Index <= method.Index && open >= method.Index) || caller.Within(open) is not { } inside)
                {
                    continue;
                }

                var passed = SourceText.Split(inside, ',').ToList();
                var index = parameter - (isExtension && call.Groups["dot"].Success && passed.Count < ParameterCount(method) ? 1 : 0);
                if (index >= 0 && index < passed.Count && Next(passed[index].Trim() + (member.Length > 0 ? "." + member : ""), caller, call.Index) is { } input)
                {
                    return input;
                }
            }
        }

        return null;
    }

    private static int? Parameter(Match method, string name)
    {
        var index = SourceText.Split(method.Groups["parameters"].Value, ',').ToList().FindIndex(text => Regex.IsMatch(text, $@"[\w>\]?]\s+{Regex.Escape(name)}\s*(?:=.*)?$"));
        return index < 0 ? null : index;
    }

    private static int ParameterCount(Match method) => SourceText.Split(method.Groups["parameters"].Value, ',').Count();

    /// <summary>A literal, or the value of a constant.</summary>
    private string? Text(string name) => name is ['"', .., '"'] ? name[1..^1] : constants.GetValueOrDefault(name[(name.LastIndexOf('.') + 1)..]);

    [GeneratedRegex("""\bGetEnvironmentVariable\s*\(\s*(?<name>"[^"]+"|[\w.]+)""")]
    private static partial Regex Variable();

    [GeneratedRegex("""[cC]onfig""")]
    private static partial Regex IsConfiguration();

    [GeneratedRegex("""(?:(?<section>\bGet(?:Required)?Section\s*\(\s*)|\bGetValue\s*(?:<[^>()]*>)?\s*\(\s*|\[\s*)(?<name>"[^"]+"|[A-Za-z_][\w.]*)""")]
    private static partial Regex Keys();

    [GeneratedRegex("""\b(?:args|arguments|GetCommandLineArgs)\b""")]
    private static partial Regex Arguments();

    [GeneratedRegex("""["'](?<name>--?[A-Za-z][\w-]*=?)["']""")]
    private static partial Regex Option();

    [GeneratedRegex("""\bargs\s*(?:\[\s*\^?\d+\s*\]|\.(?:First|Last|Single|ElementAt)(?:OrDefault)?\s*\()""")]
    private static partial Regex Position();

    [GeneratedRegex("""^[(!\s]*(?:this\.)?(?<name>[A-Za-z_]\w*)(?:[?!]*\.(?<member>[A-Za-z_]\w*)(?!\s*\())?""")]
    private static partial Regex Identifier();

    [GeneratedRegex("""\.Get\s*<[^<>]*>\s*\(\s*\)[?!]*\.(?<member>\w+)\s*$""")]
    private static partial Regex BoundMember();

    [GeneratedRegex("""\.Get\s*<|\.Bind\s*\(""")]
    private static partial Regex Bound();

    [GeneratedRegex("""\b(?<name>[A-Za-z_]\w*)\s*(?:<[^<>()]*>)?\s*\((?<parameters>[^()]*(?:\([^()]*\)[^()]*)*)\)\s*(?:where[^{;]*|:\s*(?:base|this)\s*\([^{;]*\))?\s*(?:\{|=>)""")]
    private static partial Regex Methods();
}
