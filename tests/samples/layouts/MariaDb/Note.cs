namespace Notes;

public sealed class Note
{
    public int Id { get; set; }

    public int AuthorId { get; set; }

    public required string Title { get; set; }

    public string? Body { get; set; }

    public bool IsPinned { get; set; }

    public List<Label> Labels { get; } = [];
}
