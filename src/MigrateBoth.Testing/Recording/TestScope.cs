using MigrateBoth.Core.Recordings;
using MigrateBoth.Testing.TestNames;

namespace MigrateBoth.Testing.Recording;

/// <summary>One run of a test, as far as it is known: the class first, the method when it is found on the stack.</summary>
internal sealed class TestScope(DatabaseRecorder recorder, int number)
{
    private readonly object _gate = new();
    private readonly Dictionary<string, long> _compiling = new(StringComparer.Ordinal);
    private bool _isStarted;
    private bool _isEnded;
    private int _commands;
    private int _omitted;

    public int Number { get; } = number;

    public Type? Class { get; private set; }

    public TestMethod? Method { get; private set; }

    /// <summary>What the framework tells runs apart by.</summary>
    public object? Run { get; private set; }

    /// <summary>True as long as nothing is known or recorded of it.</summary>
    public bool IsBlank => !_isStarted;

    /// <summary>Adds newly found information about the test.</summary>
    public void Learn(RunningTest test)
    {
        lock (_gate)
        {
            var declaring = Class;
            Class ??= test.Class;
            if (test.Method is not { } method || Method is not null)
            {
                return;
            }

            // An inherited test: the stack shows the base class, the constructor or the set-up showed the class it runs in.
            var type = test.Run is null && declaring is not null && method.Class.IsAssignableFrom(declaring) ? declaring : method.Class;
            Method = method with { Class = type };
            Class = type;
            Run = test.Run;
            Start();
            var onlyOn = Method.OnlyOn;
            recorder.Write(new TestNamed(Number, Method.Name, test.DisplayName, test.Arguments, onlyOn?.Engine.Id(), onlyOn?.Reason));
        }
    }

    /// <summary>Writes a step, unless the test has too many commands already.</summary>
    public void Write(RecordedStep step)
    {
        lock (_gate)
        {
            if (step is RecordedCommand && ++_commands > RecordingFormat.MaximumCommands)
            {
                _omitted++;
                return;
            }

            Start();
            recorder.Write(step with { Test = Number });
        }
    }

    /// <summary>EF Core began to compile a query.</summary>
    public void Compiling(string shape, long sequence)
    {
        lock (_gate)
        {
            _compiling[shape] = sequence;
        }
    }

    /// <summary>It got as far as a command.</summary>
    public void Compiled(string shape)
    {
        lock (_gate)
        {
            _compiling.Remove(shape);
        }
    }

    public void End()
    {
        lock (_gate)
        {
            foreach (var (shape, sequence) in _isEnded ? [] : _compiling)
            {
                Start();
                recorder.Write(new RecordedUntranslated { Sequence = sequence, Test = Number, Shape = shape });
            }

            _compiling.Clear();
            if (_isStarted && !_isEnded)
            {
                _isEnded = true;
                recorder.Write(new TestEnded(Number, _commands, _omitted));
            }
        }
    }

    private void Start()
    {
        if (!_isStarted)
        {
            _isStarted = true;
            recorder.Write(new TestStarted(Number, Class is null ? null : TestMethod.ClassName(Class)));
        }
    }
}
