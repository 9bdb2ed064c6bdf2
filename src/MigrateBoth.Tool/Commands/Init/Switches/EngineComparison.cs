using MigrateBoth.Core;

namespace MigrateBoth.Tool.Commands.Init.Switches;

/// <summary>A place where code asks which engine is meant.</summary>
/// <param name="Source">The file.</param>
/// <param name="Position">Where in it.</param>
/// <param name="Expression">What is asked.</param>
/// <param name="Values">The values that stand for an engine.</param>
/// <param name="IsOpen">Whether a value that is not listed stands for the engine that is not.</param>
internal sealed record EngineComparison(SourceText Source, int Position, string Expression, IReadOnlyDictionary<Engine, string> Values, bool IsOpen)
{
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
        !other.Any(char.IsUpper) ? engine.Id()
        : !other.Any(char.IsLower) ? engine.Id().ToUpperInvariant()
        : engine == Engine.Sqlite ? "Sqlite" : "MySql";
}
