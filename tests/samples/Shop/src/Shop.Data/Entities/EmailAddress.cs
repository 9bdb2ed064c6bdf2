namespace Shop.Data.Entities;

/// <summary>An address in one spelling, so that it can be a unique key that compares by code point.</summary>
public sealed record EmailAddress
{
    private EmailAddress(string value) => Value = value;

    public string Value { get; }

    public static EmailAddress Parse(string text)
    {
        var value = text.Trim().ToLowerInvariant();
        return value.IndexOf('@') is > 0 and var at && at < value.Length - 1
            ? new EmailAddress(value)
            : throw new FormatException("An e-mail address has the form name@host.");
    }

    public override string ToString() => Value;
}
