namespace Shop.Data.Entities;

public sealed class VoucherPayment : Payment
{
    public required string VoucherCode { get; set; }
}
