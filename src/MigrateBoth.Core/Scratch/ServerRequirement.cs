using System.Text.RegularExpressions;
using MigrateBoth.Core.Errors;
using MigrateBoth.Core.Schema;

namespace MigrateBoth.Core.Scratch;

/// <summary>What a command line, a variable or the configuration says about the MySQL server. A server that does not meet it proves nothing.</summary>
/// <param name="Named">What was named and where, such as <c>--mysql-image mysql:9.7</c>.</param>
/// <param name="Vendor"><c>MySQL</c> or <c>MariaDB</c>; null where only the image itself can say.</param>
/// <param name="Oldest">The oldest version that will do, such as <c>9.7</c>; null where any will.</param>
/// <param name="Image">The image, where one was named: a container of it meets the requirement whatever its tag promises.</param>
public sealed partial record ServerRequirement(string Named, string? Vendor, string? Oldest, string? Image = null)
{
    private const string MySql = "MySQL";
    private const string MariaDb = "MariaDB";

    /// <summary>The requirement that a version is.</summary>
    /// <param name="origin">Where it was named, such as <c>mysql.version</c>.</param>
    /// <param name="text">Such as <c>8.4</c>, <c>8.4.0-mysql</c> or <c>10.11-mariadb</c>.</param>
    /// <exception cref="MigrateBothException">It is not a version.</exception>
    public static ServerRequirement OfVersion(string origin, string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var version = LeadingVersion().Match(text.Trim());
        return version.Success
            ? new ServerRequirement($"{origin} {text}", text.Contains(MariaDb, StringComparison.OrdinalIgnoreCase) ? MariaDb : MySql, version.Value)
            : throw new MigrateBothException(
                ExitCode.Configuration, "server-version-invalid", $"{origin} is '{text}', which is not a server version.", "Write it like 8.4 or 10.11-mariadb.");
    }

    /// <summary>The requirement that an image is.</summary>
    /// <param name="origin">Where it was named, such as <c>--mysql-image</c>.</param>
    /// <param name="image">Such as <c>mysql:8.4</c> or <c>registry.example.com:5000/bitnami/mariadb:11.8-debian</c>.</param>
    public static ServerRequirement OfImage(string origin, string image)
    {
        ArgumentNullException.ThrowIfNull(image);
        var parts = ImageParts().Match(image);
        var repository = parts.Groups["repository"].Value;
        string? vendor = repository.Contains(MariaDb, StringComparison.OrdinalIgnoreCase) ? MariaDb
            : repository.Contains(MySql, StringComparison.OrdinalIgnoreCase) || repository.Contains("percona", StringComparison.OrdinalIgnoreCase) ? MySql
            : null;
        var version = LeadingVersion().Match(parts.Groups["tag"].Value);
        return new ServerRequirement($"{origin} {image}", vendor, vendor is not null && version.Success ? version.Value : null, image);
    }

    /// <summary>Why a server does not meet it, or null.</summary>
    /// <param name="server">What the server says it is.</param>
    /// <param name="image">The image of its container, or null.</param>
    public string? Refusal(ServerIdentity server, string? image)
    {
        ArgumentNullException.ThrowIfNull(server);
        if (Image is not null && Image == image)
        {
            return null;
        }

        return Vendor is null ? $"{Named} does not show its vendor and version, and {server} is not a container of it"
            : !string.Equals(Vendor, server.Vendor, StringComparison.OrdinalIgnoreCase) ? $"it is {server}, and {Named} asks for {Vendor}"
            : Oldest is not null && IsOlder(server.Version, Oldest) ? $"it is {server}, older than {Named} requires"
            : null;
    }

    /// <summary>Why a server does not meet all of what was named, or null.</summary>
    /// <param name="required">What was named.</param>
    /// <param name="server">What the server says it is.</param>
    /// <param name="image">The image of its container, or null.</param>
    public static string? Refusal(IReadOnlyList<ServerRequirement> required, ServerIdentity server, string? image)
    {
        ArgumentNullException.ThrowIfNull(required);

        // An image whose name tells nothing is one way to a server; a version that is named next to it says which server it has to be.
        var hasVersion = required.Any(requirement => requirement.Image is null);
        return required
            .Where(requirement => !hasVersion || requirement.Vendor is not null)
            .Select(requirement => requirement.Refusal(server, image))
            .FirstOrDefault(reason => reason is not null);
    }

    /// <summary>Only as many numbers count as were named: any 8.4 is an 8.4.</summary>
    private static bool IsOlder(string version, string oldest)
    {
        var numbers = LeadingVersion().Match(version).Value.Split('.');
        var named = oldest.Split('.');
        for (var i = 0; i < named.Length; i++)
        {
            var difference = Number(numbers, i).CompareTo(Number(named, i));
            if (difference != 0)
            {
                return difference < 0;
            }
        }

        return false;
    }

    private static long Number(string[] numbers, int index) => index < numbers.Length && long.TryParse(numbers[index], out var number) ? number : 0;

    [GeneratedRegex(@"^\d{1,9}(\.\d{1,9}){0,2}(?!\d)")]
    private static partial Regex LeadingVersion();

    /// <summary>A registry's name, which says nothing, has a dot or a port or is localhost.</summary>
    [GeneratedRegex(@"^(?:(?:localhost|[^/]*[.:][^/]*)/)?(?<repository>[^:@]*)(?::(?<tag>[^@]*))?")]
    private static partial Regex ImageParts();
}
