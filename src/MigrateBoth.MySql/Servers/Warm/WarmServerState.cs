using System.Text.Json;
using System.Text.Json.Serialization;
using MigrateBoth.Core.Schema;
using MigrateBoth.Core.Scratch;
using MigrateBoth.MySql.Connections;

namespace MigrateBoth.MySql.Servers.Warm;

/// <summary>The warm server as it is now.</summary>
/// <param name="Identity">Vendor and version.</param>
/// <param name="Source"><c>container</c> or <c>local</c>.</param>
/// <param name="Image">The container's image, or null.</param>
/// <param name="Id">The container's name or the process id.</param>
/// <param name="Endpoint">Host and port.</param>
/// <param name="Started">When it was started, in UTC.</param>
public sealed record WarmServerStatus(ServerIdentity Identity, string Source, string? Image, string Id, string Endpoint, DateTimeOffset Started);

/// <summary>What is known of the warm server between two commands: a file, and the password in another.</summary>
/// <param name="SchemaVersion">Raised when an older reader would misunderstand.</param>
/// <param name="Source"><c>container</c> or <c>local</c>.</param>
/// <param name="Id">The container's name, or the <see cref="ProcessStamp"/> of the process.</param>
/// <param name="Directory">The folder of a local server, or null.</param>
/// <param name="Image">The container's image, or null.</param>
/// <param name="Host">Where it answers.</param>
/// <param name="Port">Where it answers.</param>
/// <param name="Started">When, in UTC.</param>
internal sealed record WarmServerState(
    int SchemaVersion,
    string Source,
    string Id,
    string? Directory,
    string? Image,
    string Host,
    int Port,
    DateTimeOffset Started)
{
    public const int CurrentVersion = 1;

    private const string StateFile = "warm-server.json";
    private const string PasswordFile = "warm-server.password";

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { WriteIndented = true };

    private string _password = string.Empty;

    /// <summary>Where the server answers, with its password.</summary>
    [JsonIgnore]
    public MySqlTarget Target => ServerAccount.Target(Host, Port, _password);

    /// <summary>Reads it; null when there is none, or none that this version understands.</summary>
    public static WarmServerState? TryRead(string stateDirectory)
    {
        try
        {
            var state = JsonSerializer.Deserialize<WarmServerState>(File.ReadAllText(Path.Combine(stateDirectory, StateFile)), Json);
            if (state is not { SchemaVersion: CurrentVersion, Source: not null, Id: not null, Host: not null })
            {
                return null;
            }

            state._password = File.ReadAllText(Path.Combine(stateDirectory, PasswordFile));
            return state;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or JsonException)
        {
            return null; // Not there, or not readable: as good as not there.
        }
    }

    /// <summary>Writes both files, readable by their owner only.</summary>
    public void Write(string stateDirectory, string password)
    {
        _password = password;
        PrivateFiles.CreateDirectory(stateDirectory);
        PrivateFiles.Write(Path.Combine(stateDirectory, PasswordFile), password);
        PrivateFiles.Write(Path.Combine(stateDirectory, StateFile), JsonSerializer.Serialize(this, Json));
    }

    /// <summary>Deletes the state files; the server itself is left alone.</summary>
    public static void Delete(string stateDirectory)
    {
        File.Delete(Path.Combine(stateDirectory, StateFile));
        File.Delete(Path.Combine(stateDirectory, PasswordFile));
    }
}
