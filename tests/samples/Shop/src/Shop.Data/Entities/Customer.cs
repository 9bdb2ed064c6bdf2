namespace Shop.Data.Entities;

public sealed class Customer : IVersioned
{
    public Guid Id { get; set; }

    public required EmailAddress Email { get; set; }

    public required string FirstName { get; set; }

    public required string LastName { get; set; }

    public DateOnly? Birthday { get; set; }

    public DateTime RegisteredAt { get; set; }

    public CustomerPreferences Preferences { get; set; } = new();

    public Address? BillingAddress { get; set; }

    public int Version { get; set; }

    public List<Order> Orders { get; } = [];
}
