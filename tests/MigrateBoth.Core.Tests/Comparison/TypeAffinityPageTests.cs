using System.Text.RegularExpressions;
using MigrateBoth.Core.Comparison.Types;

namespace MigrateBoth.Core.Tests.Comparison;

/// <summary>docs/diff.md says which types belong together without a model; it says what is so.</summary>
public sealed partial class TypeAffinityPageTests
{
    [Theory]
    [InlineData(Engine.Sqlite, "### SQLite")]
    [InlineData(Engine.MySql, "### MySQL and MariaDB")]
    public void The_page_lists_every_type_with_what_it_can_hold(Engine engine, string heading)
    {
        var section = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "docs", "diff.md")).Split(heading)[1].Split("###")[0];
        var listed = Row().Matches(section)
            .SelectMany(row => Type().Matches(row.Groups["types"].Value).Select(type => (Type: type.Groups[1].Value, Holds: row.Groups["holds"].Value)))
            .OrderBy(item => item.Type, StringComparer.Ordinal);

        Assert.Equal(
            TypeAffinity.Known(engine).Select(known => (known.Key, Words(known.Value))).OrderBy(item => item.Key, StringComparer.Ordinal),
            listed);
    }

    private static string Words(TypeFamilies families) => string.Join(", ", Enum.GetValues<TypeFamilies>()
        .Where(family => System.Numerics.BitOperations.IsPow2((int)family) && families.HasFlag(family))
        .Select(family => family.ToString().ToLowerInvariant()));

    [GeneratedRegex(@"^\| (?<types>`.+`) \| (?<holds>.+) \|$", RegexOptions.Multiline)]
    private static partial Regex Row();

    [GeneratedRegex("`([^`]+)`")]
    private static partial Regex Type();
}
