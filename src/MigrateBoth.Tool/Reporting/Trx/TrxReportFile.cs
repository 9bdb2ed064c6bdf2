using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Xml;
using MigrateBoth.Core;
using MigrateBoth.Core.Reports;
using MigrateBoth.Core.Suites;
using MigrateBoth.Core.Testing;
using XmlText = MigrateBoth.Tool.Reporting.JUnit.XmlText;

namespace MigrateBoth.Tool.Reporting.Trx;

/// <summary>Both engines' test results in one TRX file: each test twice, with its engine behind its name.</summary>
internal sealed class TrxReportFile : IReportFileFormat
{
    private const string Namespace = "http://microsoft.com/schemas/VisualStudio/TeamTest/2010";

    private static readonly XmlWriterSettings Settings = new() { Indent = true, NewLineChars = "\n", Encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false) };

    public string Kind => "trx";

    public string Render(CheckReport report, long room = long.MaxValue)
    {
        var results = report.Tests.SelectMany(Cells).ToList();
        using var buffer = new MemoryStream();
        using (var xml = XmlWriter.Create(buffer, Settings))
        {
            xml.WriteStartElement("TestRun", Namespace);
            xml.WriteAttributeString("id", Id("run", report.Command));
            xml.WriteAttributeString("name", $"migrate-both {report.Command}");
            xml.WriteStartElement("Results", Namespace);
            results.ForEach(result => WriteResult(result, xml));
            xml.WriteEndElement();
            xml.WriteStartElement("TestDefinitions", Namespace);
            results.ForEach(result => WriteDefinition(result, xml));
            xml.WriteEndElement();
            WriteSummary(report, results, xml);
            xml.WriteEndElement();
        }

        return Encoding.UTF8.GetString(buffer.ToArray()) + "\n";
    }

    private static IEnumerable<Result> Cells(TestMatrixRow test) =>
        from engine in EngineNames.All
        where test[engine] is not null
        select new Result(test, engine, test[engine]!);

    private static void WriteResult(Result result, XmlWriter xml)
    {
        xml.WriteStartElement("UnitTestResult", Namespace);
        xml.WriteAttributeString("executionId", Id("execution", result));
        xml.WriteAttributeString("testId", Id("test", result));
        xml.WriteAttributeString("testName", XmlText.Of(result.Name));
        xml.WriteAttributeString("outcome", result.Outcome);
        xml.WriteAttributeString("duration", result.Cell.Duration.ToString("c", CultureInfo.InvariantCulture));
        if (result.Cell.Message is { } message)
        {
            xml.WriteStartElement("Output", Namespace);
            xml.WriteStartElement("ErrorInfo", Namespace);
            xml.WriteElementString("Message", Namespace, XmlText.Of(message));
            xml.WriteEndElement();
            xml.WriteEndElement();
        }

        xml.WriteEndElement();
    }

    private static void WriteDefinition(Result result, XmlWriter xml)
    {
        xml.WriteStartElement("UnitTest", Namespace);
        xml.WriteAttributeString("id", Id("test", result));
        xml.WriteAttributeString("name", XmlText.Of(result.Name));
        xml.WriteAttributeString("storage", XmlText.Of(result.Test.Project));
        xml.WriteStartElement("Execution", Namespace);
        xml.WriteAttributeString("id", Id("execution", result));
        xml.WriteEndElement();
        xml.WriteStartElement("TestMethod", Namespace);
        var name = result.Test.Name.Split('(')[0];
        var dot = name.LastIndexOf('.');
        xml.WriteAttributeString("className", XmlText.Of(dot < 0 ? name : name[..dot]));
        xml.WriteAttributeString("name", XmlText.Of(name[(dot + 1)..]));
        xml.WriteEndElement();
        xml.WriteEndElement();
    }

    private static void WriteSummary(CheckReport report, List<Result> results, XmlWriter xml)
    {
        xml.WriteStartElement("ResultSummary", Namespace);
        xml.WriteAttributeString("outcome", report.Outcome == Outcome.Passed ? "Completed" : "Failed");
        xml.WriteStartElement("Counters", Namespace);
        Count("total", _ => true);
        Count("executed", result => result.Cell.Outcome != TestOutcome.Skipped);
        Count("passed", result => result.Cell.Outcome == TestOutcome.Passed);
        Count("failed", result => result.Cell.Outcome is TestOutcome.Failed or TestOutcome.Unknown);
        Count("notExecuted", result => result.Cell.Outcome == TestOutcome.Skipped);
        xml.WriteEndElement();
        WriteFindings(report, xml);
        xml.WriteEndElement();

        void Count(string name, Func<Result, bool> counts) => xml.WriteAttributeString(name, results.Count(counts).ToString(CultureInfo.InvariantCulture));
    }

    /// <summary>A test that passed on both engines may still have read other things: what was found is what the run as a whole says.</summary>
    private static void WriteFindings(CheckReport report, XmlWriter xml)
    {
        xml.WriteStartElement("RunInfos", Namespace);
        foreach (var finding in report.Findings.Where(finding => !finding.Accepted))
        {
            xml.WriteStartElement("RunInfo", Namespace);
            xml.WriteAttributeString("outcome", finding.Severity >= report.FailOn ? "Error" : "Warning");
            xml.WriteElementString("Text", Namespace, XmlText.Of(FindingText.Plain(finding)));
            xml.WriteEndElement();
        }

        xml.WriteEndElement();
    }

    /// <summary>The same for the same test in every run, so that a build server recognises it.</summary>
    private static string Id(string kind, Result result) => Id(kind, $"{result.Test.Project}\n{result.Name}");

    private static string Id(string kind, string name) => new Guid(SHA256.HashData(Encoding.UTF8.GetBytes($"{kind}\n{name}")).AsSpan(0, 16)).ToString();

    private sealed record Result(TestMatrixRow Test, Engine Engine, TestCell Cell)
    {
        public string Name => $"{Test.Name} [{Engine.DisplayName()}]";

        public string Outcome => Cell.Outcome switch
        {
            TestOutcome.Passed => "Passed",
            TestOutcome.Skipped => "NotExecuted",
            _ => "Failed",
        };
    }
}
