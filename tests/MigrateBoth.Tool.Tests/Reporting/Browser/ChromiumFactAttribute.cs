namespace MigrateBoth.Tool.Tests.Reporting.Browser;

/// <summary>A fact that needs a browser: a visible skip on a developer's machine without one, a failure where it is declared to be there.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class ChromiumFactAttribute : FactAttribute
{
    public ChromiumFactAttribute()
    {
        if (!ChromiumPaths.AreRequired && (ChromiumPaths.Browser is null || ChromiumPaths.Driver is null))
        {
            Skip = "needs Chromium and chromedriver: run eng/chromium/ensure.sh";
        }
    }
}
