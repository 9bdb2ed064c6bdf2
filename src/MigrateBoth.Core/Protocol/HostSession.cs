using MigrateBoth.Core.Configuration;

namespace MigrateBoth.Core.Protocol;

/// <summary>The application a design host works on, and how its contexts are made. All paths are absolute.</summary>
public sealed record HostSession
{
    /// <summary>The project of the context.</summary>
    public required HostProject Project { get; init; }

    /// <summary>The project whose factory or host makes the context.</summary>
    public required HostProject Startup { get; init; }

    /// <summary>Where the two sides' migrations live, or null to see from the contexts that are found.</summary>
    public MigrationsLayout? Layout { get; init; }

    /// <summary>The context type by short or full name, or null for the only one.</summary>
    public string? Context { get; init; }

    /// <summary>What the user wrote after <c>--</c>.</summary>
    public required IReadOnlyList<string> ApplicationArguments { get; init; }

    /// <summary>Whether errors of the application show its stack frames.</summary>
    public required bool Verbose { get; init; }

    /// <summary>SQLite's half.</summary>
    public required HostEngineSession Sqlite { get; init; }

    /// <summary>MySQL's half.</summary>
    public required HostEngineSession MySql { get; init; }

    /// <summary>One engine's half.</summary>
    public HostEngineSession this[Engine engine] => engine == Engine.Sqlite ? Sqlite : MySql;
}
