using System.Collections.ObjectModel;
using System.Diagnostics;
using MigrateBoth.Tool.Tests.Rendering;
using OpenQA.Selenium;

namespace MigrateBoth.Tool.Tests.Reporting.Browser;

/// <summary>The HTML report as its readers use it, in a real browser.</summary>
public sealed class ReportPageTests(ChromiumSession browser) : IClassFixture<ChromiumSession>
{
    private static readonly string[] Views = ["#overview", "#findings", "#schema", "#diagram"];

    [ChromiumFact]
    public void The_overview_names_all_stages_with_their_result()
    {
        browser.Open(PageReports.Small);

        Assert.Equal("failed", browser.One("#outcome").Text);
        Assert.Equal(
            ["History", "Drift", "Parity", "Roundtrip", "Behaviour", "Tests"],
            browser.All(".stage h3").Select(heading => heading.Text.Split(' ')[^1]));
        Assert.StartsWith("failed: 1 error", browser.All(".stage .status")[1].Text, StringComparison.Ordinal);
        Assert.Equal(["2 errors", "1 warning", "1 info", "1 accepted"], browser.All(".count").Select(count => count.Text));
    }

    [ChromiumFact]
    public void What_could_not_be_checked_is_said_at_the_top()
    {
        browser.Open(SampleReports.Incomplete);

        Assert.Equal("incomplete", browser.One("#outcome").Text);
        Assert.Contains("not a pass", browser.One(".verdict").Text, StringComparison.Ordinal);
        Assert.Contains("MySQL is not there.", browser.One("#view-overview .notice").Text, StringComparison.Ordinal);
        browser.GoTo("#schema");
        browser.Until(() => browser.One("#view-schema").Text.Contains("No schema was read", StringComparison.Ordinal), "the schema view says that there is none");
    }

    [ChromiumFact]
    public void Findings_are_filtered_by_level_stage_engine_and_text()
    {
        browser.Open(PageReports.Small, "#findings");
        Assert.Equal(5, browser.All(".finding").Count);

        Uncheck("warning", "info", "accepted");
        Assert.Equal(2, browser.All(".finding").Count);

        Select("findings-stage", "drift");
        Assert.Equal(["Orders.Total"], browser.All(".finding .object").Select(item => item.Text));

        Select("findings-stage", "");
        browser.One("#findings-search").SendKeys("audit TABLE");
        browser.Until(() => browser.All(".finding").Count == 1, "one finding is left");
        Assert.Equal("Audit", browser.One(".finding .object").Text);
        Assert.Equal("1 of 5 findings", browser.One("#view-findings .status").Text);

        browser.One("#findings-search").SendKeys(" nowhere");
        browser.Until(() => browser.All(".finding").Count == 0, "nothing is left");
    }

    [ChromiumFact]
    public void What_is_filtered_stands_in_the_address()
    {
        browser.Open(PageReports.Small, "#findings");
        Select("findings-engine", "MySQL");
        browser.One("#findings-search").SendKeys("total");
        browser.Until(() => browser.Driver.Url.EndsWith("#findings?q=total&engine=MySQL", StringComparison.Ordinal), browser.Driver.Url);

        browser.Driver.Navigate().Refresh();

        Assert.Equal("total", browser.One("#findings-search").GetDomProperty("value"));
        Assert.Equal(2, browser.All(".finding").Count);
    }

    [ChromiumFact]
    public void Differences_are_marked_at_the_attribute_and_nowhere_else()
    {
        browser.Open(PageReports.Small, "#schema?table=Orders");

        Assert.Equal("Orders", browser.One(".pane h2").Text);
        // Parity differs because MySQL's migrations depart from the model: the side at fault is marked.
        Assert.Equal(["≠decimal(10,2)"], browser.All(".columns .value.differs").Select(Marked));
        var index = browser.All(".objects tbody").Single(row => row.Text.Contains("IX_Orders_Total", StringComparison.Ordinal));
        Assert.Contains("not on MySQL", index.Text, StringComparison.Ordinal);
        Assert.Contains("MB330", index.Text, StringComparison.Ordinal);
        // TEXT and varchar(50) stand for the same property: nothing was found, so nothing is marked.
        var note = browser.All(".columns tbody").Single(row => row.Text.StartsWith("Note", StringComparison.Ordinal));
        Assert.Empty(note.FindElements(By.CssSelector(".differs")));
    }

    [ChromiumFact]
    public void A_table_of_one_side_is_shown_with_the_other_side_empty()
    {
        browser.Open(PageReports.Small, "#schema?table=Audit");

        Assert.Contains("only on SQLite", browser.One(".pane").Text, StringComparison.Ordinal);
        Assert.All(browser.All(".columns tbody"), row => Assert.Contains("not on MySQL", row.Text, StringComparison.Ordinal));
    }

    [ChromiumFact]
    public void Everything_can_be_reached_with_the_keyboard_alone()
    {
        browser.Open(PageReports.Small);

        browser.Press(Keys.Tab, Keys.Tab, Keys.Tab, Keys.Tab);
        Assert.StartsWith("Schema", browser.Focused, StringComparison.Ordinal);
        browser.Press(Keys.Enter);
        browser.Until(() => browser.One("#view-schema").Displayed, "the schema is shown");

        // Past the diagram's link and the button for the colours to the filter; from there down the list.
        browser.Press(Keys.Tab, Keys.Tab, Keys.Tab, "cust");
        browser.Until(() => browser.All(".relations a").Count == 2, "the list is filtered by tables and their columns");
        browser.Press(Keys.ArrowDown);
        Assert.StartsWith("Customers", browser.Focused, StringComparison.Ordinal);
        browser.Press(Keys.Enter);
        browser.Until(() => browser.One(".pane h2").Text == "Customers", "Customers is shown");

        browser.Press(Keys.ArrowUp, Keys.ArrowUp, Keys.Tab, Keys.Space);
        browser.Until(() => (bool)browser.Script("return document.querySelector('#schema-different').checked")!, "the box is checked");

        browser.GoTo("#findings");
        browser.Until(() => browser.One("#view-findings").Displayed, "the findings are shown");
        browser.Script("document.querySelector('#theme').focus()");
        browser.Press(Keys.Tab, "audit");
        browser.Until(() => browser.All(".finding").Count == 1, "the list is filtered");
        browser.Press(Keys.Tab, Keys.Space);
        browser.Until(() => browser.All(".finding").Count == 0, "errors are left out");
    }

    [ChromiumFact]
    public void The_diagram_is_moved_and_zoomed_by_keys_mouse_and_buttons()
    {
        browser.Open(PageReports.Small, "#diagram");
        Assert.Equal(3, browser.All(".node").Count);
        Assert.Single(browser.All(".edge"));
        var (x, _, scale) = View();

        browser.Script("document.querySelector('.canvas').focus()");
        browser.Press(Keys.ArrowLeft);
        Assert.Equal(x + 60, View().X, 1.0);
        browser.Press("+");
        Assert.True(View().Scale > scale * 1.2);
        browser.Press("0");
        Assert.Equal(scale, View().Scale, 0.01);

        browser.One("button[aria-label='Zoom out']").Click();
        Assert.True(View().Scale < scale);
        var canvas = browser.One(".canvas");
        new OpenQA.Selenium.Interactions.Actions(browser.Driver).MoveToElement(canvas, -300, 150).ClickAndHold().MoveByOffset(40, 30).MoveByOffset(40, 30).Release().Perform();
        Assert.NotEqual(x, View().X, 1.0);
        new OpenQA.Selenium.Interactions.Actions(browser.Driver).ScrollFromOrigin(new OpenQA.Selenium.Interactions.WheelInputDevice.ScrollOrigin { Element = canvas }, 0, -400).Perform();
        browser.Until(() => View().Scale > scale, "the wheel zooms in");
        Assert.EndsWith("#diagram", browser.Driver.Url, StringComparison.Ordinal);
    }

    [ChromiumFact]
    public void In_the_diagram_keys_go_from_table_to_table_and_open_one()
    {
        browser.Open(PageReports.Small, "#diagram");
        browser.One("#diagram-jump").SendKeys("Orders" + Keys.Enter);
        browser.Until(() => browser.Focused.StartsWith("Orders, 2 findings", StringComparison.Ordinal), "Orders has the focus");

        // Orders refers to Customers, which stands left of it.
        browser.Press(Keys.ArrowLeft);
        Assert.StartsWith("Customers", browser.Focused, StringComparison.Ordinal);
        browser.Press(Keys.Enter);

        browser.Until(() => browser.All(".pane h2").Any(heading => heading.Text == "Customers"), "Customers is opened in the schema");
    }

    [ChromiumFact]
    public void Colours_follow_the_system_until_the_reader_chooses()
    {
        try
        {
            browser.Prefer("dark");
            browser.Open(PageReports.Small);
            Assert.True(Brightness() < 60, "dark, as the system prefers");

            browser.One("#theme").Click();
            Assert.True(Brightness() > 200, "light, as the reader chose");

            browser.Driver.Navigate().Refresh();
            Assert.True(Brightness() > 200, "the choice is kept");
        }
        finally
        {
            browser.Script("localStorage.clear()");
            browser.Prefer(null);
        }
    }

    [ChromiumFact]
    public void The_matrix_of_tests_is_there_where_tests_were_run_and_shows_first_what_differs()
    {
        browser.Open(PageReports.Small);
        Assert.DoesNotContain(browser.All("#tabs a"), tab => tab.Text.StartsWith("Tests", StringComparison.Ordinal));

        browser.Open(PageReports.WithTests, "#tests");
        Assert.Equal(["Shop.Tests.Orders.Are_sorted", "Shop.Tests.Search.Ignores_case"], browser.All(".matrix tbody th").Select(test => test.Text));
        Assert.Contains("Actual: <b>", browser.One(".matrix .failed").Text, StringComparison.Ordinal);
        Assert.StartsWith("MB602 ", browser.One(".matrix .rules").Text, StringComparison.Ordinal);
        Assert.Empty(browser.All(".matrix .project"));

        browser.One("#tests-different").Click();
        Assert.Equal(3, browser.All(".matrix tbody tr").Count);
        browser.One("#tests-search").SendKeys("stored");
        browser.Until(() => browser.All(".matrix tbody tr").Count == 1, "one test is left");
    }

    [ChromiumFact]
    public void The_overview_says_what_the_self_test_missed()
    {
        browser.Open(PageReports.WithTests);

        Assert.Contains("5 of 6 planted defects", browser.One(".verdict.small").Text, StringComparison.Ordinal);
        Assert.Contains("Orders.IX_Total", browser.One(".verdict.small .missed").Text, StringComparison.Ordinal);
    }

    [ChromiumFact]
    public void Hostile_names_are_shown_as_they_are_and_do_nothing()
    {
        browser.Open(HostileReports.Report, "#findings");

        var shown = ((ReadOnlyCollection<object>)browser.Script("return [...document.querySelectorAll('.finding .object')].map(e => e.textContent)")!).Cast<string>();
        Assert.Equal(HostileReports.Report.Findings.Select(f => f.Object.ToString()).Order(StringComparer.Ordinal), shown.Order(StringComparer.Ordinal));

        foreach (var name in HostileReports.Names)
        {
            browser.GoTo($"#schema?table={Uri.EscapeDataString(name)}");
            // Compared in the browser: the driver changes line ends in texts.
            browser.Until(() => (bool)browser.Script("return document.querySelector('.pane h2')?.textContent === arguments[0]", name)!, $"{name} is shown");
        }

        browser.GoTo("#diagram");
        browser.Until(() => browser.All(".node").Count == HostileReports.Names.Count, "all tables are in the diagram");
        Assert.Equal(2L, browser.Script("return document.scripts.length"));
        Assert.Equal(0L, browser.Script("return document.querySelectorAll('img, iframe, object, b, i').length"));
        Assert.Empty(browser.Log());
    }

    [ChromiumFact]
    public void Nothing_is_loaded_and_nothing_else_may_run()
    {
        browser.Open(PageReports.Small);
        Assert.Empty(browser.Log());
        Assert.Equal(0L, browser.Script("return performance.getEntriesByType('resource').length"));

        browser.Script("const s = document.createElement('script'); s.textContent = 'globalThis.pwned = true'; document.body.append(s); const i = new Image(); i.src = 'http://127.0.0.1:9/x.png'");

        Assert.Equal(false, browser.Script("return 'pwned' in globalThis"));
        browser.Until(() => browser.Log().Any(line => line.Contains("Content Security Policy", StringComparison.Ordinal)), "the policy refuses both");
    }

    [ChromiumFact]
    public void Axe_finds_no_serious_barrier_in_any_view_in_light_and_dark()
    {
        var axe = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Reporting", "Browser", "Axe", "axe.min.js"));
        try
        {
            foreach (var colours in new[] { "light", "dark" })
            {
                browser.Prefer(colours);
                foreach (var report in new[] { PageReports.WithTests, SampleReports.Incomplete })
                {
                    browser.Open(report);
                    browser.Script(axe);
                    foreach (var view in report.Tests.Count > 0 ? [.. Views, "#tests"] : Views)
                    {
                        browser.GoTo(view);
                        browser.Until(() => browser.One($"#view-{view[1..]}").Displayed, $"{view} is shown");
                        Assert.Empty(Barriers().Select(barrier => $"{colours} {view}: {barrier}"));
                    }
                }
            }
        }
        finally
        {
            browser.Prefer(null);
        }
    }

    [ChromiumFact]
    public void Five_hundred_tables_open_and_filter_without_delay()
    {
        var clock = Stopwatch.StartNew();
        browser.Open(PageReports.Large(500), "#schema");
        // And a view.
        Assert.Equal(501, browser.All(".relations a").Count);
        browser.One("#schema-filter").SendKeys("entity499");
        browser.Until(() => browser.All(".relations a").Count == 1, "one table is left");
        browser.Press(Keys.ArrowDown, Keys.Enter);
        browser.Until(() => browser.One(".pane h2").Text == "Entity499", "it is shown");

        browser.GoTo("#findings");
        browser.Until(() => browser.All(".finding").Count >= 50, "the first findings are there");
        Assert.True(browser.All(".finding").Count < 200, "not all of them are drawn at once");

        browser.GoTo("#diagram");
        browser.Until(() => browser.All(".node").Count is > 50 and < 500, "the diagram begins with what differs");
        Select("diagram-scope", "all");
        Assert.Equal(500, browser.All(".node").Count);
        var drawing = (double)browser.Script("const t = performance.now(); document.querySelector('#diagram-scope').dispatchEvent(new Event('change')); return performance.now() - t + 0.001")!;

        // By itself it takes 0.6 s. A drawing that grows with the square of the tables takes minutes on any machine.
        Assert.True(drawing < 15_000, $"the diagram takes {drawing:0} ms");
        Assert.True(clock.Elapsed < TimeSpan.FromMinutes(2), $"all of it takes {clock.Elapsed.TotalSeconds:0.0} s");
        Assert.Empty(browser.Log());
    }

    [ChromiumFact]
    public void More_findings_come_as_they_are_asked_for()
    {
        browser.Open(PageReports.Large(500), "#findings");

        for (var before = 0; browser.One(".more").Displayed && before < 200; before = browser.All(".finding").Count)
        {
            browser.Script("document.querySelector('.more').click()");
            Assert.True(browser.All(".finding").Count > before);
        }

        Assert.Equal(200, browser.All(".finding").Count);
    }

    private static string Marked(IWebElement value) =>
        value.Text.Replace("differs:", "≠", StringComparison.Ordinal).ReplaceLineEndings(string.Empty).Replace(" ", string.Empty, StringComparison.Ordinal);

    private (double X, double Y, double Scale) View()
    {
        var parts = (ReadOnlyCollection<object>)browser.Script(
            "const m = document.querySelector('.canvas > g').transform.baseVal.consolidate().matrix; return [m.e + 0.0001, m.f + 0.0001, m.a + 0.000001]")!;
        return (Convert.ToDouble(parts[0], null), Convert.ToDouble(parts[1], null), Convert.ToDouble(parts[2], null));
    }

    private void Uncheck(params string[] levels)
    {
        foreach (var level in levels)
        {
            browser.One($"fieldset input[value={level}]").Click();
        }
    }

    private void Select(string id, string value) => browser.Script(
        "const s = document.getElementById(arguments[0]); s.value = arguments[1]; s.dispatchEvent(new Event('change'))", id, value);

    private long Brightness() => (long)browser.Script("return Math.round(getComputedStyle(document.body).backgroundColor.match(/\\d+/g).slice(0, 3).reduce((a, b) => a + +b, 0) / 3)")!;

    private IEnumerable<string> Barriers() => ((ReadOnlyCollection<object>)browser.Driver.ExecuteAsyncScript(
        """
        const done = arguments[arguments.length - 1];
        axe.run(document, { resultTypes: ['violations'] }).then(
          result => done(result.violations.filter(v => v.impact === 'serious' || v.impact === 'critical').map(v => `${v.id}: ${v.nodes.map(n => n.target + ' ' + n.failureSummary).join(' | ')}`)),
          error => done([String(error)]));
        """)!).Cast<string>();
}
