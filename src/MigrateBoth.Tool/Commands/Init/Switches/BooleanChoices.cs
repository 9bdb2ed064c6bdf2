using System.Text.RegularExpressions;
using MigrateBoth.Core;

namespace MigrateBoth.Tool.Commands.Init.Switches;

/// <summary>Finds switches that are on or off and whose name says for which engine: <c>GetValue&lt;bool&gt;("UseMySql")</c>.</summary>
internal static partial class BooleanChoices
{
    /// <summary>All of a file.</summary>
    public static IEnumerable<EngineComparison> Find(SourceText source)
    {
        foreach (Match match in Read().Matches(source.Code))
        {
            var name = match.Groups["name"].Value;
            if (EngineWords.OfName(name[(name.LastIndexOf(':') + 1)..]) is { } engine)
            {
                var (yes, no) = match.Groups["one"].Success ? ("1", "0") : ("true", "false");
                yield return new EngineComparison(
                    source, match.Index, match.Value, new Dictionary<Engine, string> { [engine] = yes, [engine.Other()] = no }, IsOpen: false);
            }
        }
    }

    [GeneratedRegex("""[\w.]*[cC]onfig\w*(?:\.Get(?:Required)?Section\("[^"]+"\))*\.GetValue\s*(?:<bool\??>\s*\(\s*"(?<name>[^"]+)"|\(\s*"(?<name>[^"]+)"\s*,\s*(?:true|false)\b)|\bbool\.(?:Try)?Parse\s*\(\s*(?:[\w.]*GetEnvironmentVariable\s*\(\s*|[\w.]*[cC]onfig\w*\s*\[\s*)"(?<name>[^"]+)"|(?:[\w.]*GetEnvironmentVariable\s*\(\s*|[\w.]*[cC]onfig\w*\s*\[\s*)"(?<name>[^"]+)"\s*[\])](?:\s*(?:==|is)\s*"(?:true|True|(?<one>1))")""")]
    private static partial Regex Read();
}
