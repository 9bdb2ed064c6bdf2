using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using MigrateBoth.Core.Errors;
using MigrateBoth.Tool.Output;
using MigrateBoth.Tool.Pairs;
using MigrateBoth.Tool.Processes;

namespace MigrateBoth.Tool.Commands.Init;

/// <summary>The manifest of local tools, which gives everyone on a team the same version.</summary>
internal static class ToolManifest
{
    /// <summary>The package's name.</summary>
    public const string PackageId = "dotnet-migrate-both";

    /// <summary>The manifest's name.</summary>
    public const string FileName = "dotnet-tools.json";

    private static readonly JsonSerializerOptions Options = new() { WriteIndented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The manifest with the tool in it, or null when it is there already, in whichever version.</summary>
    /// <exception cref="MigrateBothException">78: the manifest that is there is not one.</exception>
    public static PairFile? Plan(string directory)
    {
        var existing = Nearest(directory);
        var path = existing ?? Path.Combine(directory, ".config", FileName);
        var manifest = existing is null ? new JsonObject { ["version"] = 1, ["isRoot"] = true } : Parse(existing);
        if (manifest["tools"] is not JsonObject tools)
        {
            tools = [];
            manifest["tools"] = tools;
        }

        if (tools.Any(tool => tool.Key.Equals(PackageId, StringComparison.OrdinalIgnoreCase)))
        {
            return null;
        }

        tools[PackageId] = new JsonObject { ["version"] = ToolName.Version, ["commands"] = new JsonArray(PackageId), ["rollForward"] = false };
        return new PairFile(path, manifest.ToJsonString(Options) + "\n", MustBeNew: existing is null);
    }

    /// <summary>Installs the manifest's tools: while one is missing, <c>dotnet</c> refuses the very command that the manifest names.</summary>
    /// <returns>Null, or why it could not.</returns>
    public static async Task<string?> RestoreAsync(string manifest, CancellationToken cancellationToken)
    {
        try
        {
            var run = await DotnetCommand.RunAsync(["tool", "restore", "--tool-manifest", manifest], Path.GetDirectoryName(manifest)!, cancellationToken).ConfigureAwait(false);
            return run.ExitCode == 0 ? null : $"{run.Error}\n{run.Out}".Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).FirstOrDefault() ?? $"exit code {run.ExitCode}";
        }
        catch (MigrateBothException exception)
        {
            return exception.Message;
        }
    }

    /// <summary>The manifest that <c>dotnet tool</c> would use: the nearest upward, within the repository.</summary>
    private static string? Nearest(string directory)
    {
        for (var folder = directory; folder is not null; folder = Path.GetDirectoryName(folder))
        {
            string[] places = [Path.Combine(folder, ".config", FileName), Path.Combine(folder, FileName)];
            if (places.FirstOrDefault(File.Exists) is { } manifest)
            {
                return manifest;
            }

            if (Path.Exists(Path.Combine(folder, ".git")))
            {
                return null;
            }
        }

        return null;
    }

    private static JsonObject Parse(string path)
    {
        try
        {
            // As dotnet reads it: no comments, which rewriting would lose.
            return JsonNode.Parse(File.ReadAllText(path)) as JsonObject ?? throw NotReadable(path, "it is not a JSON object", null);
        }
        catch (JsonException exception)
        {
            throw NotReadable(path, exception.Message, exception);
        }
    }

    private static MigrateBothException NotReadable(string path, string reason, Exception? inner) => new(
        ExitCode.Configuration, "tool-manifest-not-readable", $"'{path}' is not a tool manifest: {reason}. Nothing was written.", "Repair the file and run init again.", inner);
}
