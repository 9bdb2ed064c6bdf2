namespace Shop.Data.Entities;

public abstract class Payment
{
    public long Id { get; set; }

    public long OrderId { get; set; }

    public decimal Amount { get; set; }

    public DateTimeOffset ReceivedAt { get; set; }
}
