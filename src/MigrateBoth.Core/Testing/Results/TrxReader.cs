using System.Globalization;
using System.Xml;
using System.Xml.Linq;
using MigrateBoth.Core.Errors;

namespace MigrateBoth.Core.Testing.Results;

/// <summary>Reads the result file that VSTest and Microsoft.Testing.Platform write alike (TRX).</summary>
public static class TrxReader
{
    private static readonly XNamespace Ns = "http://microsoft.com/schemas/VisualStudio/TeamTest/2010";

    /// <summary>Reads.</summary>
    /// <param name="xml">The file's text.</param>
    /// <param name="project">The name of the test project's assembly.</param>
    /// <exception cref="MigrateBothException">2: the file is no TRX, or was cut off while it was written.</exception>
    public static TrxRun Read(string xml, string project)
    {
        XElement run;
        try
        {
            run = XDocument.Parse(xml).Root!;
        }
        catch (XmlException exception)
        {
            throw new MigrateBothException(
                ExitCode.Incomplete,
                "test-results-unreadable",
                $"The results of {project} cannot be read: {exception.Message}",
                "The runner was probably killed while it wrote them; run the tests by themselves first.",
                exception);
        }

        var methods = run.Descendants(Ns + "UnitTest")
            .Where(test => test.Attribute("id") is not null)
            .GroupBy(test => test.Attribute("id")!.Value)
            .ToDictionary(group => group.Key, group => TestMethod.Of(group.First().Element(Ns + "TestMethod")));
        var names = new Dictionary<string, int>(StringComparer.Ordinal);
        return new TrxRun([.. Leaves(run.Element(Ns + "Results")).Select(result => Read(result, methods, project, names))], Errors(run));
    }

    /// <summary>MSTest hangs the rows of a data-driven test below a result of their own; the rows are what ran.</summary>
    private static IEnumerable<XElement> Leaves(XElement? parent) =>
        (parent?.Elements() ?? []).SelectMany(result => result.Element(Ns + "InnerResults") is { HasElements: true } inner ? Leaves(inner) : [result]);

    private static TestResult Read(XElement result, Dictionary<string, TestMethod> methods, string project, Dictionary<string, int> names)
    {
        var shown = (string?)result.Attribute("testName") ?? string.Empty;
        var method = methods.GetValueOrDefault((string?)result.Attribute("testId") ?? string.Empty) ?? new TestMethod(string.Empty, string.Empty);
        var name = method.NameOf(shown);
        var count = names[name] = names.GetValueOrDefault(name) + 1;
        var output = result.Element(Ns + "Output");
        var error = output?.Element(Ns + "ErrorInfo");
        return new TestResult
        {
            Project = project,
            Name = count == 1 ? name : $"{name} #{count.ToString(CultureInfo.InvariantCulture)}",
            Method = method.FullName is { Length: > 0 } full ? full : name,
            Outcome = OutcomeOf((string?)result.Attribute("outcome")),
            Duration = TimeSpan.TryParse((string?)result.Attribute("duration"), CultureInfo.InvariantCulture, out var duration) ? duration : TimeSpan.Zero,
            Message = Text(error?.Element(Ns + "Message")) ?? Text(output?.Element(Ns + "StdOut")),
            Stack = Text(error?.Element(Ns + "StackTrace")),
        };
    }

    private static TestOutcome OutcomeOf(string? text) => text switch
    {
        // A test that only warns has passed; one that is inconclusive says so itself and was not meant to count.
        "Passed" or "PassedButRunAborted" or "Warning" or "Completed" => TestOutcome.Passed,
        "Failed" or "Error" or "Timeout" => TestOutcome.Failed,
        "NotExecuted" or "NotRunnable" or "Inconclusive" or "Pending" => TestOutcome.Skipped,
        _ => TestOutcome.Unknown,
    };

    /// <summary>Frameworks write failing tests here too; what counts is what stopped the run.</summary>
    private static List<string> Errors(XElement run) =>
        [.. run.Descendants(Ns + "RunInfo")
            .Where(info => (string?)info.Attribute("outcome") is "Error" or "Aborted" or "Failed")
            .Select(info => Text(info.Element(Ns + "Text")))
            .OfType<string>()
            .Where(text => text.Contains("aborted", StringComparison.OrdinalIgnoreCase) || text.Contains("crashed", StringComparison.OrdinalIgnoreCase))];

    private static string? Text(XElement? element) => element is null || string.IsNullOrWhiteSpace(element.Value) ? null : element.Value.Trim();
}
