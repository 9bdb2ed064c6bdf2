using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace MigrateBoth.Core.Recordings;

/// <summary>
/// Values as text, so that what the two engines store differently and .NET sees as the same is the same text: a prefix for the kind, a colon,
/// the invariant form. <c>NULL</c> is null.
/// </summary>
/// <remarks>
/// <para>
/// <c>n:</c> integers and decimals without trailing zeros, <c>f:</c> float and double in their shortest exact form, <c>b:</c> true or false,
/// <c>s:</c> text and characters, <c>g:</c> Guid, <c>dt:</c> DateTime (without its kind), <c>do:</c> DateTimeOffset, <c>da:</c> DateOnly,
/// <c>ti:</c> TimeOnly, <c>ts:</c> TimeSpan, <c>x:</c> bytes in hexadecimal digits, <c>o:</c> type name and text of anything else.
/// </para>
/// <para>
/// A text or binary value beyond <see cref="RecordingFormat.MaximumValueLength"/> has its prefix followed by <c>#</c>, length, <c>#</c>, SHA-256 and
/// <c>#</c> before its beginning, in place of the colon.
/// </para>
/// </remarks>
static partial class RecordedValue
{
    /// <summary>Stands for a column that the application did not read.</summary>
    public const string NotRead = "-";

    /// <summary>Encodes what a typed getter returned.</summary>
    /// <returns>The text; null for null and <see cref="DBNull"/>.</returns>
    public static string? Encode(object? value) => value switch
    {
        null or DBNull => null,
        string text => Encode(text),
        char character => Encode(character.ToString()),
        bool truth => truth ? "b:true" : "b:false",
        decimal number => Encode(number),
        double number => Encode(number),
        float number => Encode(number),
        Guid guid => Encode(guid),
        DateTime time => Encode(time),
        DateTimeOffset time => Encode(time),
        DateOnly date => "da:" + date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        TimeOnly time => "ti:" + time.ToString("HH:mm:ss.FFFFFFF", CultureInfo.InvariantCulture),
        TimeSpan time => "ts:" + time.ToString("c", CultureInfo.InvariantCulture),
        byte[] bytes => Encode(bytes),
        ReadOnlyMemory<byte> bytes => Encode(bytes.ToArray()),
        Enum constant => "n:" + constant.ToString("D"),
        sbyte or byte or short or ushort or int or uint or long or ulong => "n:" + ((IFormattable)value).ToString(null, CultureInfo.InvariantCulture),
        _ => Bounded('o', $"{value.GetType().FullName} {Convert.ToString(value, CultureInfo.InvariantCulture)}"),
    };

    /// <summary>Encodes an integer.</summary>
    public static string Encode(long number) => "n:" + number.ToString(CultureInfo.InvariantCulture);

    /// <summary>Encodes a decimal by value: 1.10 and 1.1 are one number.</summary>
    public static string Encode(decimal number)
    {
        // "0.0###…" would cost more: G29 gives exponents to very small numbers.
        var text = number.ToString(CultureInfo.InvariantCulture);
        if (text.Contains('.', StringComparison.Ordinal))
        {
            text = text.TrimEnd('0').TrimEnd('.');
        }

        return text is "-0" ? "n:0" : "n:" + text;
    }

    /// <summary>Encodes a floating point number.</summary>
    public static string Encode(double number) => "f:" + number.ToString("R", CultureInfo.InvariantCulture);

    /// <summary>Encodes a floating point number of single precision, as itself: not as the double nearest to it.</summary>
    public static string Encode(float number) => "f:" + number.ToString("R", CultureInfo.InvariantCulture);

    /// <summary>Encodes a Guid.</summary>
    public static string Encode(Guid guid) => "g:" + guid.ToString("D");

    /// <summary>Encodes a point in time; its kind is not data of the database.</summary>
    public static string Encode(DateTime time) => "dt:" + time.ToString("yyyy-MM-ddTHH:mm:ss.FFFFFFF", CultureInfo.InvariantCulture);

    /// <summary>Encodes a point in time with its offset.</summary>
    public static string Encode(DateTimeOffset time) => "do:" + time.ToString("yyyy-MM-ddTHH:mm:ss.FFFFFFFzzz", CultureInfo.InvariantCulture);

    /// <summary>Encodes a string. A long one is shortened and carries its length and a hash.</summary>
    public static string Encode(string text) => Bounded('s', text);

    /// <summary>Encodes a byte array. A long one is shortened and carries its length and a hash.</summary>
    public static string Encode(byte[] bytes) => bytes.Length <= RecordingFormat.MaximumValueLength
        ? "x:" + Convert.ToHexString(bytes)
        : $"x#{bytes.Length}#{Convert.ToHexString(SHA256.HashData(bytes))}#{Convert.ToHexString(bytes, 0, 32)}";

    private static string Bounded(char kind, string text) => text.Length <= RecordingFormat.MaximumValueLength
        ? $"{kind}:{text}"
        : $"{kind}#{text.Length}#{Convert.ToHexString(SHA256.HashData(Encoding.Unicode.GetBytes(text)))}#{text[..100]}";
}
