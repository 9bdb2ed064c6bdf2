using Microsoft.EntityFrameworkCore;

namespace MigrateBoth.DesignHost.Contexts;

/// <summary>
/// Lets the application make a context. One whose constructor goes on to its database, which is out of bounds here, is a whole context
/// all the same: the base class has done its part, and model and migrations need no more.
/// </summary>
internal static class ContextConstruction
{
    // Of EF Core's own methods that work on a database, as a stack trace shows them.
    private static readonly string[] DatabaseCalls =
        ["RelationalDatabaseFacadeExtensions.", "DatabaseFacade.Ensure", "DatabaseFacade.CanConnect", "MigrationsDatabaseFacade"];

    private static readonly AsyncLocal<List<DbContext>?> Seen = new();

    /// <summary>A context has been initialized.</summary>
    public static void Saw(DbContext context) => Seen.Value?.Add(context);

    /// <summary>Makes a context of a type.</summary>
    public static DbContext Make(Type contextType, Func<DbContext> make)
    {
        List<DbContext> seen = [];
        Seen.Value = seen;
        try
        {
            return DirectConnectionGuard.Guarded(make);
        }
        catch (Exception exception) when (StoppedAtDatabase(exception) && seen.Exists(context => context.GetType() == contextType))
        {
            return seen.Last(context => context.GetType() == contextType);
        }
        finally
        {
            Seen.Value = null;
        }
    }

    private static bool StoppedAtDatabase(Exception exception)
    {
        var root = ContextFailure.Root(exception);
        return ContextFailure.IsApplicationDatabase(root)
            || (root.StackTrace is { } stack && stack.Contains("..ctor(", StringComparison.Ordinal)
                && DatabaseCalls.Any(call => stack.Contains(call, StringComparison.Ordinal)));
    }
}
