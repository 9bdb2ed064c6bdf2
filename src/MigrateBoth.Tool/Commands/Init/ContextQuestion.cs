using System.Globalization;

namespace MigrateBoth.Tool.Commands.Init;

/// <summary>Asks a person which of several contexts is meant.</summary>
internal sealed class ContextQuestion
{
    private readonly TextReader _answers;
    private readonly TextWriter _error;

    private ContextQuestion(TextReader answers, TextWriter error) => (_answers, _error) = (answers, error);

    /// <summary>The question, where a person is there to answer and has not said that nothing is to be asked; else null.</summary>
    public static ContextQuestion? For(InitOptions options, ToolConsole console) =>
        options.Yes || console.IsContinuousIntegration || console.Answers is not { } answers ? null : new ContextQuestion(answers, console.Error);

    /// <summary>Asks once; null for an answer that is none of them.</summary>
    public ContextCandidate? Ask(IReadOnlyList<ContextCandidate> candidates)
    {
        _error.WriteLine("There are several contexts:");
        for (var i = 0; i < candidates.Count; i++)
        {
            _error.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  {i + 1}  {candidates[i].Description}"));
        }

        _error.Write(string.Create(CultureInfo.InvariantCulture, $"Which one is it about? [1-{candidates.Count}] "));
        _error.Flush();
        return int.TryParse(_answers.ReadLine(), NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= 1 && number <= candidates.Count
            ? candidates[number - 1]
            : null;
    }
}
