using MigrateBoth.Core.Reports;
using OpenQA.Selenium;
using OpenQA.Selenium.Chrome;
using OpenQA.Selenium.Interactions;

namespace MigrateBoth.Tool.Tests.Reporting.Browser;

/// <summary>One browser for all tests of the page; each test opens its own file in it.</summary>
public sealed class ChromiumSession : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("migrateboth-page-");
    private readonly Lazy<ChromeDriver> _driver = new(Start);

    internal ChromeDriver Driver => _driver.Value;

    public void Dispose()
    {
        if (_driver.IsValueCreated)
        {
            Driver.Quit();
            Driver.Dispose();
        }

        _folder.Delete(recursive: true);
    }

    /// <summary>Writes the report to a file and opens it, as a recipient of the file does.</summary>
    internal void Open(CheckReport report, string hash = "")
    {
        var file = Path.Combine(_folder.FullName, $"{Guid.NewGuid():n}.html");
        File.WriteAllText(file, Rendered.As("html", report));
        // What an earlier test left in the log is not this one's.
        Log();
        Driver.Navigate().GoToUrl($"{new Uri(file)}{hash}");
    }

    /// <summary>Goes to another part of the page.</summary>
    internal void GoTo(string hash) => Script("location.hash = arguments[0]", hash);

    internal object? Script(string script, params object[] arguments) => Driver.ExecuteScript(script, arguments);

    internal IReadOnlyList<IWebElement> All(string css) => Driver.FindElements(By.CssSelector(css));

    internal IWebElement One(string css) => Driver.FindElement(By.CssSelector(css));

    /// <summary>Types keys into whatever has the focus.</summary>
    internal void Press(params string[] keys) => keys.Aggregate(new Actions(Driver), (actions, key) => actions.SendKeys(key)).Perform();

    /// <summary>What a person would read off the element that has the focus.</summary>
    internal string Focused => (string)Script("const e = document.activeElement; return e.getAttribute('aria-label') ?? e.textContent")!;

    /// <summary>What the browser's console says since it was last asked.</summary>
    internal IReadOnlyList<string> Log() => [.. Driver.Manage().Logs.GetLog(LogType.Browser).Select(entry => entry.ToString())];

    /// <summary>Waits until it is so.</summary>
    internal void Until(Func<bool> isSo, string what, TimeSpan? patience = null)
    {
        var end = DateTime.UtcNow + (patience ?? Patience);
        while (!Holds(isSo))
        {
            if (DateTime.UtcNow >= end)
            {
                Assert.Fail($"after {(patience ?? Patience).TotalSeconds} s still not: {what}\n{Driver.Url}\n{string.Join('\n', Log())}");
            }

            Thread.Sleep(20);
        }
    }

    /// <summary>Shows the page on a screen of this size; null for the window's own.</summary>
    internal void Resize(int? width, int? height)
    {
        if (width is null)
        {
            Driver.ExecuteCdpCommand("Emulation.clearDeviceMetricsOverride", []);
            return;
        }

        Driver.ExecuteCdpCommand("Emulation.setDeviceMetricsOverride", new Dictionary<string, object?>
        {
            ["width"] = width,
            ["height"] = height,
            ["deviceScaleFactor"] = 1,
            ["mobile"] = true,
        });
    }

    private static bool Holds(Func<bool> isSo)
    {
        try
        {
            return isSo();
        }
        catch (StaleElementReferenceException)
        {
            // The page was drawn anew between finding the element and reading it.
            return false;
        }
    }

    /// <summary>What the system prefers; null for what it is by itself.</summary>
    internal void Prefer(string? colours) => Driver.ExecuteCdpCommand("Emulation.setEmulatedMedia", new Dictionary<string, object?>
    {
        ["features"] = new[] { new Dictionary<string, object> { ["name"] = "prefers-color-scheme", ["value"] = colours ?? string.Empty } },
    });

    private static ChromeDriver Start()
    {
        var options = new ChromeOptions { BinaryLocation = ChromiumPaths.Browser };
        // As root, in a container, there is neither a sandbox nor much shared memory.
        options.AddArguments("--headless=new", "--no-sandbox", "--disable-dev-shm-usage", "--disable-gpu", "--window-size=1360,940");
        options.SetLoggingPreference(LogType.Browser, LogLevel.All);
        var service = ChromeDriverService.CreateDefaultService(Path.GetDirectoryName(ChromiumPaths.Driver), Path.GetFileName(ChromiumPaths.Driver));
        service.SuppressInitialDiagnosticInformation = true;
        return new ChromeDriver(service, options);
    }
}
