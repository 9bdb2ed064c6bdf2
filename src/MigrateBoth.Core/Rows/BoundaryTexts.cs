using System.Text;

namespace MigrateBoth.Core.Rows;

/// <summary>The texts, documents, bytes and Guids among <see cref="BoundaryValues"/>.</summary>
internal static class BoundaryTexts
{
    private const int LongestWide = 2000;
    private const int LongestTried = 100_000;
    private const string Wide = "Zoë Ångström Straße 中文 ";
    private const string Astral = "😀";
    private const string Nul = "a\0b";

    private static readonly string[] All =
    [
        "abc", "", "a", "A", "ABC", "b", "é", "É", "e\u0301", "ß", "ss", "a ", " a", " ", "%", "_", "a%b", "a_b", "\\", "a\\b", "'", "\"", "`",
        "😀", "😁", "0", "1", "-1", "10", "9", "1.5", "1e3", "1abc", "0x1F", "true", "null", "2020-02-29", "a\nb", "a\tb", "ı", "I", "i", "日本",
        "Z", "Abc", "z", "cafe", "café", "İ", "-", "_a", "a b", "a-b", "あ", "ア", "１", Nul,
    ];

    private static readonly byte[][] AllBytes =
        [[0x61, 0x62], [], [0x00], [0xFF], [0x41], [0x00, 0x01], [0x01, 0xFF], [0x80, 0x00, 0xFF], [0x00, 0x01, 0x7F, 0x80, 0xFF], [0x0A, 0x0D], Encoding.UTF8.GetBytes("é")];

    public static Guid LastGuid { get; } = new("ffffffff-ffff-ffff-ffff-ffffffffffff");

    public static Guid[] Guids { get; } =
    [
        new("11223344-5566-7788-99aa-bbccddeeff00"), Guid.Empty, LastGuid, new("a0000000-0000-0000-0000-00000000000a"),
        new("00000000-0000-0000-0000-000000000001"), new("0f8fad5b-d9cb-469f-a165-70867728950e"), new("a0b0c0d0-0000-0000-0000-00000000000a"),
    ];

    public static string[] Documents { get; } =
        ["{\"a\": 1}", "{}", "[]", "[1, \"x\", null]", "\"é\"", "null", "{\"a\": {\"b\": \"😀\"}}", "1.50", "true", """{"a":[1,"é"],"b":null}"""];

    public static IEnumerable<LogicalValue> Texts(LogicalColumn column)
    {
        var max = column.MaxLength ?? int.MaxValue;
        foreach (var text in All.Where(text => (!column.IsAscii || text.All(char.IsAscii)) && (!column.IsBasicPlane || !text.Any(char.IsSurrogate)) && LengthOf(text) <= max))
        {
            yield return new LogicalValue(text) { Trait = text == Nul ? ValueTrait.Nul : text.EndsWith(' ') ? ValueTrait.TrailingBlank : ValueTrait.Plain };
        }

        if (max > LongestTried)
        {
            yield break;
        }

        yield return new LogicalValue(new string('x', max), IsExtreme: true);
        if (max <= LongestWide && !column.CountsBytes)
        {
            yield return new LogicalValue(column.IsAscii ? new string('Z', max) : string.Concat(Enumerable.Repeat("é", max)), IsExtreme: true);
            yield return new LogicalValue(Longest(column), IsExtreme: true);
        }

        yield return new LogicalValue(new string('x', max + 1), IsExtreme: true) { Trait = ValueTrait.TooLong, IsBeyond = true };
        yield return new LogicalValue(new string('y', max) + " ", IsExtreme: true) { Trait = ValueTrait.TooLong, IsBeyond = true };
    }

    public static string Longest(LogicalColumn column) => Mixed(column, column.MaxLength ?? LongestWide);

    /// <summary>Exactly so long, of what the column's character set has to offer.</summary>
    public static string Mixed(LogicalColumn column, int length)
    {
        var unit = column.IsAscii ? "Long text 0123456789 " : column.IsBasicPlane ? Wide : Wide + Astral;
        var text = string.Concat(Enumerable.Repeat(unit, (length / unit.Length) + 1))[..Math.Max(0, length)];
        return text.Length > 0 && (text[^1] == ' ' || char.IsHighSurrogate(text[^1])) ? text[..^1] + "x" : text;
    }

    public static IEnumerable<LogicalValue> Bytes(LogicalColumn column)
    {
        var max = column.MaxLength ?? int.MaxValue;
        foreach (var bytes in AllBytes)
        {
            // Not filled up with zeros, which MySQL does by itself.
            var value = column.IsFixedLength ? [.. bytes.Concat(Enumerable.Repeat((byte)0x20, max)).Take(max)] : bytes;
            if (value.Length <= max)
            {
                yield return new LogicalValue(value);
            }
        }

        if (max <= LongestTried)
        {
            yield return new LogicalValue(Enumerable.Repeat((byte)0xAA, max).ToArray(), IsExtreme: true);
            yield return new LogicalValue(Enumerable.Repeat((byte)0xFF, max).ToArray(), IsExtreme: true);
            yield return new LogicalValue(Enumerable.Repeat((byte)0xAA, max + 1).ToArray(), IsExtreme: true) { Trait = ValueTrait.TooLong, IsBeyond = true };
        }
    }

    /// <summary>No bytes, or all of them zero; and as many as the column holds, all of them 255.</summary>
    public static (object Least, object Greatest) ByteRange(LogicalColumn column)
    {
        var length = column.MaxLength ?? 0;
        return (new byte[column.IsFixedLength ? length : 0], Enumerable.Repeat((byte)0xFF, length).ToArray());
    }

    /// <summary>Length in characters as both engines count them, not in UTF-16 units.</summary>
    private static int LengthOf(string text) => text.EnumerateRunes().Count();
}
