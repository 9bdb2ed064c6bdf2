namespace MigrateBoth.EndToEnd.Tests.Infrastructure;

/// <summary>A test of a bash script. Elsewhere than on Linux it is skipped, in sight.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class LinuxFactAttribute : FactAttribute
{
    public LinuxFactAttribute()
    {
        if (!OperatingSystem.IsLinux())
        {
            Skip = "The script is written for the Linux runners.";
        }
    }
}
