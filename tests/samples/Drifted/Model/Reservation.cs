namespace Drifted.Model;

public sealed class Reservation
{
    public int Id { get; set; }

    public int BookId { get; set; }

    public int MemberId { get; set; }

    public DateOnly ExpiresOn { get; set; }
}
