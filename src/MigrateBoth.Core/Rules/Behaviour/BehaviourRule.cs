namespace MigrateBoth.Core.Rules.Behaviour;

/// <summary>A rule about one way in which the same EF Core code behaves differently on the two engines.</summary>
/// <param name="Id">The stable id.</param>
/// <param name="Title">What the rule finds, in a few words.</param>
/// <param name="DefaultSeverity">How much it matters by default.</param>
public sealed record BehaviourRule(string Id, string Title, Severity DefaultSeverity) : Rule(Id, Title, DefaultSeverity)
{
    /// <summary>A value written is not the value read on one engine.</summary>
    public static BehaviourRule ValueNotKept { get; } = new("MB501", "Value is kept on one engine only", Severity.Error);

    /// <summary>A value is refused on one engine.</summary>
    public static BehaviourRule ValueRefused { get; } = new("MB502", "Value is refused on one engine only", Severity.Error);

    /// <summary>Both refuse, in other ways.</summary>
    public static BehaviourRule OtherException { get; } = new("MB503", "The same refusal is another exception", Severity.Warning);

    /// <summary>A row can be written on one engine only.</summary>
    public static BehaviourRule RowRefused { get; } = new("MB504", "Row can be written on one engine only", Severity.Error);

    /// <summary>Texts are equal, ordered, searched or changed in another way.</summary>
    public static BehaviourRule Texts { get; } = new("MB510", "Text is compared in another way", Severity.Error);

    /// <summary>Equality finds other rows.</summary>
    public static BehaviourRule Equality { get; } = new("MB511", "Equality finds other rows", Severity.Error);

    /// <summary>Comparison or order.</summary>
    public static BehaviourRule Order { get; } = new("MB512", "Comparison or order differs", Severity.Error);

    /// <summary>Search in texts.</summary>
    public static BehaviourRule Search { get; } = new("MB513", "Search in text finds other rows", Severity.Error);

    /// <summary>A function returns other values.</summary>
    public static BehaviourRule Function { get; } = new("MB514", "Function gives another value", Severity.Error);

    /// <summary>An arithmetic operation or an aggregate returns other values.</summary>
    public static BehaviourRule Arithmetic { get; } = new("MB515", "Arithmetic gives another value", Severity.Error);

    /// <summary>A query that throws on one engine.</summary>
    public static BehaviourRule QueryThrows { get; } = new("MB518", "Query throws on one engine only", Severity.Error);

    /// <summary>A query without a translation on one engine.</summary>
    public static BehaviourRule Translation { get; } = new("MB519", "Query translates on one engine only", Severity.Error);

    /// <summary>A unique index treats two rows as equal on one engine only.</summary>
    public static BehaviourRule Uniqueness { get; } = new("MB521", "Rows are the same on one engine only", Severity.Error);

    /// <summary>A foreign key accepts a reference on one engine only.</summary>
    public static BehaviourRule Reference { get; } = new("MB522", "Reference is taken on one engine only", Severity.Error);

    /// <summary>Deleting a principal has another effect.</summary>
    public static BehaviourRule Delete { get; } = new("MB523", "Deleting does something else", Severity.Error);

    /// <summary>A check constraint accepts other rows.</summary>
    public static BehaviourRule Check { get; } = new("MB524", "Check takes other rows", Severity.Error);

    /// <summary>A column default gives another value.</summary>
    public static BehaviourRule Default { get; } = new("MB525", "Default gives another value", Severity.Error);

    /// <summary>A computed column gives another value.</summary>
    public static BehaviourRule Computed { get; } = new("MB526", "Computed column gives another value", Severity.Error);

    /// <summary>Keys are generated differently.</summary>
    public static BehaviourRule Keys { get; } = new("MB527", "Keys are generated differently", Severity.Warning);

    /// <summary>A concurrency token detects a stale write on one engine only.</summary>
    public static BehaviourRule Token { get; } = new("MB528", "Stale write is noticed on one engine only", Severity.Error);

    /// <summary>A query filter hides other rows.</summary>
    public static BehaviourRule Filter { get; } = new("MB529", "Query filter hides other rows", Severity.Error);

    /// <summary>All of them.</summary>
    public static IReadOnlyList<BehaviourRule> All { get; } =
    [
        ValueNotKept, ValueRefused, OtherException, RowRefused, Texts, Equality, Order, Search, Function, Arithmetic, QueryThrows, Translation, Uniqueness, Reference, Delete, Check, Default, Computed, Keys, Token, Filter,
    ];
}
