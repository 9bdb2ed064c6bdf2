using System.Text;
using Microsoft.VisualStudio.TestPlatform.ObjectModel;
using Microsoft.VisualStudio.TestPlatform.ObjectModel.DataCollection;
using Microsoft.VisualStudio.TestPlatform.ObjectModel.DataCollector.InProcDataCollector;
using Microsoft.VisualStudio.TestPlatform.ObjectModel.InProcDataCollector;

namespace MigrateBoth.TestObserver;

/// <summary>
/// Runs in VSTest's test host and writes the start and end of every test to a file immediately. VSTest reports only finished tests, so without
/// this file it would be unknown which tests were running when the host crashed.
/// </summary>
public sealed class RunningTests : InProcDataCollection, IDisposable
{
    /// <summary>The environment variable that names the file.</summary>
    public const string FileVariable = "MIGRATEBOTH_RUNNING_TESTS";

    private readonly object _gate = new();
    private FileStream? _file;

    /// <inheritdoc/>
    public void Initialize(IDataCollectionSink dataCollectionSink)
    {
        if (Environment.GetEnvironmentVariable(FileVariable) is { Length: > 0 } path)
        {
            // Several hosts of one run write to the same file. Nothing is buffered: the buffer of a killed process would be lost.
            _file = new FileStream(path, FileMode.Append, FileAccess.Write, FileShare.ReadWrite, bufferSize: 1);
        }
    }

    /// <inheritdoc/>
    public void TestSessionStart(TestSessionStartArgs testSessionStartArgs)
    {
    }

    /// <inheritdoc/>
    public void TestCaseStart(TestCaseStartArgs testCaseStartArgs) => Write('+', testCaseStartArgs?.TestCase);

    /// <inheritdoc/>
    public void TestCaseEnd(TestCaseEndArgs testCaseEndArgs) => Write('-', testCaseEndArgs?.DataCollectionContext?.TestCase);

    /// <inheritdoc/>
    public void TestSessionEnd(TestSessionEndArgs testSessionEndArgs) => Dispose();

    /// <inheritdoc/>
    public void Dispose()
    {
        lock (_gate)
        {
            _file?.Dispose();
            _file = null;
        }
    }

    private void Write(char what, TestCase? test)
    {
        if (test is null)
        {
            return;
        }

        var line = Encoding.UTF8.GetBytes($"{what}{test.DisplayName.Replace('\r', ' ').Replace('\n', ' ')}\n");
        lock (_gate)
        {
            _file?.Write(line, 0, line.Length);
        }
    }
}
