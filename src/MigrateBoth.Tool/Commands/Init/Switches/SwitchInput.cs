using MigrateBoth.Core;
using MigrateBoth.Tool.Sources;
using Microsoft.CodeAnalysis;

namespace MigrateBoth.Tool.Commands.Init.Switches;

/// <summary>The kinds of input that an application reads.</summary>
internal enum SwitchKind
{
    /// <summary>An environment variable.</summary>
    Variable,

    /// <summary>A key of its configuration, which files, environment and command line may set.</summary>
    Setting,

    /// <summary>An argument that a value follows: <c>--db mysql</c>, <c>--db=mysql</c>.</summary>
    Option,

    /// <summary>An argument that is there or not: <c>--mysql</c>.</summary>
    Flag,

    /// <summary>The name of the hosting environment, <c>Development</c> or another.</summary>
    Environment,

    /// <summary>The first argument, whatever it is; the tool's own come first, so that this one cannot be set.</summary>
    Position,
}

/// <summary>The input by which an application selects its engine.</summary>
/// <param name="Kind">Where it looks.</param>
/// <param name="Name">The variable, key or option; empty for a position.</param>
/// <param name="File">The file that looks.</param>
/// <param name="Node">Where in it.</param>
internal sealed record SwitchInput(SwitchKind Kind, string Name, CSharpFile File, SyntaxNode Node)
{
    /// <summary>For display: <c>the environment variable DB_TYPE</c>.</summary>
    public string Description => Kind switch
    {
        SwitchKind.Variable => $"the environment variable {Name}",
        SwitchKind.Setting => $"the setting {Name}",
        SwitchKind.Position => "the position of an argument",
        SwitchKind.Environment => "the hosting environment",
        _ => $"the argument {Name.TrimEnd('=')}",
    };
}

/// <summary>A place where code selects the engine.</summary>
/// <param name="File">The file.</param>
/// <param name="Node">Where in it.</param>
/// <param name="Expression">What is asked; null where a name alone decides.</param>
/// <param name="Values">The values that represent an engine.</param>
/// <param name="IsOpen">Whether a value that is not listed represents the engine that is not.</param>
internal sealed record EngineComparison(CSharpFile File, SyntaxNode Node, SyntaxNode Expression, IReadOnlyDictionary<Engine, string> Values, bool IsOpen)
{
    /// <summary>The engine that is selected where the input is not there at all; null where it has to have a value.</summary>
    public Engine? Absent { get; init; }

    /// <summary>The value for an engine; null when it has none of its own and nothing else will do.</summary>
    public string? ValueFor(Engine engine)
    {
        if (Values.TryGetValue(engine, out var value))
        {
            return value;
        }

        // 'x == "MySql" ? ... : ...': any other word, written as the one that is known is.
        return IsOpen && Values.TryGetValue(engine.Other(), out var other) ? Like(other, engine) : null;
    }

    private static string Like(string other, Engine engine) =>
        other is "Development" ? "Production"
        : other is "Production" or "Staging" ? "Development"
        : other.Contains("://", StringComparison.Ordinal) ? PlaceholderConnections.Completed($"{engine.Id()}://", engine)
        : !other.Any(char.IsUpper) ? engine.Id()
        : !other.Any(char.IsLower) ? engine.Id().ToUpperInvariant()
        : engine == Engine.Sqlite ? "Sqlite" : "MySql";
}
