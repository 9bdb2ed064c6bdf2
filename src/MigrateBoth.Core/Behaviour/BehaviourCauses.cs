using MigrateBoth.Core.Protocol;
using MigrateBoth.Core.Rules.Behaviour;

namespace MigrateBoth.Core.Behaviour;

/// <summary>A known way in which the engines behave differently.</summary>
/// <param name="Id">A stable identifier in kebab-case.</param>
/// <param name="Rule">The rule that reports it.</param>
/// <param name="Rows">The rows of the catalogue of differences.</param>
/// <param name="Says">What is different; {0} is the engine that deviates, {1} the other one.</param>
/// <param name="Advice">What to do.</param>
/// <param name="Recipe">The mapping that is tried in the same run, or null where none is known.</param>
/// <param name="Severity">How much it matters, or null for the rule's default.</param>
public sealed record BehaviourCause(
    string Id, BehaviourRule Rule, IReadOnlyList<string> Rows, string Says, string Advice, RecipeMapping? Recipe = null, Severity? Severity = null)
{
    /// <summary>The cause in whose finding it is reported, where several come from one mapping; itself otherwise.</summary>
    public BehaviourCause Told => ToldAs ?? this;

    /// <summary>The engine of the finding in which it is reported, where that is not the one that deviates.</summary>
    public Engine? ToldOf { get; private init; }

    private BehaviourCause? ToldAs { get; init; }

    private const string Strings = "Use UseMigrateBothStringSemantics() of MigrateBoth.EntityFrameworkCore: text is then compared by code point on both engines.";

    /// <summary>A cause of MB501. Tenths of a microsecond are noise of the clock: a warning.</summary>
    public static BehaviourCause FractionCut { get; } = new("fraction-cut", BehaviourRule.ValueNotKept, ["C-32"],
        "{0} keeps microseconds, {1} one digit more",
        "Convert to microseconds before saving: HasConversion(value => value cut to microseconds, stored => stored).", RecipeMapping.TruncatedTime, Core.Severity.Warning);

    /// <summary>A cause of MB501.</summary>
    public static BehaviourCause TimeRounded { get; } = new("time-rounded", BehaviourRule.ValueNotKept, ["S-12"],
        "{0} rounds times to the column's precision, {1} keeps every digit",
        "Convert to the column's precision before saving: HasConversion(value => value cut to the precision, stored => stored).", RecipeMapping.TruncatedTime);

    /// <summary>A cause of MB501.</summary>
    public static BehaviourCause OffsetLost { get; } = new("offset-lost", BehaviourRule.ValueNotKept, ["S-14", "C-33"],
        "{0} loses the offset that {1} keeps",
        "Store the UTC date and time: HasConversion(value => value.UtcDateTime, stored => new DateTimeOffset(stored, TimeSpan.Zero)).", RecipeMapping.UtcDateTime);

    /// <summary>A cause of MB501.</summary>
    public static BehaviourCause TrailingBlanks { get; } = new("trailing-blanks-lost", BehaviourRule.ValueNotKept, ["S-09"],
        "{0} loses trailing blanks that {1} keeps", "Leave IsFixedLength out: a varchar keeps blanks.", RecipeMapping.VariableLength);

    /// <summary>A cause of MB501.</summary>
    public static BehaviourCause DecimalRounded { get; } = new("decimal-not-rounded", BehaviourRule.ValueNotKept, ["C-15"],
        "{0} rounds to the column's scale, {1} keeps every digit",
        "Round before saving: HasConversion(value => Math.Round(value, scale, MidpointRounding.AwayFromZero), stored => stored), or an interceptor that does so for all decimals.", RecipeMapping.RoundedDecimal);

    /// <summary>A cause of MB501.</summary>
    public static BehaviourCause FloatDigits { get; } = new("float-digits-lost", BehaviourRule.ValueNotKept, ["C-27"],
        "{0} reads a float back with six digits, {1} with all of them", "Store it as a double: HasConversion<double>(), or make the property a double.", RecipeMapping.DoubleColumn);

    /// <summary>A cause of MB501.</summary>
    public static BehaviourCause ValueChanged { get; } = new("value-changed", BehaviourRule.ValueNotKept, [],
        "{0} gives back another value than was written, {1} the same", "Compare the store types of both sides, and give the property a converter to a type that both keep.");

    /// <summary>A cause of MB501.</summary>
    public static BehaviourCause NotRead { get; } = new("value-not-read", BehaviourRule.ValueNotKept, [],
        "{0} cannot read back what was written, {1} can", "Give the property a converter to a type that the provider reads, such as ticks for a time.");

    /// <summary>A cause of MB502. The model names the length, so that the application can keep to it: a warning.</summary>
    public static BehaviourCause LengthNotEnforced { get; } = new("length-not-enforced", BehaviourRule.ValueRefused, ["S-03"],
        "{0} refuses or cuts what is longer than the column, {1} stores it",
        "Check lengths before saving, in an interceptor for all properties, or give SQLite a check: length(Column) <= the length.", RecipeMapping.LengthCheck, Core.Severity.Warning);

    /// <summary>A cause of MB502.</summary>
    public static BehaviourCause LengthNotDeclared { get; } = new("length-not-declared", BehaviourRule.ValueRefused, ["S-02", "S-19"],
        "{0} refuses or cuts what is longer than a column to which the model gives no length, {1} stores it",
        "Give the property HasMaxLength, and check lengths before saving.", RecipeMapping.LengthCheck);

    /// <summary>A cause of MB502. As with lengths, the model names the precision.</summary>
    public static BehaviourCause DecimalRange { get; } = new("decimal-range", BehaviourRule.ValueRefused, ["C-15"],
        "{0} refuses decimals with more digits than the precision, {1} stores them", "Check the range before saving, or give the column a greater precision.", Severity: Core.Severity.Warning)
    {
        ToldAs = DecimalRounded,
    };

    /// <summary>A cause of MB502.</summary>
    public static BehaviourCause SpanRange { get; } = new("time-span-range", BehaviourRule.ValueRefused, ["S-15"],
        "{0} takes spans of time up to 838 hours only, {1} all", "Store ticks: HasConversion<long>().", RecipeMapping.Ticks, Core.Severity.Warning);

    /// <summary>A cause of MB502.</summary>
    public static BehaviourCause IntegerRange { get; } = new("integer-range", BehaviourRule.ValueRefused, ["S-28", "C-25"],
        "{0} refuses numbers beyond the column's range, {1} stores them", "Leave HasColumnType out, so that each provider takes a type as wide as the property's.", RecipeMapping.OwnStoreType);

    /// <summary>A cause of MB502.</summary>
    public static BehaviourCause NotFinite { get; } = new("not-finite", BehaviourRule.ValueRefused, ["C-28"],
        "infinities and NaN are stored on one engine and refused or made NULL on the other", "Refuse such values in the application.", Severity: Core.Severity.Warning);

    /// <summary>A cause of MB502.</summary>
    public static BehaviourCause NulRefused { get; } = new("nul-refused", BehaviourRule.ValueRefused, ["C-11"],
        "{0} refuses a text with a NUL character that {1} stores", "Refuse NUL characters in the application.", Severity: Core.Severity.Info);

    /// <summary>A cause of MB502.</summary>
    public static BehaviourCause ValueRefused { get; } = new("value-refused", BehaviourRule.ValueRefused, [],
        "{0} refuses a value that {1} stores", "Look at what the server says, and keep such values out in the application.");

    /// <summary>A cause of MB503.</summary>
    public static BehaviourCause OtherException { get; } = new("other-exception", BehaviourRule.OtherException, ["C-55"],
        "both engines refuse the same, with different exceptions", "Catch a type that both are, or check before saving.");

    /// <summary>A cause of MB504.</summary>
    public static BehaviourCause RowRefused { get; } = new("row-refused", BehaviourRule.RowRefused, ["S-21", "S-32", "S-33", "S-35", "S-42"],
        "{0} takes no row that the application adds, {1} does", "Look at what the database says: most often it is a key or a default that only one engine generates.");

    /// <summary>MB510: all that comes from comparing texts by language.</summary>
    public static BehaviourCause TextEquality { get; } = new("text-equality", BehaviourRule.Texts, ["C-01", "C-08"],
        "string comparison ignores {2} on {0}, not on {1}", Strings, RecipeMapping.StringSemantics);

    /// <summary>A cause of MB511.</summary>
    public static BehaviourCause FloatEquality { get; } = new("float-equality", BehaviourRule.Equality, ["C-27"],
        "{0} finds no float that is equal to a parameter, {1} does", "Store it as a double: HasConversion<double>(), or make the property a double.", RecipeMapping.DoubleColumn);

    /// <summary>A cause of MB511.</summary>
    public static BehaviourCause ListMembership { get; } = new("list-membership", BehaviourRule.Equality, [],
        "{0} does not find values in a list (list.Contains) that it finds one by one, {1} does: EF Core sends the list as JSON, in another form than the column's",
        "Store what JSON writes alike, such as ticks for a time, or compare with each value in turn.", RecipeMapping.Ticks);

    /// <summary>A cause of MB511.</summary>
    public static BehaviourCause Equality { get; } = new("equality", BehaviourRule.Equality, [], "equality finds other rows", "Give the property a mapping that both engines compare alike.");

    /// <summary>A cause of MB510.</summary>
    public static BehaviourCause TextOrder { get; } = new("text-order", BehaviourRule.Texts, ["C-05"],
        "texts are ordered and compared by language on {0} and by code point on {1}", Strings, RecipeMapping.StringSemantics)
    {
        ToldAs = TextEquality,
    };

    /// <summary>A cause of MB512.</summary>
    public static BehaviourCause Order { get; } = new("order", BehaviourRule.Order, [], "rows are compared or ordered differently", "Give the property a mapping that both engines order alike.");

    /// <summary>A cause of MB510.</summary>
    public static BehaviourCause TextSearch { get; } = new("text-search", BehaviourRule.Texts, ["C-02"],
        "Contains and IndexOf ignore case and accents on {0}, not on {1}", Strings, RecipeMapping.StringSemantics)
    {
        ToldAs = TextEquality,
    };

    /// <summary>A cause of MB510.</summary>
    public static BehaviourCause TextPrefix { get; } = new("text-prefix", BehaviourRule.Texts, ["C-03"],
        "StartsWith and EndsWith take other letters for the same on {0} than on {1}", Strings, RecipeMapping.StringSemantics)
    {
        ToldAs = TextEquality,
    };

    /// <summary>A cause of MB510.</summary>
    public static BehaviourCause LetterCase { get; } = new("letter-case", BehaviourRule.Texts, ["C-09"],
        "ToUpper and ToLower know the letters of ASCII only on SQLite, all of Unicode on MySQL", Strings, RecipeMapping.StringSemantics)
    {
        ToldAs = TextEquality,
        ToldOf = Engine.MySql,
    };

    /// <summary>A cause of MB514.</summary>
    public static BehaviourCause NulLength { get; } = new("nul-length", BehaviourRule.Function, ["C-11"],
        "SQLite's functions end a text at its first NUL character, MySQL's do not", "Refuse NUL characters in the application.", Severity: Core.Severity.Info);

    /// <summary>A cause of MB514.</summary>
    public static BehaviourCause Function { get; } = new("function", BehaviourRule.Function, [], "a function gives other values", "Compute it in the application after the query.");

    /// <summary>A cause of MB515. True of every integer, regardless of its mapping, and of no consequence where no query divides: info.</summary>
    public static BehaviourCause IntegerDivision { get; } = new("integer-division", BehaviourRule.Arithmetic, ["C-22"],
        "the quotient of two integers has a fraction in conditions on MySQL, not on SQLite", "Subtract the remainder first: (x - x % n) / n.", RecipeMapping.ExactDivision, Core.Severity.Info);

    /// <summary>A cause of MB515. As with division.</summary>
    public static BehaviourCause Overflow { get; } = new("integer-overflow", BehaviourRule.Arithmetic, ["C-24"],
        "arithmetic beyond 64 bits gives a wrong number on SQLite and an error on MySQL", "Compute in the application, or keep numbers far from the limits.", Severity: Core.Severity.Info)
    {
        ToldAs = IntegerDivision,
        ToldOf = Engine.MySql,
    };

    /// <summary>A cause of MB515.</summary>
    public static BehaviourCause Arithmetic { get; } = new("arithmetic", BehaviourRule.Arithmetic, ["C-18"], "sums, averages or remainders differ", "Compute it in the application after the query.");

    /// <summary>A cause of MB518.</summary>
    public static BehaviourCause QueryThrows { get; } = new("query-throws", BehaviourRule.QueryThrows, [], "{0} throws where {1} answers", "Write the query in another way, or compute in the application.");

    /// <summary>A cause of MB519.</summary>
    public static BehaviourCause DecimalOrder { get; } = new("decimal-order", BehaviourRule.Translation, ["C-17", "Q-05"],
        "{0} cannot order decimals or find their greatest and least, {1} can", "Order by (double)x.Property, or let an interceptor do so for all queries.", RecipeMapping.CastToDouble);

    /// <summary>A cause of MB519.</summary>
    public static BehaviourCause OffsetOrder { get; } = new("offset-order", BehaviourRule.Translation, ["C-34", "Q-05"],
        "{0} cannot compare or order DateTimeOffset, {1} can", "Store the UTC date and time: HasConversion(value => value.UtcDateTime, stored => new DateTimeOffset(stored, TimeSpan.Zero)).", RecipeMapping.UtcDateTime);

    /// <summary>A cause of MB519.</summary>
    public static BehaviourCause SpanOrder { get; } = new("time-span-order", BehaviourRule.Translation, ["C-38", "Q-05"],
        "{0} cannot compare or order TimeSpan, {1} can", "Store ticks: HasConversion<long>().", RecipeMapping.Ticks);

    /// <summary>A cause of MB519.</summary>
    public static BehaviourCause UnsignedOrder { get; } = new("unsigned-order", BehaviourRule.Translation, ["C-26", "Q-05"],
        "{0} cannot compare or order ulong, {1} can", "Store a long where the numbers fit: HasConversion<long>().", RecipeMapping.LongColumn);

    /// <summary>A cause of MB519.</summary>
    public static BehaviourCause Collections { get; } = new("primitive-collection", BehaviourRule.Translation, ["S-26", "Q-10"],
        "{0} does not translate queries into a mapped collection, {1} does", "Enable it (EnablePrimitiveCollectionsSupport() of Pomelo's options), or make a table of the collection.");

    /// <summary>A cause of MB519.</summary>
    public static BehaviourCause Translation { get; } = new("translation", BehaviourRule.Translation, ["Q-05", "Q-06"], "{0} has no translation for a query that {1} runs", "Write the query in another way, or compute in the application.");

    /// <summary>A cause of MB521.</summary>
    public static BehaviourCause TextTwins { get; } = new("text-twins", BehaviourRule.Uniqueness, ["C-06"],
        "texts that differ in {2} are the same under a unique index on {0}, not on {1}", Strings, RecipeMapping.StringSemantics);

    /// <summary>A cause of MB521.</summary>
    public static BehaviourCause Twins { get; } = new("twins", BehaviourRule.Uniqueness, [], "two rows are the same under a unique index on {0}, not on {1}", "Give the columns a mapping that keeps apart on both engines what the application keeps apart.");

    /// <summary>A cause of MB522.</summary>
    public static BehaviourCause ReferenceCase { get; } = new("reference-case", BehaviourRule.Reference, ["C-07"], "{0} takes a reference that is spelled in other case than its principal, {1} refuses it", Strings);

    /// <summary>A cause of MB522.</summary>
    public static BehaviourCause Orphan { get; } = new("orphan", BehaviourRule.Reference, ["S-69"], "{1} takes a row that refers to nothing, {0} refuses it", "Bring the foreign key to both databases: see the findings of drift and parity about it.");

    /// <summary>A cause of MB523.</summary>
    public static BehaviourCause Delete { get; } = new("delete", BehaviourRule.Delete, ["S-69"], "deleting a principal does something else on {0} than on {1}", "Give the foreign key the same delete behaviour on both sides: see the findings of drift and parity about it.");

    /// <summary>A cause of MB524.</summary>
    public static BehaviourCause Check { get; } = new("check", BehaviourRule.Check, ["S-53", "S-54", "S-55", "S-57"],
        "a check takes rows on one engine that it refuses on the other", "Write it so that both dialects mean the same: numbers with + 0 where SQLite stores text, char_length on MySQL where length counts bytes, no comparison of texts that a collation decides.");

    /// <summary>A cause of MB525.</summary>
    public static BehaviourCause Default { get; } = new("default", BehaviourRule.Default, ["S-16", "S-40", "S-42", "S-44"], "what the database puts where nothing is written differs", "Give both sides the same default, or set the value in the application.");

    /// <summary>A cause of MB526.</summary>
    public static BehaviourCause Computed { get; } = new("computed", BehaviourRule.Computed, ["S-46", "S-48"], "a computed column computes something else on {0} than on {1}", "Write the expression so that both dialects mean the same, or compute it in the application.");

    /// <summary>A cause of MB527.</summary>
    public static BehaviourCause Keys { get; } = new("keys", BehaviourRule.Keys, ["S-31", "C-40"], "generated keys are handed out differently", "Do not rely on the order of keys, or generate them in the application.");

    /// <summary>A cause of MB528.</summary>
    public static BehaviourCause Token { get; } = new("token", BehaviourRule.Token, ["S-20", "C-43"], "a write with a stale concurrency token is refused on one engine and overwrites the other change on the other",
        "Use a token that the application sets: an int or a Guid with IsConcurrencyToken that an interceptor changes with every update.");

    /// <summary>A cause of MB529.</summary>
    public static BehaviourCause Filter { get; } = new("filter", BehaviourRule.Filter, ["C-01"], "the query filter hides rows on one engine that it shows on the other", "Write the filter so that both engines compare alike.");
}
