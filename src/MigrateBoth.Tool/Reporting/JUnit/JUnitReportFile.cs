using System.Globalization;
using System.Text;
using System.Xml;
using System.Xml.Linq;
using MigrateBoth.Core.Reports;
using MigrateBoth.Tool.Output;

namespace MigrateBoth.Tool.Reporting.JUnit;

/// <summary>
/// JUnit's XML, as build servers show test results: a suite per stage, a case per finding, and one case for the stage itself, so that a stage that
/// found nothing is seen to have run and one that could not be run is an error.
/// </summary>
internal sealed class JUnitReportFile(SourcePaths paths) : IReportFileFormat
{
    private static readonly XmlWriterSettings Settings = new()
    {
        Indent = true,
        NewLineChars = "\n",
        // A line break in a name stays one: as a reference it survives every reader.
        NewLineHandling = NewLineHandling.Entitize,
        Encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false),
    };

    public string Kind => "junit";

    public string Join(IReadOnlyList<string> parts)
    {
        if (parts.Count == 0)
        {
            return string.Empty;
        }

        var documents = parts.Select(XDocument.Parse).ToList();
        var whole = documents[0].Root!;
        whole.Add(documents.Skip(1).SelectMany(document => document.Root!.Elements()));
        foreach (var name in new[] { "tests", "failures", "errors", "skipped" })
        {
            whole.SetAttributeValue(name, Number(whole.Elements().Sum(suite => (int)suite.Attribute(name)!)));
        }

        whole.SetAttributeValue("time", whole.Elements().Sum(suite => (decimal)suite.Attribute("time")!).ToString(CultureInfo.InvariantCulture));
        using var buffer = new MemoryStream();
        using (var xml = XmlWriter.Create(buffer, Settings))
        {
            documents[0].Save(xml);
        }

        return Encoding.UTF8.GetString(buffer.ToArray()) + "\n";
    }

    public string Render(CheckReport report, long room = long.MaxValue)
    {
        var suites = JUnitSuites.Of(report);
        using var buffer = new MemoryStream();
        using (var xml = XmlWriter.Create(buffer, Settings))
        {
            xml.WriteStartDocument();
            xml.WriteStartElement("testsuites");
            xml.WriteAttributeString("name", $"{ToolName.Name} {report.Command}");
            Count(xml, suites.SelectMany(suite => suite.Cases).ToList(), suites.Aggregate(TimeSpan.Zero, (sum, suite) => sum + suite.Time));
            foreach (var suite in suites)
            {
                Write(suite, xml);
            }

            xml.WriteEndElement();
            xml.WriteEndDocument();
        }

        return Encoding.UTF8.GetString(buffer.ToArray()) + "\n";
    }

    private static void Count(XmlWriter xml, List<JUnitCase> cases, TimeSpan time)
    {
        xml.WriteAttributeString("tests", Number(cases.Count));
        xml.WriteAttributeString("failures", Number(cases.Count(item => item.Result == JUnitResult.Failure)));
        xml.WriteAttributeString("errors", Number(cases.Count(item => item.Result == JUnitResult.Error)));
        xml.WriteAttributeString("skipped", Number(cases.Count(item => item.Result == JUnitResult.Skipped)));
        xml.WriteAttributeString("time", Seconds(time));
    }

    private void Write(JUnitSuite suite, XmlWriter xml)
    {
        xml.WriteStartElement("testsuite");
        xml.WriteAttributeString("name", $"{ToolName.Name}.{suite.Name}");
        Count(xml, [.. suite.Cases], suite.Time);
        for (var i = 0; i < suite.Cases.Count; i++)
        {
            // A stage's time belongs to its first case, so that the sum is right wherever a reader takes it from.
            Write(suite.Cases[i], suite, suite.Cases[i].Time ?? (i == 0 ? suite.Time : TimeSpan.Zero), xml);
        }

        xml.WriteEndElement();
    }

    private void Write(JUnitCase item, JUnitSuite suite, TimeSpan time, XmlWriter xml)
    {
        xml.WriteStartElement("testcase");
        xml.WriteAttributeString("classname", $"{ToolName.Name}.{suite.Name}");
        xml.WriteAttributeString("name", XmlText.Of(item.Name));
        xml.WriteAttributeString("time", Seconds(time));
        if (item.Location is { } location)
        {
            xml.WriteAttributeString("file", XmlText.Of(paths.FromRoot(location.File)));
            xml.WriteAttributeString("line", Number(location.Line));
        }

        switch (item.Result)
        {
            case JUnitResult.Failure or JUnitResult.Error:
                xml.WriteStartElement(item.Result == JUnitResult.Failure ? "failure" : "error");
                xml.WriteAttributeString("message", XmlText.Of(item.Message));
                xml.WriteAttributeString("type", item.Type);
                xml.WriteString(XmlText.Of(item.Text));
                xml.WriteEndElement();
                break;
            case JUnitResult.Skipped:
                xml.WriteStartElement("skipped");
                xml.WriteAttributeString("message", XmlText.Of(item.Message));
                xml.WriteEndElement();
                break;
            default:
                if (item.Text.Length > 0)
                {
                    xml.WriteElementString("system-out", XmlText.Of(item.Text));
                }

                break;
        }

        xml.WriteEndElement();
    }

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);

    private static string Seconds(TimeSpan time) => time.TotalSeconds.ToString("0.000", CultureInfo.InvariantCulture);
}
