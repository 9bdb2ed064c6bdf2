using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace MigrateBoth.Core.Testing.Sharding;

/// <summary>One of several parts of a suite that together are the whole. A class is never divided, because its tests may share a database.</summary>
/// <param name="Index">Which part, from 1.</param>
/// <param name="Count">How many parts there are.</param>
public sealed record Shard(int Index, int Count)
{
    /// <summary>The most parts that a suite is divided into.</summary>
    public const int Largest = 10_000;

    /// <summary>Parses a shard in the form <c>2/3</c>.</summary>
    /// <returns>Null when it is none.</returns>
    public static Shard? Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return text.Split('/') is [var index, var count]
            && int.TryParse(index, NumberStyles.None, CultureInfo.InvariantCulture, out var k)
            && int.TryParse(count, NumberStyles.None, CultureInfo.InvariantCulture, out var n)
            && k >= 1 && k <= n && n <= Largest
                ? new Shard(k, n)
                : null;
    }

    /// <summary>The classes of this part. Which part a class falls into depends on only the classes' names.</summary>
    /// <param name="classes">All classes of the suite, each with its project, in any order.</param>
    public IReadOnlyList<TestClass> Of(IEnumerable<TestClass> classes) =>
    [
        // Dealt out like cards after a shuffle by name: parts of equal size, and classes of one namespace in different ones.
        .. classes.Distinct().OrderBy(Hash, StringComparer.Ordinal).Where((_, position) => position % Count == Index - 1),
    ];

    /// <inheritdoc/>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Index}/{Count}");

    private static string Hash(TestClass one) => Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes($"{one.Project}\n{one.Name}")));
}

/// <summary>A class that holds tests.</summary>
/// <param name="Project">The name of the test project's assembly.</param>
/// <param name="Name">Its full name.</param>
public sealed record TestClass(string Project, string Name);

/// <summary>What a test assembly was built from.</summary>
/// <param name="Project">The assembly's name.</param>
/// <param name="Commit">The commit, as the SDK writes it behind the + of the informational version.</param>
public sealed record TestSource(string Project, string Commit);
