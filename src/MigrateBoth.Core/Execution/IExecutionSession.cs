using MigrateBoth.Core.Rows;
using MigrateBoth.Core.Schema;
using MigrateBoth.Core.Scratch;

namespace MigrateBoth.Core.Execution;

/// <summary>The refusal of a statement by a server.</summary>
/// <param name="Message">Its message.</param>
/// <param name="IsLimit">Whether a value does not fit its type: how wide a type is, is compared elsewhere.</param>
public sealed record Refusal(string Message, bool IsLimit = false);

/// <summary>The rows of a query, or the reason why it failed.</summary>
/// <param name="Rows">
/// Values as <see cref="long"/>, <see cref="ulong"/>, <see cref="decimal"/>, <see cref="double"/>, <see cref="float"/>, <see cref="string"/>, arrays of
/// <see cref="byte"/>, <see cref="DateTime"/>, <see cref="TimeSpan"/>, <see cref="JsonText"/> or null.
/// </param>
/// <param name="Refusal">Why there are none, or null.</param>
public sealed record QueryResult(IReadOnlyList<IReadOnlyList<object?>> Rows, Refusal? Refusal)
{
    /// <summary>How many rows are read at most.</summary>
    public const int MostRows = 100_000;

    /// <summary>A query that returns more than <see cref="MostRows"/> rows.</summary>
    public static QueryResult TooMany { get; } = new([], new Refusal($"It returns more than {MostRows} rows."));
}

/// <summary>A value of a JSON type: its text says nothing about blanks and the order of members.</summary>
/// <param name="Text">The document.</param>
public readonly record struct JsonText(string Text);

/// <summary>An empty scratch database in which expressions are run, with the engine's SQL for that.</summary>
public interface IExecutionSession : IAsyncDisposable
{
    /// <summary>How values are written.</summary>
    IValueDialect Values { get; }

    /// <summary>The collation that tells every two texts apart.</summary>
    string ExactCollation { get; }

    /// <summary>A type for whole numbers.</summary>
    string WholeType { get; }

    /// <summary>A type for values of any type.</summary>
    string AnyType { get; }

    /// <summary>Quotes a name.</summary>
    string Quote(string name);

    /// <summary>The statements that make a table.</summary>
    IReadOnlyList<string> CreateTable(Table table);

    /// <summary>The statement that makes a view.</summary>
    string CreateView(View view);

    /// <summary>The statement that makes a trigger.</summary>
    string CreateTrigger(Trigger trigger);

    /// <summary>Runs statements in one batch, up to the first that is refused.</summary>
    Task<Refusal?> ExecuteAsync(IReadOnlyList<string> statements, CancellationToken cancellationToken);

    /// <summary>Runs a query.</summary>
    Task<QueryResult> QueryAsync(string sql, CancellationToken cancellationToken);
}

/// <summary>Opens sessions on one engine.</summary>
public interface IExecutionEngine
{
    /// <summary>The engine that the expressions run on.</summary>
    Engine Engine { get; }

    /// <summary>Opens a session in an empty scratch database, which stays the caller's.</summary>
    Task<IExecutionSession> OpenAsync(IScratchDatabase database, CancellationToken cancellationToken);
}
