using System.Text.Json;
using MigrateBoth.Core.Errors;

namespace MigrateBoth.Core.Scratch;

/// <summary>What a lease looks like on disk.</summary>
/// <param name="SchemaVersion">Raised when an older reader would misunderstand.</param>
/// <param name="Process">Whose it is.</param>
/// <param name="Resources">What that process has to remove, oldest first.</param>
internal sealed record LeaseFile(int SchemaVersion, ProcessStamp Process, IReadOnlyList<LeasedResource> Resources)
{
    /// <summary>The version this code writes and reads.</summary>
    public const int CurrentVersion = 1;

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { WriteIndented = true };

    /// <summary>Reads a lease.</summary>
    /// <exception cref="JsonException">It is not one.</exception>
    public static LeaseFile Read(string path)
    {
        var file = JsonSerializer.Deserialize<LeaseFile>(File.ReadAllText(path), Json);
        var isComplete = file is { SchemaVersion: > 0, Process: { Started: not null, Scope: not null }, Resources: not null };
        return isComplete ? file! : throw new JsonException("A member is missing.");
    }

    /// <summary>Writes it whole.</summary>
    public void Write(string path) => PrivateFiles.Write(
        path,
        JsonSerializer.Serialize(this with { Resources = [.. Resources.Select(resource => resource with { Detail = resource.Detail is null ? null : Redaction.MaskSecrets(resource.Detail) })] }, Json));
}
