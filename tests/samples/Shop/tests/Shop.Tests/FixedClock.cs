namespace Shop.Tests;

/// <summary>It is always noon: what depends on the clock is then the same in every run, on both engines.</summary>
public sealed class FixedClock : TimeProvider
{
    public static FixedClock Noon { get; } = new();

    public override DateTimeOffset GetUtcNow() => new(Some.Noon, TimeSpan.Zero);
}
