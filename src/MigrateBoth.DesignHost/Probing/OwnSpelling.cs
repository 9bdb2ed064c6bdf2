using System.Globalization;
using System.Reflection;
using System.Text.Json;

using MigrateBoth.Core.Protocol;

namespace MigrateBoth.DesignHost.Probing;

/// <summary>
/// How a type that is no basic one reads its values from text, without any converter of a provider: by Parse, by a constructor that takes a text, or as JSON.
/// Only texts count whose values are written in a way that tells them apart.
/// </summary>
internal sealed class OwnSpelling
{
    private static readonly Dictionary<Type, OwnSpelling> Known = [];
    private readonly Func<string, object?> _read;
    private readonly Func<object, string> _write;

    private OwnSpelling(Func<string, object?> read, Func<object, string> write)
    {
        (_read, _write) = (read, write);
        Texts = [.. ProbeTexts.Spellings.Where(Reads).DistinctBy(text => Write(read(text)!), StringComparer.Ordinal)];
    }

    /// <summary>The texts that it reads, one for each value.</summary>
    public IReadOnlyList<string> Texts { get; }

    /// <summary>The value of a text.</summary>
    public object? Read(string text) => _read(text);

    /// <summary>The text of a value.</summary>
    public string Write(object value) => _write(value);

    /// <summary>How a type spells its values; with no texts where it does not.</summary>
    public static OwnSpelling Of(Type type)
    {
        lock (Known)
        {
            return Known.TryGetValue(type, out var known) ? known : Known[type] = Ways(type).MaxBy(way => way.Texts.Count)!;
        }
    }

    private static IEnumerable<OwnSpelling> Ways(Type type)
    {
        const BindingFlags Static = BindingFlags.Public | BindingFlags.Static;
        if (type.GetMethod("Parse", Static, [typeof(string), typeof(IFormatProvider)]) is { } parseWith && parseWith.ReturnType == type)
        {
            yield return new OwnSpelling(text => parseWith.Invoke(null, [text, CultureInfo.InvariantCulture]), Said);
        }

        if (type.GetMethods(Static).FirstOrDefault(method => method.Name == "Parse" && method.ReturnType == type && method.GetParameters() is [var first, .. var others]
            && first.ParameterType == typeof(string) && others.All(parameter => parameter.IsOptional)) is { } parse)
        {
            yield return new OwnSpelling(
                text => parse.Invoke(null, [text, .. parse.GetParameters().Skip(1).Select(parameter => parameter.HasDefaultValue && parameter.DefaultValue is not DBNull ? parameter.DefaultValue : null)]),
                typeof(IDisposable).IsAssignableFrom(type) ? AsJson : Said);
        }

        if (!type.IsAbstract && type.GetConstructor([typeof(string)]) is { } constructor)
        {
            yield return new OwnSpelling(text => constructor.Invoke([text]), Said);
        }

        // Also for types that have nothing of their own: their properties are what they hold.
        yield return new OwnSpelling(text => JsonSerializer.Deserialize(text, type), AsJson);
    }

    private static string Said(object value) => value is IFormattable formattable ? formattable.ToString(null, CultureInfo.InvariantCulture) : value.ToString() ?? string.Empty;

    // A JSON document is its own text, whatever white space a server gives it.
    private static string AsJson(object value) => JsonSerializer.Serialize(value, value.GetType());

    private bool Reads(string text)
    {
        try
        {
            return Read(text) is { } value && Read(text) is { } again && Write(value) == Write(again);
        }
        catch (Exception exception) when (exception is not OutOfMemoryException)
        {
            return false;
        }
    }
}
