using System.Globalization;

namespace MigrateBoth.Core.Schema;

/// <summary>Parses a declared column type with one grammar for SQLite's and MySQL's catalogs.</summary>
/// <remarks>
/// What is not understood stays in <see cref="StoreType.Name"/>, so that two types are never equal because a part of one was dropped:
/// <c>int(5) zerofill</c> is named <c>int zerofill</c> and <c>nvarchar(max)</c> is named <c>nvarchar(max)</c>.
/// </remarks>
public static class StoreTypeParser
{
    private static readonly string[] LengthTypes = ["char", "clob", "text", "blob", "binary", "string", "vector"];

    /// <summary>Parses a type as a catalog or a model writes it.</summary>
    /// <param name="text">Such as <c>varchar(50)</c>, <c>decimal(18, 2) unsigned</c>, <c>enum('a','b')</c>; empty where none was declared.</param>
    public static StoreType Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);

        var (before, arguments, after) = Split(text);
        var words = Words($"{before} {after}");
        var isUnsigned = words.Remove("unsigned");
        var name = string.Join(' ', words);

        if (arguments is null)
        {
            return new StoreType(name, null, null, null, isUnsigned, [], text);
        }

        if (name is "enum" or "set" && QuotedList.TryParse(arguments, out var values))
        {
            return new StoreType(name, null, null, null, isUnsigned, values, text);
        }

        return Numbers(arguments) switch
        {
            [var length] when HasLength(name) => new StoreType(name, length, null, null, isUnsigned, [], text),
            [var precision] => new StoreType(name, null, precision, null, isUnsigned, [], text),
            [var precision, var scale] => new StoreType(name, null, precision, scale, isUnsigned, [], text),
            _ => new StoreType($"{name}({Compact(arguments)})", null, null, null, isUnsigned, [], text),
        };
    }

    private static bool HasLength(string name) => LengthTypes.Any(part => name.Contains(part, StringComparison.Ordinal));

    /// <summary>Cuts the text at its first opening and its last closing parenthesis; enum values may contain either.</summary>
    private static (string Before, string? Arguments, string After) Split(string text)
    {
        var open = text.IndexOf('(', StringComparison.Ordinal);
        var close = text.LastIndexOf(')');
        return open < 0 || close < open
            ? (text, null, string.Empty)
            : (text[..open], text[(open + 1)..close], text[(close + 1)..]);
    }

    private static List<string> Words(string text) =>
        [.. text.ToLowerInvariant().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)];

    private static int[] Numbers(string arguments)
    {
        var parts = arguments.Split(',', StringSplitOptions.TrimEntries);
        var numbers = new int[parts.Length];
        for (var i = 0; i < parts.Length; i++)
        {
            if (!int.TryParse(parts[i], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out numbers[i]))
            {
                return [];
            }
        }

        return numbers;
    }

    private static string Compact(string arguments) =>
        string.Join(',', arguments.Split(',', StringSplitOptions.TrimEntries)).ToLowerInvariant();
}
