namespace Notes;

public sealed class Label
{
    public required string Name { get; set; }

    public List<Note> Notes { get; } = [];
}
