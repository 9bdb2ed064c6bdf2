namespace MigrateBoth.EndToEnd.Tests.Infrastructure;

/// <summary>A test that mounts a small file system: Linux, as root. Elsewhere it is skipped, in sight.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class MountFactAttribute : FactAttribute
{
    public MountFactAttribute()
    {
        if (!OperatingSystem.IsLinux() || Environment.UserName != "root")
        {
            Skip = "Mounting a small file system needs Linux and root.";
        }
    }
}
