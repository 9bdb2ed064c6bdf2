namespace MigrateBoth.Sqlite.Tests.Scratch;

/// <summary>A fact that needs a <see cref="SmallDisk"/>, visibly skipped where none can be made.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class SmallDiskFactAttribute : FactAttribute
{
    private static readonly string? Reason = SmallDisk.WhyNot();

    public SmallDiskFactAttribute() => Skip = Reason;
}
