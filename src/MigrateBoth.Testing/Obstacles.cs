using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;
using MigrateBoth.Core.Recordings;
using MigrateBoth.Testing.Leftovers;
using MigrateBoth.Testing.Recording;

namespace MigrateBoth.Testing;

/// <summary>
/// Tells failures of the server and of our own statements from those of tests: they are written into the recording, so that the tool says what is
/// wrong with the server and not that a test behaves differently.
/// </summary>
internal static class Obstacles
{
    private const string Mark = "MigrateBoth.Obstacle";

    /// <summary>Does something that no test asked for.</summary>
    /// <param name="failed">What it means that it failed, without a period.</param>
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
            // Ours, and mostly about the test: only what the server did is none of its business.
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

    /// <summary>Whether an exception is about the server, and written down.</summary>
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
