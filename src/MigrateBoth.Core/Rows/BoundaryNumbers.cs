using System.Globalization;

namespace MigrateBoth.Core.Rows;

/// <summary>The numbers among <see cref="BoundaryValues"/>.</summary>
internal static class BoundaryNumbers
{
    /// <summary>How many digits a <see cref="decimal"/> always holds.</summary>
    public const int MostDigits = 28;

    private const int MostScale = 20;

    public static IEnumerable<LogicalValue> Integers(LogicalColumn column)
    {
        var (min, max) = Edges(column);
        decimal[] ordinary = [1, 0, -1, 2, 3, -2, 5, 6, 7, -7, 9, 10, 64, 100, -100, 1000, 123456];
        decimal[] wide = column.Bits < 64 ? [] : column.IsUnsigned ? [int.MaxValue + 1m, long.MaxValue] : [int.MaxValue + 1m];

        // The least before the greatest: a sum in this order does not overflow on the way.
        return [.. ordinary.Concat(wide).Where(value => value >= min && value <= max).Select(value => Integer(column, value, wide.Contains(value))), Integer(column, min, true), Integer(column, max, true)];
    }

    /// <summary>The least and the greatest integer.</summary>
    public static (object Least, object Greatest) Range(LogicalColumn column) => Edges(column);

    public static IEnumerable<LogicalValue> Decimals(LogicalColumn column)
    {
        var (whole, scale) = (column.Precision - column.Scale, Scale(column));
        decimal[] ordinary = [1, 0, -1, 1.5m, 2.5m, -2.5m, 0.5m, 0.75m, -1.99m, 10, 9, 0.1m, 99, 100, -10.25m, 1234.5m];
        var step = Power(10, -scale);
        var max = Greatest(column);
        List<LogicalValue> values =
        [
            .. ordinary.Where(value => Math.Abs(value) < Power(10, Math.Min(whole, MostDigits)) && decimal.Round(value, scale) == value).Select(value => new LogicalValue(value)),
            new(step), new(max, IsExtreme: true),
        ];
        if (!column.IsUnsigned)
        {
            values.AddRange([new(-step), new(-max, IsExtreme: true)]);
        }

        values.AddRange(Beyond(column, whole));
        return values;
    }

    /// <summary>The least and the greatest decimal.</summary>
    public static (object Least, object Greatest) DecimalRange(LogicalColumn column) => (column.IsUnsigned ? 0m : -Greatest(column), Greatest(column));

    public static IEnumerable<LogicalValue> Floats(LogicalColumn column)
    {
        // Exact in binary, so that a narrower column does not round them.
        double[] exact = [1, 0, -1, 0.5, 1.5, 2.5, -2.5, -0.5, 0.25, 0.75, -1.875, 0.0009765625, 9, 10, 100, 1234.5];
        double[] rounded = column.Bits == 32 ? [123456.79f, 0.1f, 16777216] : [0.1, 123456789.125, 0.1 + 0.2];
        double[] extreme = column.Bits == 32
            ? [9007199254740992, -9007199254740992, 1.1754943508222875E-38, float.MaxValue, float.MinValue]
            : [9007199254740992, -9007199254740992, 1e15, 1e300, -1e300, 1e-300, double.MaxValue, double.MinValue];
        double[] none = [double.PositiveInfinity, double.NegativeInfinity, double.NaN];
        return
        [
            .. exact.Select(value => Float(column, value, false)),

            // MySQL hands out six digits of them and computes with more.
            .. rounded.Select(value => Float(column, value, false) with { IsBeyond = column.Bits == 32 }),
            .. extreme.Select(value => Float(column, value, true)),
            .. none.Select(value => new LogicalValue(value, IsExtreme: true) { Trait = ValueTrait.NotFinite, IsBeyond = true }),
        ];
    }

    /// <summary>The least and the greatest finite number.</summary>
    public static (object Least, object Greatest) FloatRange(LogicalColumn column) =>
        column.Bits == 32 ? ((double)float.MinValue, (double)float.MaxValue) : (double.MinValue, double.MaxValue);

    private static (decimal Least, decimal Greatest) Edges(LogicalColumn column)
    {
        var max = Power2(column.IsUnsigned ? column.Bits : column.Bits - 1);
        return (column.Least ?? (column.IsUnsigned ? 0 : -max), column.Greatest ?? (max - 1));
    }

    /// <summary>The other side may have a type of half the width, or one with a sign.</summary>
    private static LogicalValue Integer(LogicalColumn column, decimal value, bool isExtreme) => new(value, isExtreme)
    {
        Trait = column.Bits < 64 ? ValueTrait.Plain
            : column.IsUnsigned ? value > long.MaxValue ? ValueTrait.Range : ValueTrait.Plain
            : value is > int.MaxValue or < int.MinValue ? ValueTrait.Range : ValueTrait.Plain,
    };

    /// <summary>More digits behind the point than the column has, and more in front of it.</summary>
    private static IEnumerable<LogicalValue> Beyond(LogicalColumn column, int whole)
    {
        if (column.Scale < MostDigits)
        {
            var half = 5 * Power(10, -(column.Scale + 1));
            yield return new LogicalValue(1 + half) { Trait = ValueTrait.Scale, IsBeyond = true };
            yield return new LogicalValue(half / 5) { Trait = ValueTrait.Scale, IsBeyond = true };
        }
        else
        {
            yield return new LogicalValue(0.12345678901234567891m);
        }

        yield return whole < MostDigits
            ? new LogicalValue(Power(10, whole)) { Trait = ValueTrait.Range, IsBeyond = true }
            : new LogicalValue(decimal.MaxValue, IsExtreme: true) { Trait = whole == MostDigits ? ValueTrait.Range : ValueTrait.Plain, IsBeyond = whole == MostDigits };
    }

    /// <summary>As many digits behind the point as leave room for some in front of it.</summary>
    private static int Scale(LogicalColumn column) => column.Precision <= MostDigits ? column.Scale : Math.Min(column.Scale, MostScale);

    private static decimal Greatest(LogicalColumn column)
    {
        var scale = Scale(column);
        return Power(10, Math.Min(column.Precision - column.Scale, MostDigits - scale)) - Power(10, -scale);
    }

    private static LogicalValue Float(LogicalColumn column, double value, bool isExtreme) => new(value, isExtreme)
    {
        Trait = column.Bits == 32 && double.Parse(((float)value).ToString("G6", CultureInfo.InvariantCulture), CultureInfo.InvariantCulture) != value ? ValueTrait.Digits : ValueTrait.Plain,
    };

    private static decimal Power2(int exponent)
    {
        var result = 1m;
        for (var bit = 0; bit < exponent; bit++)
        {
            result *= 2;
        }

        return result;
    }

    private static decimal Power(decimal number, int exponent)
    {
        var result = 1m;
        for (var i = 0; i < Math.Abs(exponent); i++)
        {
            result = exponent > 0 ? result * number : result / number;
        }

        return result;
    }
}
