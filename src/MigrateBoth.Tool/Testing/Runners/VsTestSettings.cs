using System.Reflection;
using System.Xml;
using System.Xml.Linq;

namespace MigrateBoth.Tool.Testing.Runners;

/// <summary>
/// The runsettings of a run: the user's, and the observer that lives in the test host and writes down which tests are running. VSTest itself tells only of tests
/// that have ended.
/// </summary>
internal static class VsTestSettings
{
    /// <summary>The assembly of the observer, beside the tool.</summary>
    private static readonly string Observer = Path.Combine(AppContext.BaseDirectory, "observer", "MigrateBoth.TestObserver.dll");

    /// <summary>Writes the settings for a run.</summary>
    /// <param name="own">The user's file, or null.</param>
    /// <param name="file">Where to write; its folder exists.</param>
    /// <returns>The settings to use: the user's own where they cannot be read, so that VSTest can say what is wrong with them.</returns>
    public static string Write(string? own, string file)
    {
        XElement settings;
        try
        {
            settings = own is null ? new XElement("RunSettings") : XDocument.Load(own).Root!;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or XmlException)
        {
            return own!;
        }

        // Such paths are meant from the user's file, not from ours.
        foreach (var path in settings.Descendants("TestAdaptersPaths").Concat(settings.Descendants("SettingsFile")))
        {
            path.Value = string.Join(';', path.Value.Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
                .Select(part => Path.GetFullPath(Environment.ExpandEnvironmentVariables(part), Path.GetDirectoryName(own!)!)));
        }

        Child(Child(settings, "InProcDataCollectionRunSettings"), "InProcDataCollectors").Add(new XElement(
            "InProcDataCollector",
            new XAttribute("friendlyName", "MigrateBoth"),
            new XAttribute("uri", "InProcDataCollector://MigrateBoth/RunningTests/1.0"),
            new XAttribute("enabled", "True"),
            // VSTest compares the name as text, so that it has to be the whole one.
            new XAttribute("assemblyQualifiedName", $"MigrateBoth.TestObserver.RunningTests, {AssemblyName.GetAssemblyName(Observer).FullName}"),
            new XAttribute("codebase", Observer)));
        settings.Save(file);
        return file;
    }

    /// <summary>The filter in a user's file: VSTest's own, or that of NUnit's adapter. Null where there is none or the file cannot be read, of which VSTest speaks.</summary>
    public static string? FilterOf(string? own)
    {
        try
        {
            var settings = own is null ? null : XDocument.Load(own).Root!;
            return (settings?.Element("RunConfiguration")?.Element("TestCaseFilter") ?? settings?.Element("NUnit")?.Element("Where"))?.Value.Trim() is { Length: > 0 } filter ? filter : null;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or XmlException)
        {
            return null;
        }
    }

    private static XElement Child(XElement parent, string name)
    {
        if (parent.Element(name) is not { } child)
        {
            parent.Add(child = new XElement(name));
        }

        return child;
    }
}
