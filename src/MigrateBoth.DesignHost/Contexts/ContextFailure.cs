using MigrateBoth.Core;
using MigrateBoth.Core.Errors;
using MigrateBoth.DesignHost.Errors;

namespace MigrateBoth.DesignHost.Contexts;

/// <summary>Tells "there is no such way to make a context" from "the application's code failed".</summary>
internal static class ContextFailure
{
    private static readonly string[] AbsenceSources =
    [
        // Nothing registered, and no constructor that could be called.
        "Microsoft.Extensions.DependencyInjection.Abstractions",
        "Microsoft.Extensions.DependencyInjection",

        // No provider configured.
        "Microsoft.EntityFrameworkCore",
    ];

    public static bool IsAbsence(Exception exception) =>
        Root(exception) is InvalidOperationException root && AbsenceSources.Contains(root.Source, StringComparer.Ordinal);

    /// <summary>What was thrown, under EF Core's wrappers.</summary>
    public static Exception Root(Exception exception)
    {
        exception = Fault.Unwrap(exception);
        return exception.GetType().Name == "OperationException" && exception.InnerException is { } inner ? Root(inner) : exception;
    }

    public static MigrateBothException Of(Type contextType, string way, Engine engine, Exception exception, bool verbose)
    {
        var root = Root(exception);
        return Fault.OfApplication(
            "context-failed",
            $"{contextType.Name} could not be made for {engine.DisplayName()} by its {way}",
            root,
            verbose,
            Hint(root));
    }

    private static string? Hint(Exception exception) => exception.ToString().Contains("ServerVersion.AutoDetect", StringComparison.Ordinal)
        ? "ServerVersion.AutoDetect asks a server, and at design time there need not be one. Say the version instead: ServerVersion.Parse(\"8.4.0-mysql\")."
        : null;
}
