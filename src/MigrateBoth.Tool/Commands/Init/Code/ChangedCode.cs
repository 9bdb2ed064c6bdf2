using System.Text;
using MigrateBoth.Tool.CommandLine;
using MigrateBoth.Tool.Commands.Shared;
using MigrateBoth.Tool.Pairs;

namespace MigrateBoth.Tool.Commands.Init.Code;

/// <summary>Changes of code that are written before they are tried. What does not work is taken back.</summary>
internal sealed class ChangedCode : IDisposable
{
    private readonly string _directory;
    private bool _isKept;

    private ChangedCode(IReadOnlyList<CodeChange> changes, string directory) => (Changes, _directory) = (changes, directory);

    /// <summary>The changes.</summary>
    public IReadOnlyList<CodeChange> Changes { get; }

    /// <summary>Whether they are written.</summary>
    public bool IsWritten { get; private init; }

    /// <summary>Writes them with <c>--yes</c>, or where a person says so who has seen them.</summary>
    public static ChangedCode Begin(IReadOnlyList<CodeChange> changes, InitOptions options, CommandContext context)
    {
        var directory = context.Console.WorkingDirectory;
        if (changes.Count == 0 || options.DryRun || !(options.Yes || IsConfirmed(changes, context.Console)))
        {
            return new ChangedCode(changes, directory);
        }

        Write(directory, changes.Select(change => (change.Path, change.After)));
        return new ChangedCode(changes, directory) { IsWritten = true };
    }

    /// <summary>They work, or stay for another reason.</summary>
    public void Keep() => _isKept = true;

    public void Dispose()
    {
        if (IsWritten && !_isKept)
        {
            Write(_directory, Changes.Select(change => (change.Path, change.Before)));
        }
    }

    /// <summary>The changes as they are shown.</summary>
    public static IEnumerable<string> Shown(IReadOnlyList<CodeChange> changes, string directory) =>
        changes.SelectMany(change => TextDiff.Of(change.Before, change.After).Prepend($"{PathText.Short(change.Path, directory)}:"));

    private static bool IsConfirmed(IReadOnlyList<CodeChange> changes, ToolConsole console)
    {
        if (console.Answers is not { } answers || console.IsContinuousIntegration)
        {
            return false;
        }

        console.Error.WriteLine("Changes that let one context serve both engines:");
        foreach (var line in Shown(changes, console.WorkingDirectory))
        {
            console.Error.WriteLine($"  {line}");
        }

        console.Error.Write("Make them? [Y/n] ");
        console.Error.Flush();
        return answers.ReadLine()?.Trim() is { } answer && (answer.Length == 0 || answer.StartsWith("y", StringComparison.OrdinalIgnoreCase));
    }

    private static void Write(string directory, IEnumerable<(string Path, string Text)> files)
    {
        using var held = PairLock.Acquire(directory, "init");
        new PairWriter(held, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false))
            .Write("init", [.. files.Select(file => new PairFile(file.Path, (HasMark(file.Path) ? "\uFEFF" : string.Empty) + file.Text, MustBeNew: false))]);
    }

    private static bool HasMark(string path) => File.ReadAllBytes(path).AsSpan().StartsWith(Encoding.UTF8.Preamble);
}
