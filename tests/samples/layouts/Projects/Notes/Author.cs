namespace Notes;

public sealed class Author
{
    public int Id { get; set; }

    public required string Name { get; set; }

    public List<Note> Notes { get; } = [];
}
