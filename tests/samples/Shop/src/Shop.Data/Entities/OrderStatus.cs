namespace Shop.Data.Entities;

public enum OrderStatus
{
    Placed,
    Paid,
    Shipped,
    Cancelled,
}
