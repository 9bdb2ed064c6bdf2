namespace Drifted.Model;

public sealed class Book
{
    public int Id { get; set; }

    public required string Isbn { get; set; }

    public required string Title { get; set; }

    public decimal ReplacementCost { get; set; }
}
