using System.Net;
using System.Numerics;

namespace Troubled;

#pragma warning disable CS1591

public class HostName { public int Id { get; set; } public required IPAddress Address { get; set; } public Uri? Site { get; set; } }

public class Node { public int Id { get; set; } public required IPAddress Address { get; set; } }

public class Figure { public int Id { get; set; } public BigInteger Number { get; set; } public required Version Release { get; set; } }

public class PaperBody { public string? Title { get; set; } public int Pages { get; set; } }

public class Paper { public int Id { get; set; } public required PaperBody Body { get; set; } }

public class WordList { public int Id { get; set; } public required List<string> Words { get; set; } }

public class Numbered { public TicketId Id { get; set; } public bool IsOpen { get; set; } }

[Flags] public enum Rights { None = 0, Read = 1, Write = 2 }

public enum Nothing { }

public class Granted { public int Id { get; set; } public Rights Rights { get; set; } public Nothing Nothing { get; set; } }

public class Counter { public int Id { get; set; } public int Version { get; set; } }

public class Draft { public int Id { get; set; } public Guid Version { get; set; } public bool IsDone { get; set; } }

public class Blog { public int Id { get; set; } public bool IsHidden { get; set; } }

public class Post { public int Id { get; set; } public int BlogId { get; set; } public Blog? Blog { get; set; } }

public class Tenant { public int Id { get; set; } public int Code { get; set; } }

public class Bearer { public int Id { get; set; } public bool IsAdult { get; set; } }

public class Passport { public int Id { get; set; } public int? BearerId { get; set; } public Bearer? Bearer { get; set; } }

public class Seat { public int Id { get; set; } public int? BearerId { get; set; } public Bearer? Bearer { get; set; } public int Row { get; set; } }

public class Region { public int Id { get; set; } public bool IsFar { get; set; } }

public class Place { public int Floor { get; set; } public int RegionId { get; set; } public Region? Region { get; set; } }

public class Shop { public int Id { get; set; } public required Place Place { get; set; } }

public class Coin { public int Id { get; set; } public int Code { get; set; } }

public class Purse { public int Id { get; set; } public int Code { get; set; } }

public class Branch { public int Id { get; set; } public int? ParentId { get; set; } public Branch? Parent { get; set; } }

public class Pupil { public int Id { get; set; } public List<Lesson> Lessons { get; set; } = []; }

public class Lesson { public int Id { get; set; } public List<Pupil> Pupils { get; set; } = []; }

public class Animal { public int Id { get; set; } public int Legs { get; set; } }

public class Cat : Animal { public int Lives { get; set; } }

public class Dog : Animal { public bool Barks { get; set; } }

public class Vehicle { public int Id { get; set; } public int Wheels { get; set; } }

public class Truck : Vehicle { public int Tons { get; set; } }

public class Dimensions { public int Width { get; set; } public int Height { get; set; } }

public class Parcel { public int Id { get; set; } public required Dimensions Size { get; set; } }

public class BasketItem { public int Id { get; set; } public int Count { get; set; } }

public class Basket { public int Id { get; set; } public List<BasketItem> Items { get; set; } = []; }

public class Cell { public int Column { get; set; } public int Line { get; set; } public bool IsFull { get; set; } }

public class Secret { public int Id { get; set; } }

public class Derived { public int Id { get; set; } public int BearerId { get; set; } public Bearer? Bearer { get; set; } public int? FromKey { get; set; } public int A { get; set; } public int B { get; set; } public int Sum { get; set; } public int Seven { get; set; } }

public class Range { public int Id { get; set; } public int Low { get; set; } public int High { get; set; } public int Kind { get; set; } }
