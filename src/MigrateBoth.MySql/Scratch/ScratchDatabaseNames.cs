using System.Text.RegularExpressions;

namespace MigrateBoth.MySql.Scratch;

/// <summary>How scratch databases are named; no other database is ever dropped.</summary>
internal static partial class ScratchDatabaseNames
{
    /// <summary>What a GRANT has to name so that an account can make and drop them.</summary>
    public const string GrantPattern = @"`migrateboth\_%`.*";

    public static string New(string purpose) => PurposeWord().IsMatch(purpose)
        ? $"migrateboth_{Guid.NewGuid().ToString("N")[..12]}_{purpose}"
        : throw new ArgumentException("The purpose is lower-case letters and digits, at most 30 of them.", nameof(purpose));

    public static bool IsOurs(string name) => OurName().IsMatch(name);

    [GeneratedRegex("^[a-z0-9]{1,30}$")]
    private static partial Regex PurposeWord();

    [GeneratedRegex("^migrateboth_[0-9a-f]{12}_[a-z0-9]{1,30}$")]
    private static partial Regex OurName();
}
