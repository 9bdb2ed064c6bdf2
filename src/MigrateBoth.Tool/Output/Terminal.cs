using System.Text;
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
