using System.Xml.Linq;
using MigrateBoth.Tool.Testing;
using MigrateBoth.Tool.Testing.Runners;

namespace MigrateBoth.Tool.Tests.Testing;

/// <summary>The user's runsettings with the observer in them, and what the observer writes.</summary>
public sealed class VsTestSettingsTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("migrateboth-settings-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Theory]
    [InlineData("<RunSettings />", null)]
    [InlineData("<RunSettings><RunConfiguration><TestCaseFilter>Category=Fast</TestCaseFilter></RunConfiguration></RunSettings>", "Category=Fast")]
    [InlineData("<RunSettings><RunConfiguration><TestCaseFilter> </TestCaseFilter></RunConfiguration></RunSettings>", null)]
    [InlineData("<RunSettings><NUnit><Where>cat == Fast</Where></NUnit></RunSettings>", "cat == Fast")]
    public void A_filter_in_the_user_s_settings_is_seen(string settings, string? filter)
    {
        File.WriteAllText(PathOf("own.runsettings"), settings);
        Assert.Equal(filter, new VsTestRunner(PathOf("own.runsettings")).OwnFilter);
        Assert.Null(new VsTestRunner(null).OwnFilter);
    }

    [Fact]
    public void Without_settings_of_the_user_s_there_is_the_observer_alone()
    {
        var collector = Assert.Single(XDocument.Load(VsTestSettings.Write(own: null, PathOf("run.runsettings"))).Descendants("InProcDataCollector"));

        Assert.True(File.Exists((string?)collector.Attribute("codebase")));
        Assert.Contains("Version=", (string?)collector.Attribute("assemblyQualifiedName"), StringComparison.Ordinal);
    }

    [Fact]
    public void The_user_s_settings_are_kept_and_their_paths_stay_where_they_point_to()
    {
        File.WriteAllText(PathOf("own.runsettings"), """
            <RunSettings>
              <RunConfiguration><MaxCpuCount>2</MaxCpuCount><TestAdaptersPaths>adapters;/abs</TestAdaptersPaths></RunConfiguration>
              <InProcDataCollectionRunSettings><InProcDataCollectors><InProcDataCollector friendlyName="theirs" /></InProcDataCollectors></InProcDataCollectionRunSettings>
            </RunSettings>
            """);

        var settings = XDocument.Load(VsTestSettings.Write(PathOf("own.runsettings"), PathOf("run.runsettings")));

        Assert.Equal("2", settings.Descendants("MaxCpuCount").Single().Value);
        Assert.Equal($"{PathOf("adapters")};{Path.GetFullPath("/abs")}", settings.Descendants("TestAdaptersPaths").Single().Value);
        Assert.Equal(["theirs", "MigrateBoth"], settings.Descendants("InProcDataCollector").Select(one => (string?)one.Attribute("friendlyName")));
    }

    [Theory]
    [InlineData("<RunSettings>")]
    [InlineData(null)]
    public void Settings_that_cannot_be_read_are_left_to_VSTest(string? text)
    {
        if (text is not null)
        {
            File.WriteAllText(PathOf("own.runsettings"), text);
        }

        Assert.Equal(PathOf("own.runsettings"), VsTestSettings.Write(PathOf("own.runsettings"), PathOf("run.runsettings")));
    }

    [Fact]
    public void What_began_and_did_not_end_is_running()
    {
        File.WriteAllText(PathOf("running"), "+A\n+B\n+B\n-A\n-B\n+C(x: 1)\n-");

        Assert.Equal(["B", "C(x: 1)"], RunningTests.Read(PathOf("running")));
        Assert.Empty(RunningTests.Read(PathOf("nothing")));
    }

    private string PathOf(string name) => Path.Combine(_folder.FullName, name);
}
