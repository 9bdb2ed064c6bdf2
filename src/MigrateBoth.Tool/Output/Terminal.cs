using System.Text;
using MigrateBoth.Core.Errors;
using Spectre.Console;

namespace MigrateBoth.Tool.Output;

/// <summary>A terminal for Spectre.Console on a stream of ours; it would otherwise look at the process's own console.</summary>
internal sealed class Terminal(TextWriter writer, int width) : IAnsiConsoleOutput
{
    public TextWriter Writer => writer;

    public bool IsTerminal => true;

    public int Width => width;

    public int Height => 50;

    /// <summary>A console that draws on a terminal.</summary>
    /// <param name="writer">The stream.</param>
    /// <param name="width">Columns.</param>
    /// <param name="color">Whether colours are wanted.</param>
    /// <param name="cursor">Whether what was drawn is drawn over; without it and without colours there are no escape codes.</param>
    public static IAnsiConsole Open(TextWriter writer, int width, bool color, bool cursor) => AnsiConsole.Create(new AnsiConsoleSettings
    {
        Out = new Terminal(writer, width),
        Ansi = color || cursor ? AnsiSupport.Yes : AnsiSupport.No,
        ColorSystem = color ? ColorSystemSupport.Standard : ColorSystemSupport.NoColors,
        Interactive = InteractionSupport.No,
    });

    public void SetEncoding(Encoding encoding)
    {
        // The stream has its encoding.
    }
}

/// <summary>A writer for stderr that masks secrets in everything that is written to it.</summary>
internal sealed class MaskedWriter(TextWriter inner) : TextWriter
{
    public override Encoding Encoding => inner.Encoding;

    // A single character says nothing; all that the tool writes comes in whole texts.
    public override void Write(char value) => inner.Write(value);

    public override void Write(char[] buffer, int index, int count) => Write(new string(buffer, index, count));

    public override void Write(ReadOnlySpan<char> buffer) => Write(buffer.ToString());

    public override void Write(string? value) => inner.Write(Redaction.MaskSecrets(value));

    public override void WriteLine() => inner.WriteLine();

    public override void WriteLine(string? value) => inner.WriteLine(Redaction.MaskSecrets(value));

    public override void Flush() => inner.Flush();
}
