using System.Text.RegularExpressions;

namespace MigrateBoth.Tool.Tests.Docs;

/// <summary>Every code that an error or a warning can carry, read from the sources: the compiler keeps no list of them.</summary>
internal sealed partial class ErrorCodesInSource
{
    // Where a code reaches an exception through a parameter: how the callers say it, and with which exit code.
    private static readonly (string File, Regex Callers, string Prefix, string Exit)[] Forwarders =
    [
        ("SqliteOpenErrors.cs", DatabaseCode(), "", "2"),
        ("Fault.cs", OfApplication(), "", "2"),
        ("Fault.cs", HostError(), "", "2"),
        ("BuildErrors.cs", CodeConstant(), "", "2"),
        ("HostFailure.cs", Created(), "", "2"),
        ("RemovalPlanner.cs", Refusal(), "", "2"),
        ("ConfigurationSection.cs", Wrong(), "", "78"),
        ("CommandLineErrors.cs", Unknown(), "unknown-", "64"),
        // What the host said is said again; its codes are found where the host says them.
        ("DesignHostClient.cs", Nothing(), "", ""),
    ];

    // Codes of no exception.
    private static readonly (string Code, string Exit)[] Others = [("interrupted", "130"), ("terminated", "143"), ("internal-error", "70")];

    private static readonly Dictionary<string, string> ExitCodes = new(StringComparer.Ordinal)
    {
        ["Incomplete"] = "2",
        ["Usage"] = "64",
        ["Internal"] = "70",
        ["Configuration"] = "78",
    };

    private readonly SortedDictionary<string, SortedSet<string>> _errors = new(StringComparer.Ordinal);
    private readonly SortedSet<string> _forwarding = new(StringComparer.Ordinal);

    public ErrorCodesInSource(string directory)
    {
        var sources = Directory.EnumerateFiles(directory, "*.cs", SearchOption.AllDirectories)
            .Where(file => !file.Split(Path.DirectorySeparatorChar).Any(part => part is "obj" or "bin"))
            .Select(file => (Name: Path.GetFileName(file), Text: File.ReadAllText(file)))
            .ToList();
        foreach (var (name, text) in sources)
        {
            ReadExceptions(name, text);
            foreach (Match warning in Warning().Matches(text))
            {
                Warnings.Add(warning.Groups[1].Value);
            }
        }

        foreach (var (file, callers, prefix, exit) in Forwarders)
        {
            var inOneFile = callers.ToString() == DatabaseCode().ToString() || callers.ToString() == CodeConstant().ToString() || callers.ToString() == Created().ToString();
            foreach (Match call in sources.Where(source => !inOneFile || source.Name == file).SelectMany(source => callers.Matches(source.Text)))
            {
                Add(prefix + call.Groups[1].Value, exit);
            }
        }

        foreach (var (code, exit) in Others)
        {
            Add(code, exit);
        }
    }

    /// <summary>Each code with its exit codes, as the page writes them: <c>2</c>, <c>2, 78</c>.</summary>
    public IReadOnlyDictionary<string, string> Errors =>
        _errors.ToDictionary(error => error.Key, error => string.Join(", ", error.Value.OrderBy(int.Parse)), StringComparer.Ordinal);

    public SortedSet<string> Warnings { get; } = new(StringComparer.Ordinal);

    /// <summary>Files that hand on a code which they were given.</summary>
    public IEnumerable<string> Forwarding => _forwarding;

    /// <summary>Those of which it is known who gives it.</summary>
    public static IEnumerable<string> KnownForwarding => Forwarders.Select(forwarder => forwarder.File).Distinct().Order(StringComparer.Ordinal);

    private void ReadExceptions(string name, string text)
    {
        foreach (Match construction in Construction().Matches(text))
        {
            var position = construction.Index + construction.Length;
            var exit = Argument(text, ref position);
            if (!exit.Contains("ExitCode", StringComparison.Ordinal))
            {
                continue;
            }

            var code = Argument(text, ref position);
            var literals = Literal().Matches(code);
            if (literals.Count == 0 || code.StartsWith('$'))
            {
                _forwarding.Add(name);
                continue;
            }

            foreach (Match literal in literals)
            {
                foreach (Match exitCode in ExitCodeName().Matches(exit))
                {
                    Add(literal.Groups[1].Value, ExitCodes[exitCode.Groups[1].Value]);
                }
            }
        }
    }

    private void Add(string code, string exit)
    {
        if (!_errors.TryGetValue(code, out var exits))
        {
            _errors[code] = exits = new SortedSet<string>(StringComparer.Ordinal);
        }

        exits.Add(exit);
    }

    // Exit code and code are simple expressions: brackets have to be counted, quotes within quotes do not occur.
    private static string Argument(string text, ref int position)
    {
        var start = position;
        var (depth, quoted) = (0, false);
        for (; position < text.Length; position++)
        {
            var character = text[position];
            quoted ^= character == '"';
            depth += quoted ? 0 : character switch { '(' or '[' or '{' => 1, ')' or ']' or '}' => -1, _ => 0 };
            if (depth < 0 || (depth == 0 && character == ',' && !quoted))
            {
                break;
            }
        }

        return text[start..Math.Min(position++, text.Length)].Trim();
    }

    [GeneratedRegex(@"\bnew(?: MigrateBothException)?\(")]
    private static partial Regex Construction();

    [GeneratedRegex(@"ExitCode\.([A-Z]\w+)")]
    private static partial Regex ExitCodeName();

    [GeneratedRegex("\"([a-z]+(?:-[a-z]+)*)\"")]
    private static partial Regex Literal();

    [GeneratedRegex("""new CommandWarning\(\s*"([a-z-]+)"|^\s*"(clock-behind|no-changes)",""", RegexOptions.Multiline)]
    private static partial Regex Warning();

    [GeneratedRegex("\"(database-[a-z-]+)\"")]
    private static partial Regex DatabaseCode();

    [GeneratedRegex("""OfApplication\(\s*"([a-z-]+)",""")]
    private static partial Regex OfApplication();

    [GeneratedRegex("""new HostError\(\s*\(int\)ExitCode\.Incomplete,\s*"([a-z-]+)",""")]
    private static partial Regex HostError();

    [GeneratedRegex("""const string Code = "([a-z-]+)";""")]
    private static partial Regex CodeConstant();

    [GeneratedRegex("""=> Create\(\s*"([a-z-]+)",""")]
    private static partial Regex Created();

    [GeneratedRegex("""\bthrow Refusal\("([a-z-]+)",""")]
    private static partial Regex Refusal();

    [GeneratedRegex("""\bWrong\(\s*"([a-z-]+)",""")]
    private static partial Regex Wrong();

    [GeneratedRegex("""\bUnknown\("([a-z-]+)",""")]
    private static partial Regex Unknown();

    [GeneratedRegex("(?!)")]
    private static partial Regex Nothing();
}
