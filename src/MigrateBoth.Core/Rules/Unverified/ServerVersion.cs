using MigrateBoth.Core.Comparison;
using MigrateBoth.Core.Findings;
using MigrateBoth.Core.Model;
using MigrateBoth.Core.Schema;

namespace MigrateBoth.Core.Rules.Unverified;

/// <summary>MB904: the check ran on another server than the model was configured for.</summary>
internal static class ServerVersion
{
    public static Notice Rule { get; } = new("MB904", "Server differs from the configured one", Severity.Warning);

    private const string Advice = "Verify on what production runs: set mysql.image in migrateboth.json, or give the model the version of the server (ServerVersion.Parse in its options, else mysql.version in migrateboth.json).";

    /// <summary>Compares vendor and major.minor; patch releases change no DDL.</summary>
    public static IEnumerable<Finding> Check(string stage, EngineModel model, ServerIdentity server)
    {
        if (model.ConfiguredServerVersion is not { } configured)
        {
            yield break;
        }

        var vendor = VendorOf(configured);
        var (expected, actual) = (Release(configured), Release(server.Version));
        var isOtherVendor = IsOtherVendor(model, server);
        if (!isOtherVendor && expected == actual)
        {
            yield break;
        }

        yield return Rule.About(stage, new ObjectPath("server"), ObjectKind.Database, new Explanation(
            $"The check ran on {server}, while {Whose(model)}.",
            Advice,
            isOtherVendor || Major(expected) != Major(actual) ? Severity.Warning : Severity.Info), model.Engine) with
        {
            Expected = $"{vendor} {expected}",
            Actual = $"{server.Vendor} {actual}",
        };
    }

    /// <summary>Whose version it is. Where the application's own options are not known, the check made them for a version that the model does not name.</summary>
    public static string Whose(EngineModel model) => model is not { ConfiguredServerVersion: { } configured } ? "no version is configured"
        : $"{VendorOf(configured)} {Release(configured)}" is var version && model.ServerVersionOrigin == ServerVersionOrigin.Application ? $"the model is configured for {version}"
        : model.ServerVersionOrigin == ServerVersionOrigin.Setting ? $"the setting mysql.version names {version}"
        : $"the check made the context's options for {version}, its own default, because neither the application nor mysql.version names one";

    /// <summary>Whether the model is configured for servers of another vendor.</summary>
    public static bool IsOtherVendor(EngineModel model, ServerIdentity server) =>
        model.ConfiguredServerVersion is { } configured && !string.Equals(VendorOf(configured), server.Vendor, StringComparison.OrdinalIgnoreCase);

    /// <summary>The server is not the one that was requested or that the model is made for, and nothing that is found on it says anything: the one cause.</summary>
    public static Finding WrongServer(string stage, EngineModel model, string reason, string? hint) =>
        Rule.About(stage, new ObjectPath("server"), ObjectKind.Database, new Explanation(reason, hint ?? Advice, Severity.Error), model.Engine) with
        {
            Expected = model.ConfiguredServerVersion is { } configured ? $"{VendorOf(configured)} {Release(configured)}" : null,
            PreventsStage = true,
        };

    /// <summary>Two servers that write their catalogs differently: what differs may be the way it is recorded.</summary>
    public static IEnumerable<Finding> Between(string stage, DiffSide left, DiffSide right)
    {
        var (one, other) = (left.Schema.Server, right.Schema.Server);
        var isOtherVendor = !string.Equals(one.Vendor, other.Vendor, StringComparison.OrdinalIgnoreCase);
        if (!isOtherVendor && Release(one.Version) == Release(other.Version))
        {
            yield break;
        }

        yield return Rule.About(stage, new ObjectPath("server"), ObjectKind.Database, new Explanation(
            $"{left.Name} is on {one} and {right.Name} on {other}: servers write their catalogs each in its own words, so that a difference may be one of spelling only.",
            "Compare on the same release: set mysql.image in migrateboth.json, or --mysql, to what the database runs on.",
            isOtherVendor || Major(one.Version) != Major(other.Version) ? Severity.Warning : Severity.Info), right.Schema.Engine) with
        {
            Expected = one.ToString(),
            Actual = other.ToString(),
        };
    }

    private static string VendorOf(string configured) => configured.Contains("maria", StringComparison.OrdinalIgnoreCase) ? "MariaDB" : "MySQL";

    private static string Release(string version) => string.Join('.', version.Split('-')[0].Split('.').Take(2));

    private static string Major(string release) => release.Split('.')[0];
}
