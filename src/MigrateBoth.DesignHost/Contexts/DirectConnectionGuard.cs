using System.Diagnostics;

namespace MigrateBoth.DesignHost.Contexts;

/// <summary>
/// Prevents the application's own code from connecting to MySQL servers without EF Core while a context is created: MySqlConnector announces every
/// connection it is about to open. <c>ServerVersion.AutoDetect</c> may ask, because it looks at no database.
/// </summary>
internal static class DirectConnectionGuard
{
    private const string Source = "MySqlConnector";

    private static readonly AsyncLocal<bool> InApplication = new();

    /// <summary>Stands guard until the process ends.</summary>
    public static void Install() => ActivitySource.AddActivityListener(new ActivityListener
    {
        ShouldListenTo = source => source.Name == Source,
        Sample = Sample,
    });

    /// <summary>Runs code of the application's. What it starts in the background stays guarded.</summary>
    public static T Guarded<T>(Func<T> application)
    {
        InApplication.Value = true;
        try
        {
            return application();
        }
        finally
        {
            InApplication.Value = false;
        }
    }

    private static ActivitySamplingResult Sample(ref ActivityCreationOptions<ActivityContext> options)
    {
        if (InApplication.Value && options.Name == "Open" && !IsVersionQuestion())
        {
            throw new ApplicationDatabaseException();
        }

        return ActivitySamplingResult.None;
    }

    private static bool IsVersionQuestion() =>
        new StackTrace().GetFrames().Any(frame => frame.GetMethod() is { Name: "AutoDetect", DeclaringType.Name: "ServerVersion" });
}
