using System.Globalization;
using System.Xml;
using System.Xml.Linq;
using MigrateBoth.Core.Errors;

namespace MigrateBoth.Core.Testing.Results;

/// <summary>What one TRX file says.</summary>
/// <param name="Results">Every test, in the file's order.</param>
/// <param name="Errors">What the runner itself complains about, such as a test host that crashed.</param>
public sealed record TrxRun(IReadOnlyList<TestResult> Results, IReadOnlyList<string> Errors);

/// <summary>The method behind a result: frameworks show a test by full name, by method name, or by a text of the author's.</summary>
internal sealed record TestMethod(string Class, string Method)
{
    public string FullName => Class.Length == 0 ? Method : $"{Class}.{Method}";

    public static TestMethod Of(XElement? element)
    {
        // MSTest writes the class with its assembly, xUnit the method with its class, NUnit the method with its arguments.
        var type = ((string?)element?.Attribute("className") ?? string.Empty).Split(',')[0].Trim();
        var method = ((string?)element?.Attribute("name") ?? string.Empty).Trim();
        method = type.Length > 0 && method.StartsWith(type + ".", StringComparison.Ordinal) ? method[(type.Length + 1)..] : method;
        var arguments = method.IndexOfAny(['(', ' ', '<']);
        return new TestMethod(type, arguments > 0 ? method[..arguments] : method);
    }

    /// <summary>The full name with the arguments that are shown.</summary>
    public string NameOf(string shown)
    {
        shown = shown.Trim();
        if (Class.Length == 0 || shown.StartsWith(FullName, StringComparison.Ordinal))
        {
            return shown.Length > 0 ? shown : FullName;
        }

        var simple = Method[(Method.LastIndexOf('.') + 1)..];
        return shown.StartsWith(simple, StringComparison.Ordinal) ? Class + "." + shown
            : shown.Length == 0 ? FullName
            : $"{FullName} [{shown}]";
    }
}

/// <summary>Reads the result file that VSTest and Microsoft.Testing.Platform write alike (TRX).</summary>
public static class TrxReader
{
    /// <summary>How VSTest and the frameworks' adapters say that results are missing.</summary>
    private static readonly string[] BrokenOff = ["aborted", "crashed", "catastrophic failure", "exception discovering tests", "failed to discover tests"];

    /// <summary>A failed assertion may quote a whole document; reports hold the beginning of it.</summary>
    private const int LongestText = 20_000;

    private static readonly XNamespace Ns = "http://microsoft.com/schemas/VisualStudio/TeamTest/2010";

    /// <summary>Reads one TRX file.</summary>
    /// <param name="xml">The file's text; its size is bounded only by what the tests print.</param>
    /// <param name="project">The name of the test project's assembly.</param>
    /// <exception cref="MigrateBothException">2: the file is no TRX, or was cut off while it was written.</exception>
    public static TrxRun Read(TextReader xml, string project)
    {
        XElement run;
        try
        {
            run = XDocument.Load(xml).Root!;
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
        var outcome = OutcomeOf((string?)result.Attribute("outcome"));
        var output = result.Element(Ns + "Output");
        var error = output?.Element(Ns + "ErrorInfo");
        return new TestResult
        {
            Project = project,
            Name = Unique(name, names),
            Method = method.FullName is { Length: > 0 } full ? full : name,
            Outcome = outcome,
            Duration = TimeSpan.TryParse((string?)result.Attribute("duration"), CultureInfo.InvariantCulture, out var duration) ? duration : TimeSpan.Zero,
            // A TRX file has the reason for a skip in the test's standard output, which is not read otherwise.
            Message = Text(error?.Element(Ns + "Message")) ?? (outcome == TestOutcome.Skipped ? Text(output?.Element(Ns + "StdOut")) : null),
            Stack = Text(error?.Element(Ns + "StackTrace")),
        };
    }

    /// <summary>Rows of a theory may be shown alike, and a test may be called "... #2" by its author.</summary>
    private static string Unique(string name, Dictionary<string, int> names)
    {
        while (true)
        {
            var count = names[name] = names.GetValueOrDefault(name) + 1;
            if (count == 1)
            {
                return name;
            }

            var numbered = $"{name} #{count.ToString(CultureInfo.InvariantCulture)}";
            if (names.TryAdd(numbered, 1))
            {
                return numbered;
            }
        }
    }

    private static TestOutcome OutcomeOf(string? text) => text switch
    {
        // A test that only warns has passed; one that is inconclusive says so itself and was not meant to count.
        "Passed" or "PassedButRunAborted" or "Warning" or "Completed" => TestOutcome.Passed,
        "Failed" or "Error" or "Timeout" => TestOutcome.Failed,
        "NotExecuted" or "NotRunnable" or "Inconclusive" or "Pending" => TestOutcome.Skipped,
        _ => TestOutcome.Unknown,
    };

    /// <summary>Frameworks write failing tests here too; what counts is what kept tests from being found or run.</summary>
    private static List<string> Errors(XElement run) =>
    [
        .. run.Descendants(Ns + "RunInfo")
            .Where(info => (string?)info.Attribute("outcome") is "Error" or "Aborted" or "Failed")
            .Select(info => Text(info.Element(Ns + "Text")))
            .OfType<string>()
            .Where(text => BrokenOff.Any(sign => text.Contains(sign, StringComparison.OrdinalIgnoreCase))),
        .. (string?)run.Element(Ns + "ResultSummary")?.Attribute("outcome") is "Aborted" or "Timeout" or "Disconnected" ? (string[])["the runner reports that it did not finish."] : [],
    ];

    private static string? Text(XElement? element)
    {
        var text = element?.Value.Trim();
        return string.IsNullOrEmpty(text) ? null : text.Length <= LongestText ? text : text[..LongestText] + "...";
    }
}
