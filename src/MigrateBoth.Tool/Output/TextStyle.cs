namespace MigrateBoth.Tool.Output;

/// <summary>What a piece of text means; the colour follows.</summary>
internal enum TextStyle
{
    Normal,
    Bold,
    Faint,
    Good,
    Warning,
    Bad,
}
