namespace Shop.Data.Entities;

public sealed class Review
{
    public long Id { get; set; }

    public int ProductId { get; set; }

    public Guid? CustomerId { get; set; }

    public Customer? Customer { get; set; }

    public int Rating { get; set; }

    public string? Text { get; set; }

    public DateTime PostedAt { get; set; }

    /// <summary>Taken down by a moderator.</summary>
    public bool IsHidden { get; set; }
}
