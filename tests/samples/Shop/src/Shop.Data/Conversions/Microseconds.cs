namespace Shop.Data.Conversions;

/// <summary>The finest unit of time that both engines store.</summary>
public static class Microseconds
{
    public static DateTime Truncate(DateTime value) => value.AddTicks(-(value.Ticks % TimeSpan.TicksPerMicrosecond));
}
