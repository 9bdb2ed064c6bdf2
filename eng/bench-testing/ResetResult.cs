using System.Globalization;

namespace MigrateBoth.Testing.Bench;

/// <summary>What one process measured of resets.</summary>
internal sealed record ResetResult(double ResetMilliseconds, double MigrateMilliseconds)
{
    public double Ratio => MigrateMilliseconds / ResetMilliseconds;

    public static ResetResult Parse(string text)
    {
        var parts = text.Trim().Split(' ');
        return new(double.Parse(parts[0], CultureInfo.InvariantCulture), double.Parse(parts[1], CultureInfo.InvariantCulture));
    }

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{ResetMilliseconds} {MigrateMilliseconds}");
}
