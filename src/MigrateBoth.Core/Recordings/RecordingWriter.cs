using System.Text.Encodings.Web;
using System.Text.Json;

namespace MigrateBoth.Core.Recordings;

/// <summary>Streams lines to a file. Safe for several threads; every line is written whole.</summary>
sealed partial class RecordingWriter : IDisposable
{
    // A result of many long values is written as any other, and not kept room for.
    private const int MaximumKept = 1024 * 1024;

    private readonly object _gate = new();
    private readonly Stream _stream;
    private readonly MemoryStream _line = new();

    // Escapes only what JSON asks for, because SQL is full of quotes.
    private readonly Utf8JsonWriter _json;
    private long _lines;
    private long _linesAtEnd;
    private bool _isClosed;

    /// <summary>Begins a recording.</summary>
    /// <param name="stream">Where it goes; disposed with the writer.</param>
    /// <param name="session">The first line.</param>
    public RecordingWriter(Stream stream, SessionStarted session)
    {
        _stream = stream;
        _json = new Utf8JsonWriter(_line, new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
        Write(session);
    }

    /// <summary>Begins a recording in a new file.</summary>
    /// <param name="directory">Made when it does not exist.</param>
    /// <param name="session">The first line.</param>
    public static RecordingWriter Create(string directory, SessionStarted session)
    {
        Directory.CreateDirectory(directory);
        var path = Path.Combine(directory, RecordingFormat.NewFileName(session.Assembly, session.Engine, session.Process));
        return new RecordingWriter(new FileStream(path, FileMode.CreateNew, FileAccess.Write, FileShare.Read, 64 * 1024), session);
    }

    /// <summary>Writes a line; after the end of the recording it does nothing.</summary>
    public void Write(RecordingLine line)
    {
        lock (_gate)
        {
            if (_isClosed)
            {
                return;
            }

            // First as a whole: what cannot be written leaves no half a line.
            _line.SetLength(0);
            _json.Reset();
            RecordingLineJson.Write(_json, line);
            _json.Flush();
            _line.WriteByte((byte)'\n');
            _stream.Write(_line.GetBuffer(), 0, (int)_line.Length);
            _lines++;
            if (_line.Capacity > MaximumKept)
            {
                _line.SetLength(0);
                _line.Capacity = 0;
            }
        }
    }

    /// <summary>Writes the end, for now: more lines, and another end, may follow. All of it survives a crash of this process.</summary>
    public void End()
    {
        lock (_gate)
        {
            if (!_isClosed)
            {
                if (_linesAtEnd != _lines)
                {
                    Write(new SessionEnded(_lines));
                    _linesAtEnd = _lines;
                }

                _stream.Flush();
            }
        }
    }

    /// <summary>Flushes the written lines to the operating system, so that they survive a crash of this process.</summary>
    public void Flush()
    {
        lock (_gate)
        {
            if (!_isClosed)
            {
                _stream.Flush();
            }
        }
    }

    /// <summary>Writes the end and closes the file.</summary>
    public void Dispose()
    {
        lock (_gate)
        {
            if (!_isClosed)
            {
                End();
                _isClosed = true;
                _json.Dispose();
                _stream.Dispose();
            }
        }
    }
}
