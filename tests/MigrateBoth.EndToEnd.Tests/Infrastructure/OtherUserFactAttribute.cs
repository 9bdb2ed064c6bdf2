namespace MigrateBoth.EndToEnd.Tests.Infrastructure;

/// <summary>A test that acts as another account: Linux, as root. Elsewhere it is skipped, in sight.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class OtherUserFactAttribute : FactAttribute
{
    public OtherUserFactAttribute()
    {
        if (!OperatingSystem.IsLinux() || Environment.UserName != "root")
        {
            Skip = "Acting as another account needs Linux and root.";
        }
    }
}
