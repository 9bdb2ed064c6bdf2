using MigrateBoth.Core.Recordings;
using MigrateBoth.Testing.Recording;
using MigrateBoth.Testing.Servers;
using MigrateBoth.Testing.Tests.Garden;

namespace MigrateBoth.Testing.Tests.Recording;

/// <summary>A garden database with a recorder, and the recording of what was done to it.</summary>
internal sealed class RecordedGarden : IDisposable
{
    private readonly string _directory = Path.Combine(Path.GetTempPath(), $"migrateboth-recording-{Guid.NewGuid():N}");
    private readonly GardenServer _garden;
    private readonly RecordingSession _session;

    public RecordedGarden(ITestServer server)
    {
        _garden = new GardenServer(server);
        _session = new RecordingSession(_directory, server.Engine, () => server.Version, typeof(RecordedGarden).Assembly);
        Recorder = NewRecorder();
        Database = _garden.CreateDatabase();
    }

    public DatabaseRecorder Recorder { get; }

    public RecordingSession Session => _session;

    public ITestDatabase Database { get; }

    /// <summary>How much of the recording is in the file already.</summary>
    public long FileLength => new FileInfo(Directory.EnumerateFiles(_directory).Single()).Length;

    public DatabaseRecorder NewRecorder() => new(_session, typeof(GardenContext).FullName!);

    public GardenContext NewContext()
    {
        var context = _garden.NewContext(Database, Recorder);
        Recorder.Adopt(context);
        return context;
    }

    /// <summary>Ends the recording and reads it.</summary>
    public Core.Recordings.Recording Finish()
    {
        Recorder.Close();
        _session.Dispose();
        var recording = Assert.Single(RecordingReader.ReadDirectory(_directory));
        Assert.True(recording.IsComplete);
        return recording;
    }

    /// <summary>What is in the file now; null when there is nothing to read yet.</summary>
    public Core.Recordings.Recording? Peek()
    {
        try
        {
            return RecordingReader.ReadDirectory(_directory).SingleOrDefault();
        }
        catch (RecordingException)
        {
            return null; // Not flushed yet.
        }
    }

    public void Dispose()
    {
        _session.Dispose();
        _garden.Dispose();
        if (Directory.Exists(_directory))
        {
            Directory.Delete(_directory, recursive: true);
        }
    }
}
