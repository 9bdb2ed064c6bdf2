namespace Drifted.Model;

public sealed class Member
{
    public int Id { get; set; }

    public required string Name { get; set; }

    public required string Email { get; set; }

    /// <summary>How many books a member may have at once.</summary>
    public int LoanLimit { get; set; }
}
