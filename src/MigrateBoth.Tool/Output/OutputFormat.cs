namespace MigrateBoth.Tool.Output;

/// <summary>What stdout carries.</summary>
internal enum OutputFormat
{
    /// <summary>Text for people.</summary>
    Text,

    /// <summary>One JSON document.</summary>
    Json,
}
