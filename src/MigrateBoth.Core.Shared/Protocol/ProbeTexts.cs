namespace MigrateBoth.Core.Protocol;

/// <summary>Common texts from which values of an application's own types can be created.</summary>
public static class ProbeTexts
{
    /// <summary>For a converter to text.</summary>
    public static IReadOnlyList<string> OfOwnTypes { get; } =
    [
        "qa@b.example", "QA@b.example", "https://a.example/b", "{}", "{\"a\":1}", "[]", "[\"a\",\"B\"]", "[1,2,3]", "127.0.0.1", "::1", "1.2.3.4", "2020-02-29", "12:34:56", "true",
        "0f8fad5b-d9cb-469f-a165-70867728950e", "00-11-22-33-44-55", "de-DE", "EUR", "1.5", "<a />",
    ];

    /// <summary>For what a type reads by itself.</summary>
    public static IReadOnlyList<string> Spellings { get; } = [.. OfOwnTypes, "0", "1", "255", "a", "B"];
}
