using MigrateBoth.Core;
using MigrateBoth.Core.Comparison;
using MigrateBoth.Core.Configuration;
using MigrateBoth.Core.Errors;

namespace MigrateBoth.Tool.Commands.Diff;

/// <summary>One side of a comparison as it was named on the command line.</summary>
/// <param name="Source">Where the schema comes from.</param>
/// <param name="Engine">The engine.</param>
/// <param name="Connection">What leads to the database; may hold a password. Null for what the project builds.</param>
internal sealed record DiffOperand(DiffSource Source, Engine Engine, string? Connection = null)
{
    /// <summary>Whether the project has to be built for it.</summary>
    public bool IsBuilt => Source != DiffSource.Database;

    // A record prints its members; this one must never print a password.
    public override string ToString() => Source switch
    {
        DiffSource.Model => $"model:{Engine.Id()}",
        DiffSource.Migrations => $"migrations:{Engine.Id()}",
        _ => Engine.Id(),
    };
}

/// <summary>Reads <c>sqlite:CONNECTION</c>, <c>mysql:CONNECTION</c>, <c>model:ENGINE</c> and <c>migrations:ENGINE</c>.</summary>
internal static class DiffOperandParser
{
    private const string Forms = "A side is sqlite:CONNECTION, mysql:CONNECTION, model:sqlite, model:mysql, migrations:sqlite or migrations:mysql.";

    private static readonly string[] Urls = ["mysql://", "mariadb://"];

    private static readonly Dictionary<string, Engine> Engines = EngineNames.All.ToDictionary(engine => engine.Id(), StringComparer.Ordinal);

    private static readonly Dictionary<string, DiffSource> BuiltSources = new(StringComparer.Ordinal)
    {
        ["model"] = DiffSource.Model,
        ["migrations"] = DiffSource.Migrations,
    };

    /// <summary>What a side can begin with, or be.</summary>
    public static IReadOnlyList<string> Words { get; } =
        [.. Engines.Keys.Select(engine => $"{engine}:"), .. BuiltSources.Keys.SelectMany(source => Engines.Keys.Select(engine => $"{source}:{engine}"))];

    /// <summary>Reads one side.</summary>
    /// <param name="argument">The argument's name, for messages.</param>
    /// <param name="text">What was typed. It is repeated in no message unless it cannot hold a password.</param>
    /// <exception cref="MigrateBothException">64: not one of the forms.</exception>
    public static DiffOperand Parse(string argument, string text)
    {
        // A URL begins like the prefix and is all of it the connection.
        if (Array.Exists(Urls, url => text.StartsWith(url, StringComparison.OrdinalIgnoreCase)))
        {
            return new DiffOperand(DiffSource.Database, Engine.MySql, text);
        }

        var (kind, rest) = Split(text);
        return rest is null ? throw Unknown(argument, kind)
            : Engines.TryGetValue(kind, out var engine) ? Database(argument, engine, rest)
            : BuiltSources.TryGetValue(kind, out var source) ? new DiffOperand(source, BuiltEngine(argument, kind, rest))
            : throw Unknown(argument, kind);
    }

    private static (string Kind, string? After) Split(string text)
    {
        var colon = text.IndexOf(':', StringComparison.Ordinal);
        return colon < 0 ? (text, null) : (text[..colon], text[(colon + 1)..]);
    }

    private static DiffOperand Database(string argument, Engine engine, string connection) =>
        string.IsNullOrWhiteSpace(connection)
            ? throw new MigrateBothException(
                ExitCode.Usage,
                "missing-value",
                $"{argument} is '{engine.Id()}:' without a connection.",
                "Write the connection there. If it comes from a variable, the variable is not set.")
            : new DiffOperand(DiffSource.Database, engine, connection);

    private static Engine BuiltEngine(string argument, string kind, string rest)
    {
        if (Engines.TryGetValue(rest, out var engine))
        {
            return engine;
        }

        var nearest = NearestName.Find(rest, Engines.Keys);
        throw new MigrateBothException(
            ExitCode.Usage,
            "invalid-value",
            $"{argument} names no engine behind '{kind}:'.{(nearest is null ? string.Empty : $" Did you mean '{kind}:{nearest}'?")}",
            Forms);
    }

    private static MigrateBothException Unknown(string argument, string kind)
    {
        // What is no known word may be a connection string without its prefix.
        var isWord = kind.All(char.IsAsciiLetter);
        var nearest = isWord ? NearestName.Find(kind, Engines.Keys.Concat(BuiltSources.Keys)) : null;
        return new MigrateBothException(
            ExitCode.Usage,
            "invalid-value",
            $"{argument} {(isWord ? $"('{kind}') " : string.Empty)}is not a side of a comparison.{(nearest is null ? string.Empty : $" Did you mean '{nearest}:...'?")}",
            Forms);
    }
}
