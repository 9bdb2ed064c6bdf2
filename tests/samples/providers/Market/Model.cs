namespace Market;

public enum OrderState
{
    Open,
    Paid,
    Shipped,
}

public sealed class Category
{
    public int Id { get; set; }

    public string Name { get; set; } = "";

    public int? ParentId { get; set; }

    public Category? Parent { get; set; }

    public List<Product> Products { get; } = [];
}

public sealed class Vendor
{
    public Guid Id { get; set; }

    public string Name { get; set; } = "";

    public string? Notes { get; set; }

    public DateTime Since { get; set; }
}

public sealed class Product
{
    public int Id { get; set; }

    public string Sku { get; set; } = "";

    public string Title { get; set; } = "";

    public decimal Price { get; set; }

    public bool IsSold { get; set; }

    public double Weight { get; set; }

    public int CategoryId { get; set; }

    public Category Category { get; set; } = null!;

    public Guid VendorId { get; set; }

    public Vendor Vendor { get; set; } = null!;

    public List<Tag> Tags { get; } = [];
}

public sealed class Tag
{
    public int Id { get; set; }

    public string Word { get; set; } = "";

    public List<Product> Products { get; } = [];
}

public sealed class Customer
{
    public long Id { get; set; }

    public string Email { get; set; } = "";

    public string Name { get; set; } = "";

    public byte[]? Picture { get; set; }
}

public sealed class Order
{
    public long Id { get; set; }

    public long CustomerId { get; set; }

    public Customer Customer { get; set; } = null!;

    public DateTime PlacedAt { get; set; }

    public OrderState State { get; set; }

    public List<OrderLine> Lines { get; } = [];
}

public sealed class OrderLine
{
    public long Id { get; set; }

    public long OrderId { get; set; }

    public Order Order { get; set; } = null!;

    public int ProductId { get; set; }

    public Product Product { get; set; } = null!;

    public int Quantity { get; set; }

    public decimal Price { get; set; }
}

public sealed class Review
{
    public int Id { get; set; }

    public int ProductId { get; set; }

    public Product Product { get; set; } = null!;

    public long? CustomerId { get; set; }

    public Customer? Customer { get; set; }

    public short Stars { get; set; }

    public string? Text { get; set; }
}
