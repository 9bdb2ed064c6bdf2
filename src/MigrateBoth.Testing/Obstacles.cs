using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;
using MigrateBoth.Core.Recordings;
using MigrateBoth.Testing.Leftovers;
using MigrateBoth.Testing.Recording;

namespace MigrateBoth.Testing;

/// <summary>
/// Distinguishes failures of the server and of the package's own statements from those of tests: they are written to the recording, so that the tool
/// reports a problem of the server and not a difference of a test.
/// </summary>
internal static class Obstacles
{
    private const string Mark = "MigrateBoth.Obstacle";

    /// <summary>Runs work of the package that is not part of a test.</summary>
    /// <param name="failed">The consequence of a failure, without a period.</param>
    /// <param name="work">What to do.</param>
    /// <exception cref="ParityDatabaseException">It failed.</exception>
    public static T Guard<T>(string failed, Func<T> work)
    {
        try
        {
            return work();
        }
        catch (ParityDatabaseException e)
        {
            // The package's own exception, which mostly concerns the test: only failures of the server are obstacles.
            if (e.InnerException is DbException inner && !IsOne(e) && FailureClassifier.Classify(inner) is { Class: FailureClass.Server } failure)
            {
                Write(e, "connect", failure with { Message = e.Message });
            }

            throw;
        }
        catch (Exception e)
        {
            var statement = MySqlCommands.StatementOf(e);
            var obstacle = new ParityDatabaseException(
                $"{failed} ({TestSettings.Current.Engine.DisplayName()}): {e.Message}{(statement is null ? string.Empty : $" The statement was: {statement}")}", e);
            var failure = FailureClassifier.Classify(e);
            Write(obstacle, statement ?? failed, failure with { Class = FailureClass.Server, Message = obstacle.Message });
            throw obstacle;
        }
    }

    /// <summary>Whether an exception is a failure of the server; if so, it is recorded.</summary>
    public static bool IsOne(ParityDatabaseException exception) => exception.Data.Contains(Mark);

    private static void Write(ParityDatabaseException exception, string statement, RecordedFailure failure)
    {
        exception.Data[Mark] = true;
        if (RecordingSession.Current is { } session)
        {
            session.Write(new RecordedObstacle { Sequence = session.NextSequence(), Statement = statement, Failure = failure }, context: null);
            session.Flush();
        }
    }
}

/// <summary>Notes the statement at which a migration failed.</summary>
internal sealed class FailedStatement : DbCommandInterceptor
{
    public static FailedStatement Instance { get; } = new();

    /// <inheritdoc />
    public override void CommandFailed(DbCommand command, CommandErrorEventData eventData) => MySqlCommands.Note(eventData.Exception, command.CommandText);

    /// <inheritdoc />
    public override Task CommandFailedAsync(DbCommand command, CommandErrorEventData eventData, CancellationToken cancellationToken = default)
    {
        CommandFailed(command, eventData);
        return Task.CompletedTask;
    }
}
