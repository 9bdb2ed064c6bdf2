namespace Shop.Data.Entities;

public sealed class BankTransfer : Payment
{
    public required string Iban { get; set; }
}
