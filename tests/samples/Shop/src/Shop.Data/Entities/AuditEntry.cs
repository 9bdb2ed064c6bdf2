namespace Shop.Data.Entities;

public sealed class AuditEntry
{
    public long Id { get; set; }

    public int? EmployeeId { get; set; }

    public Employee? Employee { get; set; }

    public required string Action { get; set; }

    public required string Subject { get; set; }

    public DateTime At { get; set; }
}
