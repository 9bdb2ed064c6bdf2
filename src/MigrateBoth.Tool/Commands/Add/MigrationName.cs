using System.Globalization;
using MigrateBoth.Core;
using MigrateBoth.Core.Errors;
using MigrateBoth.Core.Model;

namespace MigrateBoth.Tool.Commands.Add;

/// <summary>What a migration may be called: its name becomes a class, a file name and a part of the id.</summary>
internal static class MigrationName
{
    // The C# language's reserved words; contextual ones are good class names as far as the compiler is concerned.
    private static readonly HashSet<string> Keywords =
    [
        "abstract", "as", "base", "bool", "break", "byte", "case", "catch", "char", "checked", "class", "const", "continue", "decimal",
        "default", "delegate", "do", "double", "else", "enum", "event", "explicit", "extern", "false", "finally", "fixed", "float", "for",
        "foreach", "goto", "if", "implicit", "in", "int", "interface", "internal", "is", "lock", "long", "namespace", "new", "null",
        "object", "operator", "out", "override", "params", "private", "protected", "public", "readonly", "ref", "return", "sbyte",
        "sealed", "short", "sizeof", "stackalloc", "static", "string", "struct", "switch", "this", "throw", "true", "try", "typeof",
        "uint", "ulong", "unchecked", "unsafe", "ushort", "using", "virtual", "void", "volatile", "while",
    ];

    /// <summary>Refuses what is no C# identifier, before anything is built.</summary>
    /// <exception cref="MigrateBothException"><c>invalid-name</c> (64).</exception>
    public static void RequireIdentifier(string name)
    {
        if (Keywords.Contains(name))
        {
            throw Invalid($"'{name}' is a keyword of C# and cannot name a migration.");
        }

        if (name.Length == 0 || !IsStart(name[0]) || !name.All(IsPart))
        {
            throw Invalid($"'{name}' cannot name a migration: a name is a C# identifier, letters, digits and underscores, and no digit first.");
        }
    }

    /// <summary>Refuses a name that a migration or the context has already on either side; case does not count, as in EF Core.</summary>
    /// <exception cref="MigrateBothException"><c>name-exists</c> or <c>name-is-context</c> (78).</exception>
    public static void RequireNew(string name, EnginePair<EngineHistory> histories)
    {
        EngineHistory[] sides = [histories.Sqlite, histories.MySql];
        if (sides.Any(side => Same(side.ContextType[(side.ContextType.LastIndexOfAny(['.', '+']) + 1)..], name)))
        {
            throw new MigrateBothException(
                ExitCode.Configuration,
                "name-is-context",
                $"'{name}' is the name of the context class; the migration's class would hide it.",
                "Choose another name, such as 'InitialCreate'.");
        }

        var existing = sides
            .SelectMany(side => side.Migrations, (side, migration) => (side.Engine, Migration: migration))
            .Where(found => Same(found.Migration.Name, name))
            .Select(found => $"{found.Migration.Id} ({Core.EngineNames.DisplayName(found.Engine)})")
            .ToList();
        if (existing.Count > 0)
        {
            throw new MigrateBothException(
                ExitCode.Configuration,
                "name-exists",
                $"There is a migration named '{name}' already: {string.Join(", ", existing)}.",
                "Choose another name, or remove that migration first.");
        }
    }

    private static bool Same(string left, string right) => left.Equals(right, StringComparison.OrdinalIgnoreCase);

    private static bool IsStart(char c) => c == '_' || char.IsLetter(c) || char.GetUnicodeCategory(c) == UnicodeCategory.LetterNumber;

    private static bool IsPart(char c) => IsStart(c) || char.GetUnicodeCategory(c) is
        UnicodeCategory.DecimalDigitNumber or UnicodeCategory.ConnectorPunctuation or UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark;

    private static MigrateBothException Invalid(string message) =>
        new(ExitCode.Usage, "invalid-name", message, "Write for example: dotnet migrate-both add AddCustomerEmail");
}
