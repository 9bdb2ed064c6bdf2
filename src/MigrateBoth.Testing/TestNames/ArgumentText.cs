using System.Globalization;

namespace MigrateBoth.Testing.TestNames;

/// <summary>An argument of a test as text, the same in the runs on both engines.</summary>
internal static class ArgumentText
{
    private const int MaximumLength = 200;

    public static string Of(object? argument)
    {
        var text = argument switch
        {
            null => "null",
            string value => $"\"{value}\"",
            _ => Convert.ToString(argument, CultureInfo.InvariantCulture) ?? argument.GetType().Name,
        };
        return text.Length <= MaximumLength ? text : text[..MaximumLength];
    }
}
