namespace Shop.Data.Entities;

public sealed class CardPayment : Payment
{
    public required string Network { get; set; }

    public required string LastDigits { get; set; }
}
