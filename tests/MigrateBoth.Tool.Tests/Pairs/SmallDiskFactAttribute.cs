namespace MigrateBoth.Tool.Tests.Pairs;

/// <summary>A fact that needs a mounted file system: a visible skip where mounting is not allowed.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class SmallDiskFactAttribute : FactAttribute
{
    public SmallDiskFactAttribute()
    {
        if (!SmallDisk.IsAvailable)
        {
            Skip = "needs Linux and the right to mount a tmpfs";
        }
    }
}
