using System.Text;
using MigrateBoth.Core.Errors;

namespace MigrateBoth.Tool.Output;

/// <summary>stderr: what is written is masked on its way out, whoever writes it.</summary>
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
