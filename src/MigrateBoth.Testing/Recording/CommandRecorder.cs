using System.Data.Common;
using System.Runtime.CompilerServices;

using MigrateBoth.Core.Recordings;

using Microsoft.EntityFrameworkCore.Diagnostics;

using EfCommandSource = Microsoft.EntityFrameworkCore.Diagnostics.CommandSource;
using RecordedSource = MigrateBoth.Core.Recordings.CommandSource;

namespace MigrateBoth.Testing.Recording;

/// <summary>Records commands and what came of them.</summary>
internal sealed class CommandRecorder(DatabaseRecorder recorder, SaveRecorder saves) : DbCommandInterceptor
{
    private readonly ConditionalWeakTable<DbCommand, Labels> _labels = [];
    private readonly ConditionalWeakTable<DbCommand, Start> _starts = [];

    /// <inheritdoc />
    public override DbCommand CommandInitialized(CommandEndEventData eventData, DbCommand result)
    {
        var text = QueryShapes.Strip(result.CommandText, out var tags, out var shape);
        if (shape is not null)
        {
#pragma warning disable CA2100 // The text is EF Core's own, less a comment.
            result.CommandText = text;
#pragma warning restore CA2100
        }

        if (shape is not null || tags.Count > 0)
        {
            _labels.AddOrUpdate(result, new Labels(tags, shape));
        }

        return result;
    }

    /// <inheritdoc />
    public override InterceptionResult<DbDataReader> ReaderExecuting(DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result)
    {
        Begin(command, eventData);
        return result;
    }

    /// <inheritdoc />
    public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default)
    {
        Begin(command, eventData);
        return new(result);
    }

    /// <inheritdoc />
    public override DbDataReader ReaderExecuted(DbCommand command, CommandExecutedEventData eventData, DbDataReader result)
    {
        if (Describe(command, eventData, CommandKind.Reader) is not { } step)
        {
            return result;
        }

        var scope = ScopeOf(command);
        return new RecordingDataReader(
            result, new ResultRecorder(step), new ResultColumns(command.CommandText, step.Source, eventData.Context), recorded => recorder.Write(scope, recorded, eventData.Context));
    }

    /// <inheritdoc />
    public override ValueTask<DbDataReader> ReaderExecutedAsync(
        DbCommand command, CommandExecutedEventData eventData, DbDataReader result, CancellationToken cancellationToken = default) =>
        new(ReaderExecuted(command, eventData, result));

    /// <inheritdoc />
    public override InterceptionResult<object> ScalarExecuting(DbCommand command, CommandEventData eventData, InterceptionResult<object> result)
    {
        Begin(command, eventData);
        return result;
    }

    /// <inheritdoc />
    public override ValueTask<InterceptionResult<object>> ScalarExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<object> result, CancellationToken cancellationToken = default)
    {
        Begin(command, eventData);
        return new(result);
    }

    /// <inheritdoc />
    public override object? ScalarExecuted(DbCommand command, CommandExecutedEventData eventData, object? result)
    {
        if (Describe(command, eventData, CommandKind.Scalar) is { } step)
        {
            recorder.Write(ScopeOf(command), step with { Scalar = RecordedValue.Encode(result) }, eventData.Context);
        }

        return result;
    }

    /// <inheritdoc />
    public override ValueTask<object?> ScalarExecutedAsync(
        DbCommand command, CommandExecutedEventData eventData, object? result, CancellationToken cancellationToken = default) =>
        new(ScalarExecuted(command, eventData, result));

    /// <inheritdoc />
    public override InterceptionResult<int> NonQueryExecuting(DbCommand command, CommandEventData eventData, InterceptionResult<int> result)
    {
        Begin(command, eventData);
        return result;
    }

    /// <inheritdoc />
    public override ValueTask<InterceptionResult<int>> NonQueryExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
    {
        Begin(command, eventData);
        return new(result);
    }

    /// <inheritdoc />
    public override int NonQueryExecuted(DbCommand command, CommandExecutedEventData eventData, int result)
    {
        if (Describe(command, eventData, CommandKind.NonQuery) is { } step)
        {
            recorder.Write(ScopeOf(command), step with { RowsAffected = result }, eventData.Context);
        }

        return result;
    }

    /// <inheritdoc />
    public override ValueTask<int> NonQueryExecutedAsync(
        DbCommand command, CommandExecutedEventData eventData, int result, CancellationToken cancellationToken = default) =>
        new(NonQueryExecuted(command, eventData, result));

    /// <inheritdoc />
    public override void CommandFailed(DbCommand command, CommandErrorEventData eventData) =>
        Failed(command, eventData, FailureClassifier.Classify(eventData.Exception));

    /// <inheritdoc />
    public override Task CommandFailedAsync(DbCommand command, CommandErrorEventData eventData, CancellationToken cancellationToken = default)
    {
        CommandFailed(command, eventData);
        return Task.CompletedTask;
    }

    /// <inheritdoc />
    public override void CommandCanceled(DbCommand command, CommandEndEventData eventData) =>
        Failed(command, eventData, new RecordedFailure(FailureClass.Other, typeof(OperationCanceledException).FullName!, null, "The command was cancelled."));

    /// <inheritdoc />
    public override Task CommandCanceledAsync(DbCommand command, CommandEndEventData eventData, CancellationToken cancellationToken = default)
    {
        CommandCanceled(command, eventData);
        return Task.CompletedTask;
    }

    private void Failed(DbCommand command, CommandEndEventData eventData, RecordedFailure failure)
    {
        var kind = eventData.ExecuteMethod switch
        {
            DbCommandMethod.ExecuteReader => CommandKind.Reader,
            DbCommandMethod.ExecuteScalar => CommandKind.Scalar,
            _ => CommandKind.NonQuery,
        };
        if (Describe(command, eventData, kind) is { } step)
        {
            recorder.Write(ScopeOf(command), step with { Failure = failure }, eventData.Context);
        }
    }

    private void Begin(DbCommand command, CommandEventData eventData)
    {
        var scope = saves.ScopeOf(eventData.Context);
        _starts.AddOrUpdate(command, new Start(recorder.NextSequence(), scope));
        if (_labels.TryGetValue(command, out var labels) && labels.Shape is { } shape)
        {
            scope?.Compiled(shape);
        }
    }

    private TestScope? ScopeOf(DbCommand command) => _starts.TryGetValue(command, out var start) ? start.Scope : null;

    private RecordedCommand? Describe(DbCommand command, CommandEndEventData eventData, CommandKind kind)
    {
        if (SourceOf(eventData.CommandSource) is not { } source)
        {
            return null;
        }

        _labels.TryGetValue(command, out var labels);
        var sql = command.CommandText;
        var isLong = sql.Length > RecordingFormat.MaximumTextLength;
        return new RecordedCommand
        {
            Sequence = _starts.TryGetValue(command, out var start) ? start.Sequence : recorder.NextSequence(),
            Kind = kind,
            Source = source,
            Save = source == RecordedSource.Save ? saves.SequenceOf(eventData.Context) : null,
            Tags = labels?.Tags ?? [],
            Shape = labels?.Shape,
            Sql = isLong ? sql[..RecordingFormat.MaximumTextLength] : sql,
            OrderBy = OuterOrderBy.Of(sql),
            Parameters = [.. command.Parameters.Cast<DbParameter>().Select(parameter => RecordedValue.Encode(parameter.Value))],
            IsInScope = System.Transactions.Transaction.Current is not null,
            Truncated = isLong,
        };
    }

    // Null for what the application did not ask for.
    private static RecordedSource? SourceOf(EfCommandSource source) => source switch
    {
        EfCommandSource.Migrations or EfCommandSource.Scaffolding => null,
        EfCommandSource.LinqQuery => RecordedSource.Linq,
        EfCommandSource.SaveChanges => RecordedSource.Save,
        EfCommandSource.ExecuteUpdate or EfCommandSource.ExecuteDelete => RecordedSource.Bulk,
        EfCommandSource.FromSqlQuery => RecordedSource.RawQuery,
        EfCommandSource.ExecuteSqlRaw => RecordedSource.RawCommand,
        EfCommandSource.ValueGenerator => RecordedSource.ValueGenerator,
        _ => RecordedSource.Other,
    };

    private sealed record Labels(IReadOnlyList<string> Tags, string? Shape);

    private sealed record Start(long Sequence, TestScope? Scope);
}
