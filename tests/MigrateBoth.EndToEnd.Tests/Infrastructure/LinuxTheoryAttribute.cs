namespace MigrateBoth.EndToEnd.Tests.Infrastructure;

/// <summary>As <see cref="LinuxFactAttribute"/>, with cases.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class LinuxTheoryAttribute : TheoryAttribute
{
    public LinuxTheoryAttribute()
    {
        if (!OperatingSystem.IsLinux())
        {
            Skip = "The script is written for the Linux runners.";
        }
    }
}
