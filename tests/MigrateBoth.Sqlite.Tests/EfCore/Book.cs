namespace MigrateBoth.Sqlite.Tests.EfCore;

public sealed class Book
{
    public Guid Id { get; set; }

    public required string Title { get; set; }

    public decimal Price { get; set; }

    public DateTime Added { get; set; }

    public byte[]? Cover { get; set; }

    public string? Slug { get; set; }

    public int? AuthorId { get; set; }

    public Author? Author { get; set; }

    public string? EditorName { get; set; }
}
