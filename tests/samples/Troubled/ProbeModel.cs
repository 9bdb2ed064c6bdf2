namespace Troubled;

/// <summary>Points and spans of time.</summary>
public sealed class Stamp
{
    public int Id { get; set; }

    public DateTime At { get; set; }

    public DateTime Coarse { get; set; }

    public DateTimeOffset Moment { get; set; }

    public TimeSpan Span { get; set; }

    public TimeOnly Clock { get; set; }
}

/// <summary>Numbers.</summary>
public sealed class Price
{
    public int Id { get; set; }

    public decimal Amount { get; set; }

    public decimal Free { get; set; }

    public float Rate { get; set; }

    public double Factor { get; set; }

    public ulong Big { get; set; }

    public long Wide { get; set; }

    public int Count { get; set; }

    public long Long { get; set; }
}

/// <summary>Texts.</summary>
public sealed class Label
{
    public int Id { get; set; }

    public string Name { get; set; } = "";

    public string Fixed { get; set; } = "";

    public string Unbounded { get; set; } = "";

    public string Folded { get; set; } = "";

    public string CaseOnly { get; set; } = "";

    public string Padded { get; set; } = "";

    public char Mark { get; set; }

    public string Twin { get; set; } = "";

    public List<int> Numbers { get; set; } = [];
}

/// <summary>A text that the application itself refuses on SQLite.</summary>
public sealed class Note
{
    public int Id { get; set; }

    public string Text { get; set; } = "";
}

/// <summary>A row version that the database makes on one engine only.</summary>
public sealed class Document
{
    public int Id { get; set; }

    public string Title { get; set; } = "";

    public byte[]? Version { get; set; }
}

/// <summary>A time of change that the database makes on one engine only.</summary>
public sealed class Letter
{
    public int Id { get; set; }

    public DateTime Changed { get; set; }
}

/// <summary>A decimal in an owned type, and bytes with a length.</summary>
public sealed class Bill
{
    public int Id { get; set; }

    public Money Total { get; set; } = new();

    public byte[] Seal { get; set; } = [];
}

/// <summary>A part of a bill.</summary>
public sealed class Money
{
    public decimal Amount { get; set; }
}

/// <summary>An owned collection with EF Core's own key.</summary>
public sealed class Crate
{
    public int Id { get; set; }

    public List<Bottle> Bottles { get; } = [];
}

/// <summary>A part of a crate.</summary>
public sealed class Bottle
{
    public bool IsFull { get; set; }
}

/// <summary>Checks, defaults and computed columns.</summary>
public sealed class Rule
{
    public int Id { get; set; }

    public decimal Share { get; set; }

    public string State { get; set; } = "";

    public string Word { get; set; } = "";

    public int Whole { get; set; }

    public int Parts { get; set; }

    public int Quotient { get; private set; }

    public TimeSpan Delay { get; set; }

    public double Half { get; set; }
}

/// <summary>A computed text that means a logical OR on MySQL.</summary>
public sealed class Person
{
    public int Id { get; set; }

    public string First { get; set; } = "";

    public string Last { get; set; } = "";

    public string? Full { get; private set; }
}

/// <summary>A key of the application's own type.</summary>
/// <param name="Value">The number.</param>
public readonly record struct TicketId(int Value);

/// <summary>A generated key with a converter.</summary>
public sealed class Ticket
{
    public TicketId Id { get; set; }

    public bool IsOpen { get; set; }
}

/// <summary>A text key that one engine compares without case.</summary>
public sealed class Country
{
    public string Code { get; set; } = "";
}

/// <summary>Refers to a country by its text.</summary>
public sealed class City
{
    public int Id { get; set; }

    public string CountryCode { get; set; } = "";
}

/// <summary>A principal.</summary>
public sealed class Shelf
{
    public int Id { get; set; }
}

/// <summary>Deleted with its shelf on one engine only.</summary>
public sealed class Volume
{
    public int Id { get; set; }

    public int ShelfId { get; set; }
}

/// <summary>A foreign key whose index holds NULL in another column.</summary>
public sealed class Slip
{
    public int Id { get; set; }

    public int ShelfId { get; set; }

    public Guid? Reader { get; set; }
}

/// <summary>A filter that compares text, and an index over ticks.</summary>
public sealed class Entry
{
    public int Id { get; set; }

    public string Status { get; set; } = "";

    public DateTime Taken { get; set; }
}

/// <summary>Nothing is wrong with it.</summary>
public sealed class Sound
{
    public Guid Id { get; set; }

    public string Name { get; set; } = "";

    public string? Remark { get; set; }

    public DateOnly Day { get; set; }

    public DateTime At { get; set; }

    public TimeSpan Length { get; set; }

    public bool IsDone { get; set; }

    public byte Grade { get; set; }

    public Guid? Other { get; set; }

    public DayOfWeek Weekday { get; set; }

    public byte[] Content { get; set; } = [];
}
