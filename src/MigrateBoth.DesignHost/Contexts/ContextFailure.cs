using MigrateBoth.Core;
using MigrateBoth.Core.Errors;
using MigrateBoth.DesignHost.Errors;

using Microsoft.EntityFrameworkCore.Diagnostics;

namespace MigrateBoth.DesignHost.Contexts;

/// <summary>Distinguishes "there is no such way to create a context" from "the application's code failed".</summary>
internal static class ContextFailure
{
    /// <summary>What to do about <c>ServerVersion.AutoDetect</c>.</summary>
    public const string SayTheVersion =
        "ServerVersion.AutoDetect connects to a server, which may not exist at design time. Name a running server in migrateboth.json: \"mysql\": { \"environment\": { \"ConnectionStrings__NAME\": \"Server=...\" } } "
        + "(or the setting that it reads, as \"arguments\"), or set the version in the code: ServerVersion.Parse(\"8.4.0-mysql\").";

    // Nothing registered, and no constructor that could be called.
    private static readonly string[] ContainerSources =
        ["Microsoft.Extensions.DependencyInjection.Abstractions", "Microsoft.Extensions.DependencyInjection"];

    public static bool IsAbsence(Exception exception) => Root(exception) switch
    {
        InvalidOperationException root => ContainerSources.Contains(root.Source, StringComparer.Ordinal) || root.Message == CoreStrings.NoProviderConfigured,

        // EF Core's search does not bear two factories of one context, be it another one than this.
        ArgumentException root => root.StackTrace?.Contains("DbContextOperations.FindContextTypes(", StringComparison.Ordinal) == true,
        _ => false,
    };

    /// <summary>Whether the application could not tell its server's version, because it asks a server.</summary>
    public static bool IsVersionQuestion(Exception exception) => exception.ToString().Contains("ServerVersion.AutoDetect(", StringComparison.Ordinal);

    /// <summary>Whether a connection string is missing or is none: then <c>ServerVersion.AutoDetect</c> is not at fault.</summary>
    public static bool IsMissingSetting(Exception exception) => Root(exception) is ArgumentException or FormatException
        || (Root(exception) is InvalidOperationException root && root.Message.Contains("onnection", StringComparison.Ordinal) && root.Message.Contains("tring", StringComparison.Ordinal));

    /// <summary>Whether the application was kept from opening its own database.</summary>
    public static bool IsApplicationDatabase(Exception? exception) =>
        exception is ApplicationDatabaseException || (exception is not null && IsApplicationDatabase(exception.InnerException));

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
            Hint(root, engine));
    }

    public static MigrateBothException OfModel(Type contextType, Engine engine, Exception exception, bool verbose) => Fault.OfApplication(
        "model-failed", $"The model of {contextType.Name} cannot be built for {engine.DisplayName()}", exception, verbose);

    private static string Hint(Exception exception, Engine engine) => exception switch
    {
        _ when IsApplicationDatabase(exception) => "Leave that to the application's start: if (!EF.IsDesignTime) { ... }",
        _ when IsVersionQuestion(exception) && !IsMissingSetting(exception) => SayTheVersion,
        _ => $"If it needs a setting, give it for this engine. {SettingAdvice.Of(engine, exception.Message)} Use --verbose to see where it was thrown.",
    };
}
