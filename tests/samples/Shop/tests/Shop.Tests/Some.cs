using System.Globalization;

using Shop.Data.Entities;

namespace Shop.Tests;

/// <summary>Entities that tests need and do not care about. Every value is fixed, so that both engines get the same.</summary>
internal static class Some
{
    public static readonly DateTime Noon = new(2026, 3, 14, 12, 0, 0, DateTimeKind.Utc);

    public static Guid Id(int number) => Guid.Parse($"00000000-0000-4000-8000-{number:D12}", CultureInfo.InvariantCulture);

    public static Customer Customer(int number, string firstName = "Ada", string lastName = "Lovelace") => new()
    {
        Id = Id(number),
        Email = EmailAddress.Parse($"customer{number}@example.org"),
        FirstName = firstName,
        LastName = lastName,
        RegisteredAt = Noon,
    };

    public static Product Product(string sku, string name, decimal price = 10m, ProductStatus status = ProductStatus.OnSale, int category = 1) => new()
    {
        Sku = sku,
        Name = name,
        Price = price,
        TaxRate = 0.19m,
        Status = status,
        CategoryId = category,
    };

    public static Warehouse Warehouse(int number, string name = "Vienna") => new() { Id = Id(100 + number), Name = name, CountryCode = "AT" };

    public static StockItem Stock(Warehouse warehouse, Product product, int onHand, int reserved = 0) => new()
    {
        WarehouseId = warehouse.Id,
        Product = product,
        OnHand = onHand,
        Reserved = reserved,
    };

    public static Address Address(string city = "Graz") => new() { Street = "Hauptplatz 1", City = city, PostalCode = "8010", CountryCode = "AT" };

    public static Order Order(string number, Customer customer, decimal total = 0, int minutes = 0) => new()
    {
        Number = number,
        Customer = customer,
        PlacedAt = new DateTimeOffset(Noon.AddMinutes(minutes), TimeSpan.Zero),
        Currency = "EUR",
        Total = total,
        ShippingAddress = Address(),
    };

    public static OrderLine Line(Product product, int quantity) => new() { ProductSku = product.Sku, Quantity = quantity, UnitPrice = product.Price };

    public static Coupon Coupon(string code, decimal percent, bool isRetired = false) => new()
    {
        Code = code,
        DiscountPercent = percent,
        ValidFrom = new DateOnly(2026, 1, 1),
        ValidUntil = new DateOnly(2026, 12, 31),
        IsRetired = isRetired,
    };
}
