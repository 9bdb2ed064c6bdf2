namespace Shop.Data.Entities;

public enum ProductStatus
{
    Draft,
    OnSale,
    Discontinued,
}
