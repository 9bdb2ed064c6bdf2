namespace Drifted.Model;

public sealed class Fine
{
    public int Id { get; set; }

    public int LoanId { get; set; }

    public int Cents { get; set; }
}
