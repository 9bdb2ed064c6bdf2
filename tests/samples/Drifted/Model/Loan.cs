namespace Drifted.Model;

public sealed class Loan
{
    public int Id { get; set; }

    public int CopyId { get; set; }

    public int MemberId { get; set; }

    public DateOnly DueOn { get; set; }

    public DateOnly? ReturnedOn { get; set; }

    public int? Renewals { get; set; }
}
