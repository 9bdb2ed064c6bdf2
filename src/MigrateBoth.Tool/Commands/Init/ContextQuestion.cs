using System.Globalization;

namespace MigrateBoth.Tool.Commands.Init;

/// <summary>Asks the user which of several contexts to use.</summary>
internal sealed class ContextQuestion
{
    private readonly TextReader _answers;
    private readonly TextWriter _error;

    private ContextQuestion(TextReader answers, TextWriter error) => (_answers, _error) = (answers, error);

    /// <summary>The question, where a person is there to answer and has not said that nothing is to be asked; else null.</summary>
    public static ContextQuestion? For(InitOptions options, ToolConsole console) =>
        options.Yes || console.IsContinuousIntegration || console.Answers is not { } answers ? null : new ContextQuestion(answers, console.Error);

    /// <summary>Asks until the answer is one of them; null when there are no more answers.</summary>
    public ContextCandidate? Ask(IReadOnlyList<ContextCandidate> candidates)
    {
        _error.WriteLine("There are several contexts:");
        for (var i = 0; i < candidates.Count; i++)
        {
            _error.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  {i + 1}  {candidates[i].Description}"));
        }

        var question = string.Create(CultureInfo.InvariantCulture, $"Which one is it about? [1-{candidates.Count}] ");
        do
        {
            _error.Write(question);
            _error.Flush();
            var answer = _answers.ReadLine();
            if (answer is null)
            {
                return null;
            }

            if (int.TryParse(answer.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= 1 && number <= candidates.Count)
            {
                return candidates[number - 1];
            }
        }
        while (true);
    }
}
