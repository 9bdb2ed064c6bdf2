namespace Lending;

public sealed class Reader
{
    public int Id { get; set; }

    public required string Name { get; set; }

    public required string Card { get; set; }

    public string? Mail { get; set; }

    public List<Loan> Loans { get; } = [];
}

public sealed class Book
{
    public int Id { get; set; }

    public required string Title { get; set; }

    public decimal Price { get; set; }
}

public sealed class Loan
{
    public int Id { get; set; }

    public int ReaderId { get; set; }

    public int BookId { get; set; }

    public Book? Book { get; set; }

    public DateTime Until { get; set; }

    public bool IsExtended { get; set; }
}
