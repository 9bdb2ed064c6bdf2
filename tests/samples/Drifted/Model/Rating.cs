namespace Drifted.Model;

public sealed class Rating
{
    public int Id { get; set; }

    public int BookId { get; set; }

    public int MemberId { get; set; }

    public int Stars { get; set; }
}
