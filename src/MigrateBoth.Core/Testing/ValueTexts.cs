namespace MigrateBoth.Core.Testing;

/// <summary>Values as findings show them.</summary>
internal static class ValueTexts
{
    private const int Longest = 300;

    /// <summary>Cuts a text that is too long for a finding, and says so.</summary>
    public static string Shorten(string text) =>
        text.Length <= Longest ? text : $"{text[..Longest]}... ({text.Length} characters)";
}
