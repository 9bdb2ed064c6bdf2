using System.Security.Cryptography;
using System.Text;
using MigrateBoth.Core.Errors;
using MigrateBoth.Core.Model;

namespace MigrateBoth.Core.Findings;

/// <summary>One thing that was found. Findings are values, never exceptions.</summary>
public sealed record Finding
{
    /// <summary>The rule's stable id, such as <c>MB301</c>.</summary>
    public required string Rule { get; init; }

    /// <summary>Other rules that found the same cause in another stage, such as parity where drift knows the side at fault.</summary>
    public IReadOnlyList<string> AlsoRules { get; init; } = [];

    /// <summary>All rules that found it, for people: <c>MB202, MB302</c>.</summary>
    public string Rules => string.Join(", ", AlsoRules.Prepend(Rule));

    /// <summary>How much it matters, after the configuration has had its say.</summary>
    public required Severity Severity { get; init; }

    /// <summary>The engine at fault, or null when the difference is between both.</summary>
    public Engine? Engine { get; init; }

    /// <summary>The stage that found it: <c>history</c>, <c>drift</c>, <c>parity</c>, <c>roundtrip</c>, <c>behaviour</c>, <c>tests</c>.</summary>
    public required string Stage { get; init; }

    /// <summary>Stable text: <c>Table</c>, <c>Table.Column</c>, <c>Table.IndexName</c>, a migration id, or <c>Namespace.Class.Method</c>.</summary>
    public required ObjectPath Object { get; init; }

    /// <summary>What kind of object it is.</summary>
    public required ObjectKind Kind { get; init; }

    /// <summary>What is wrong, in one sentence that names the object.</summary>
    public required string Message { get; init; }

    /// <summary>What was expected (for parity: what SQLite has), or null.</summary>
    public string? Expected { get; init; }

    /// <summary>What was found (for parity: what MySQL has), or null.</summary>
    public string? Actual { get; init; }

    /// <summary>What the two sides are called, or null where the stage says it: the model and the migrations, SQLite and MySQL.</summary>
    public FindingSides? Sides { get; init; }

    /// <summary>All of what was expected, where <see cref="Expected"/> is only the gist.</summary>
    public string? ExpectedDefinition { get; init; }

    /// <summary>All of what was found, where <see cref="Actual"/> is only the gist.</summary>
    public string? ActualDefinition { get; init; }

    /// <summary>The difference in one line, <c>expected -> actual</c>: what an acceptance is pinned to.</summary>
    public string Difference => $"{OneLine(Expected)} -> {OneLine(Actual)}{(Objects.Count > 1 ? $" ({string.Join(", ", Objects)})" : string.Empty)}";

    /// <summary>All objects that it is about, where one cause concerns several; empty where <see cref="Object"/> is the only one.</summary>
    public IReadOnlyList<string> Objects { get; init; } = [];

    /// <summary>A worked example, or null.</summary>
    public FindingExample? Example { get; init; }

    /// <summary>
    /// The digest of both definitions where <see cref="Difference"/> does not show all of them: it leaves something out, or folds blanks that
    /// can be part of a literal. Null where the difference is the whole. Secrets do not go into it.
    /// </summary>
    public string? Digest => IsShown(Expected, ExpectedDefinition) && IsShown(Actual, ActualDefinition)
        ? null
        : $"sha256:{Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes($"{Side(Expected, ExpectedDefinition)}\n{Side(Actual, ActualDefinition)}"))).ToLowerInvariant()}";

    /// <summary>What to do about it.</summary>
    public string? Advice { get; init; }

    /// <summary>The calls that correct it, where they are certain.</summary>
    public FixCode? Fix { get; init; }

    /// <summary>The known divergence of the engines behind it, or null when none is known.</summary>
    public FindingCause? Cause { get; init; }

    /// <summary>Where the rule is explained.</summary>
    public string? HelpUri { get; init; }

    /// <summary>The line of the user's sources that caused it, where it could be traced.</summary>
    public SourceLocation? Location { get; init; }

    /// <summary>Whether both sides build what their models say, and it is the models that differ.</summary>
    public bool IsByModel { get; init; }

    /// <summary>Whether it prevented its stage from running. Such a finding always fails, whatever its severity and whether or not it is accepted.</summary>
    public bool PreventsStage { get; init; }

    /// <summary>Whether the configuration accepts exactly this difference. Accepted findings are reported and never fail.</summary>
    public bool Accepted { get; init; }

    /// <summary>The reason the configuration gives for accepting it.</summary>
    public string? AcceptedBecause { get; init; }

    private static bool IsShown(string? text, string? definition) => (definition is null || definition == text) && (text is null || OneLine(text) == text);

    // The length tells where one side ends, and the sign an absent side from an empty one.
    private static string Side(string? text, string? definition) =>
        (definition ?? text) is { } all && Redaction.MaskSecrets(all) is var masked ? $"+{masked.Length} {masked}" : "-";

    private static string OneLine(string? text) =>
        text is null ? "none" : string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}

/// <summary>The known divergence of the engines behind a finding.</summary>
/// <param name="Id">A stable identifier in kebab-case, such as <c>case-insensitive-equality</c>.</param>
/// <param name="Rows">The rows of the catalogue of differences that it represents, such as <c>C-01</c>.</param>
public sealed record FindingCause(string Id, IReadOnlyList<string> Rows);

/// <summary>A worked example of a finding about behaviour.</summary>
/// <param name="Linq">What the probe ran, as C#.</param>
/// <param name="Input">What it asked or wrote, or null.</param>
/// <param name="Sqlite">SQLite's half.</param>
/// <param name="MySql">MySQL's half.</param>
/// <param name="Recipe">What became of the recipe in the same run, or null where none is known.</param>
public sealed record FindingExample(string Linq, string? Input, FindingExampleSide Sqlite, FindingExampleSide MySql, string? Recipe = null);

/// <summary>One engine's half of an example.</summary>
/// <param name="Sql">The SQL that EF Core made of it, or null where there is none.</param>
/// <param name="Result">The rows, or the error.</param>
public sealed record FindingExampleSide(string? Sql, string Result);

/// <summary>What the two sides of one finding are called, where its stage does not say it.</summary>
/// <param name="Expected">The side of <see cref="Finding.Expected"/>.</param>
/// <param name="Actual">The side of <see cref="Finding.Actual"/>.</param>
public sealed record FindingSides(string Expected, string Actual);
