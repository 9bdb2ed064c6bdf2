namespace Shop.Data.Entities;

public sealed class Employee
{
    public int Id { get; set; }

    public required string Name { get; set; }

    public int? ManagerId { get; set; }

    public Employee? Manager { get; set; }

    public List<Employee> Reports { get; } = [];
}
