using MigrateBoth.Core;
using MigrateBoth.Core.Schema;
using MigrateBoth.Core.Scratch;

namespace MigrateBoth.Specification;

/// <summary>What a suite needs of an engine; one per engine, shared by all its suites.</summary>
public interface IEngineFixture
{
    Engine Engine { get; }

    /// <summary>A running server. The suites make their databases here and leave the server alone.</summary>
    IScratchServer Server { get; }

    /// <summary>The reader under test, with its defaults.</summary>
    ICatalogReader Reader { get; }

    /// <summary>Executes one script of one or more statements.</summary>
    Task ExecuteAsync(string connectionString, string sql);

    /// <summary>Reads as <see cref="Reader"/> does and counts the statements that reached the server.</summary>
    Task<CountedRead> ReadCountingStatementsAsync(string connectionString);
}
