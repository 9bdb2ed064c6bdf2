using MigrateBoth.Core;
using MigrateBoth.Core.Configuration;

namespace MigrateBoth.Tool.Commands.Explain;

/// <summary>What is written about one rule.</summary>
/// <param name="Id">Such as <c>MB301</c>.</param>
/// <param name="Title">One line.</param>
/// <param name="Severity">Its severity unless the configuration says otherwise.</param>
/// <param name="Text">The page as Markdown, without its heading.</param>
internal sealed record RulePage(string Id, string Title, Severity Severity, string Text)
{
    /// <summary>The severity as it is written in JSON and configuration.</summary>
    public string SeverityName => Severity.Name();
}
