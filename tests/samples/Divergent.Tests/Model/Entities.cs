using System.ComponentModel.DataAnnotations;

namespace Divergent.Tests.Model;

public class Word
{
    public int Id { get; set; }
    [MaxLength(50)] public required string Text { get; set; }
    [MaxLength(8)] public string Code { get; set; } = "";
    public int Number { get; set; }
}

public class Login
{
    public int Id { get; set; }
    [MaxLength(100)] public required string Email { get; set; }
}

public class Tag
{
    [MaxLength(30)] public required string Name { get; set; }
    public string? Description { get; set; }
}

public class TagUse
{
    public int Id { get; set; }
    [MaxLength(30)] public required string TagName { get; set; }
    public Tag? Tag { get; set; }
}

public class Amount
{
    public int Id { get; set; }
    public decimal Value { get; set; }
    public decimal Other { get; set; }
    public int Whole { get; set; }
    public int Divisor { get; set; }
    public double Real { get; set; }
    public float Single { get; set; }
    public long Big { get; set; }
    public ulong Unsigned { get; set; }
    public byte Small { get; set; }
}

public class Moment
{
    public int Id { get; set; }
    public DateTime At { get; set; }
    public DateTimeOffset With { get; set; }
    public TimeSpan Span { get; set; }
}

public class Limit
{
    public int Id { get; set; }
    public decimal Price { get; set; }
}

public class Grade
{
    public int Id { get; set; }
    [MaxLength(1)] public required string Letter { get; set; }
}

public class Node
{
    public int Id { get; set; }
    public int? ParentId { get; set; }
    public Node? Parent { get; set; }
    public List<Node> Children { get; } = [];
    public int Rank { get; set; }
}

public class Document
{
    public int Id { get; set; }
    [MaxLength(100)] public required string Title { get; set; }
    [Timestamp] public byte[]? Version { get; set; }
}

public class Couple
{
    public int Id { get; set; }
    public int First { get; set; }
    public int Second { get; set; }
}

public class Ticket
{
    public Guid Id { get; set; }
    public int Seat { get; set; }
}
