using MigrateBoth.Core;
using MigrateBoth.Core.Errors;
using MigrateBoth.DesignHost.Errors;

using Microsoft.EntityFrameworkCore.Diagnostics;

namespace MigrateBoth.DesignHost.Contexts;

/// <summary>Tells "there is no such way to make a context" from "the application's code failed".</summary>
internal static class ContextFailure
{
    // Nothing registered, and no constructor that could be called.
    private static readonly string[] ContainerSources =
        ["Microsoft.Extensions.DependencyInjection.Abstractions", "Microsoft.Extensions.DependencyInjection"];

    public static bool IsAbsence(Exception exception) => Root(exception) is InvalidOperationException root
        && (ContainerSources.Contains(root.Source, StringComparer.Ordinal) || root.Message == CoreStrings.NoProviderConfigured);

    /// <summary>What was thrown, under EF Core's wrappers.</summary>
    public static Exception Root(Exception exception)
    {
        exception = Fault.Unwrap(exception);
        return exception.GetType().Name == "OperationException" && exception.InnerException is { } inner ? Root(inner) : exception;
    }

    public static MigrateBothException Of(Type contextType, string way, Engine engine, Exception exception, bool verbose)
    {
        var root = Root(exception);
        if (root.StackTrace?.Contains(".OnModelCreating(", StringComparison.Ordinal) == true)
        {
            return OfModel(contextType, engine, root, verbose);
        }

        return Fault.OfApplication(
            "context-failed",
            $"{contextType.Name} could not be made for {engine.DisplayName()} by its {way}",
            root,
            verbose,
            Hint(root));
    }

    public static MigrateBothException OfModel(Type contextType, Engine engine, Exception exception, bool verbose) => Fault.OfApplication(
        "model-failed", $"The model of {contextType.Name} cannot be built for {engine.DisplayName()}", exception, verbose);

    private static string? Hint(Exception exception) => exception switch
    {
        ApplicationDatabaseException => "Leave that to the application's start: if (!EF.IsDesignTime) { ... }",
        _ when exception.ToString().Contains("ServerVersion.AutoDetect", StringComparison.Ordinal) =>
            "ServerVersion.AutoDetect asks a server, and at design time there need not be one. Say the version instead: ServerVersion.Parse(\"8.4.0-mysql\").",
        _ => null,
    };
}
