namespace Shop.Data.Orders;

/// <summary>Gives orders their numbers. A service of its own, like the clock, so that tests can do without chance.</summary>
public interface IOrderNumbers
{
    /// <summary>A number that no other order has.</summary>
    string Next(DateTimeOffset placedAt);
}
