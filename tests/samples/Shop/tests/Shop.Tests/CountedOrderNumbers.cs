using System.Globalization;

using Shop.Data.Orders;

namespace Shop.Tests;

/// <summary>One, two, three: orders get the same numbers in every run, on both engines.</summary>
internal sealed class CountedOrderNumbers : IOrderNumbers
{
    private int _last;

    public string Next(DateTimeOffset placedAt) => string.Create(CultureInfo.InvariantCulture, $"{placedAt:yyMMdd}-{Interlocked.Increment(ref _last):D8}");
}
