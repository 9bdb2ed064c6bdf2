using System.Collections.ObjectModel;
using System.Diagnostics;
using MigrateBoth.Core;
using MigrateBoth.Core.Comparison;
using MigrateBoth.Core.Reports;
using MigrateBoth.Tool.Tests.Rendering;
using OpenQA.Selenium;

namespace MigrateBoth.Tool.Tests.Reporting.Browser;

/// <summary>The HTML report as its readers use it, in a real browser.</summary>
public sealed class ReportPageTests(ChromiumSession browser) : IClassFixture<ChromiumSession>
{
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
    public void The_filter_is_part_of_the_address()
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
        // TEXT and varchar(50) represent the same property: nothing was found, so nothing is marked.
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
        OpenDiagram(PageReports.Small, 3);
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
        OpenDiagram(PageReports.Small, 3);
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
        // The data, the script, and the library of the diagram, packed.
        Assert.Equal(3L, browser.Script("return document.scripts.length"));
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
                foreach (var report in new[] { PageReports.WithTests, PageReports.WithLevels, SampleReports.Passed, SampleReports.Incomplete })
                {
                    browser.Open(report);
                    browser.Script(axe);
                    foreach (var view in browser.All("#tabs a").Select(tab => new Uri(tab.GetDomProperty("href")!).Fragment).ToList())
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
        browser.Until(() => browser.All(".node").Count == 500, "all tables are laid out", TimeSpan.FromMinutes(1));
        Assert.True(clock.Elapsed < TimeSpan.FromMinutes(2), $"all of it takes {clock.Elapsed.TotalSeconds:0.0} s");
        Assert.Empty(browser.Log());
    }

    [ChromiumFact]
    public void More_findings_are_shown_on_request()
    {
        browser.Open(PageReports.Large(500), "#findings");

        for (var before = 0; browser.One(".more").Displayed && before < 200; before = browser.All(".finding").Count)
        {
            browser.Script("document.querySelector('.more').click()");
            Assert.True(browser.All(".finding").Count > before);
        }

        Assert.Equal(200, browser.All(".finding").Count);
    }

    [ChromiumFact]
    public void Migrations_there_and_back_are_a_table_and_a_probe_opens_its_worked_example()
    {
        browser.Open(PageReports.WithLevels);
        var step = browser.All(".roundtrip tbody tr")[0].FindElements(By.CssSelector("td"));
        Assert.Equal(["✓", "✓", "✓", "✓", "✓", "✕", "•", "–"], step.Select(cell => cell.Text[..1]));

        browser.GoTo("#behaviour");
        browser.Until(() => browser.All(".probes tbody tr").Count == 2, "what differs is shown first");
        browser.All(".probe.different button")[0].Click();
        browser.Until(() => browser.One(".example").Text.Contains("1 row: abc", StringComparison.Ordinal), "the example is open");
        Assert.Contains("e.Name == value", browser.One(".example").Text, StringComparison.Ordinal);
    }

    [ChromiumFact]
    public void Edges_go_round_tables_and_end_at_the_rows_of_their_columns()
    {
        OpenDiagram(PageReports.Large(130), null);
        Select("diagram-scope", "all");
        browser.Until(() => browser.All(".node").Count == 130 && browser.All(".edge").Count >= 129, "all tables are laid out", TimeSpan.FromMinutes(1));

        var crossings = (ReadOnlyCollection<object>)browser.Script(
            """
            const boxes = [...document.querySelectorAll(".node")].map(node => {
              const { e, f } = node.transform.baseVal.consolidate().matrix, box = node.querySelector(".box");
              return { name: node.querySelector(".table-name").textContent, x: e, y: f, right: e + box.width.baseVal.value, bottom: f + box.height.baseVal.value };
            });
            const found = [];
            for (const edge of document.querySelectorAll(".edge")) {
              const length = edge.getTotalLength();
              for (let at = 0; at <= length; at += 4) {
                const { x, y } = edge.getPointAtLength(at);
                for (const box of boxes) if (x > box.x + 1 && x < box.right - 1 && y > box.y + 1 && y < box.bottom - 1) found.push(`${edge.parentElement.querySelector("title").textContent} runs through ${box.name}`);
              }
            }
            return [...new Set(found)];
            """)!;
        var ends = (ReadOnlyCollection<object>)browser.Script(
            """
            return [...document.querySelectorAll(".relation")].flatMap(relation => {
              const [, table, column, principal] = /^(\S+) \((\S+)\) → (\S+?)[,:]/.exec(relation.querySelector("title").textContent);
              const edge = relation.querySelector(".edge");
              const at = (name, row, point) => {
                const node = [...document.querySelectorAll(".node")].find(candidate => candidate.querySelector(".table-name").textContent === name);
                const { f } = node.transform.baseVal.consolidate().matrix;
                const text = [...node.querySelectorAll(".rows text")].find(candidate => candidate.textContent.includes(row));
                return Math.abs(f + text.y.baseVal[0].value - 6 - point.y) < 4 ? [] : [`${table}.${column}: ${row} of ${name}`];
              };
              return [...at(table, column, edge.getPointAtLength(0)), ...at(principal, "Id", edge.getPointAtLength(edge.getTotalLength()))];
            });
            """)!;

        Assert.Empty(crossings);
        Assert.Empty(ends);
        Assert.Contains("0..*", browser.All(".cardinality").Select(label => label.Text));
        Assert.True(View().Scale >= 0.7, "what differs can be read at once");
        Assert.Empty(browser.Log());
    }

    [ChromiumFact]
    public void On_a_phone_nothing_is_cut_off_and_SQLite_is_above_MySql()
    {
        try
        {
            browser.Resize(390, 844);
            foreach (var report in new[] { PageReports.WithTests, PageReports.WithLevels, PageReports.Large(130), SampleReports.Passed, SampleReports.Incomplete })
            {
                browser.Open(report);
                foreach (var view in browser.All("#tabs a").Select(tab => new Uri(tab.GetDomProperty("href")!).Fragment).ToList())
                {
                    browser.GoTo(view);
                    browser.Until(() => browser.One($"#view-{view[1..]}").Displayed, $"{view} is shown");
                    Assert.Empty(((ReadOnlyCollection<object>)browser.Script(
                        """
                        const seen = [...document.querySelectorAll("body *")].filter(e => e.checkVisibility() && !e.closest("svg, .unseen, .skip, thead"));
                        const wide = seen.filter(e => e.getBoundingClientRect().right > innerWidth + 1).map(e => `${e.tagName}.${e.className} ends at ${Math.round(e.getBoundingClientRect().right)}`);
                        return document.documentElement.scrollWidth > innerWidth ? [`the page is ${document.documentElement.scrollWidth} wide`, ...wide] : wide;
                        """)!).Select(wide => $"{view}: {wide}"));
                }
            }

            browser.Open(PageReports.Small, "#schema?table=Orders");
            Assert.Equal(true, browser.Script("const [left, right] = document.querySelectorAll('.columns tbody td.first'); return left.getBoundingClientRect().bottom <= right.getBoundingClientRect().top"));
        }
        finally
        {
            browser.Resize(null, null);
        }
    }

    [ChromiumFact]
    public void The_head_says_what_was_checked_and_when()
    {
        browser.Open(PageReports.Small with
        {
            ProjectFile = "/shop/src/Shop.Data.csproj",
            Origin = new CheckOrigin(new DateTimeOffset(2026, 11, 30, 9, 5, 0, TimeSpan.FromHours(1)), "main", "0123456789abcdef"),
        });
        var head = browser.One("#origin").Text;

        Assert.StartsWith("Shop.Data · ", head, StringComparison.Ordinal);
        Assert.Contains("main 0123456789 · 2026-11-30 08:05 UTC · migrate-both ", head, StringComparison.Ordinal);

        browser.Open(PageReports.Small with
        {
            Command = "diff",
            Compared = [new ComparedSide("sqlite:/data/shop.db", DiffSource.Database, Engine.Sqlite, null, 3), new ComparedSide("mysql:reader@db:3306/shop", DiffSource.Database, Engine.MySql, null, 2)],
        });
        Assert.Contains("A is sqlite:/data/shop.db, B is mysql:reader@db:3306/shop", browser.One("#origin").Text, StringComparison.Ordinal);
        Assert.Contains("Do A and B hold the same logical schema?", browser.One("#view-overview").Text, StringComparison.Ordinal);
    }

    [ChromiumFact]
    public void The_overview_says_how_much_where_and_shows_the_gravest_findings()
    {
        browser.Open(PageReports.Small);

        Assert.Equal("2 errors in 2 tables, 1 warning, 1 for information; 1 accepted; history and parity passed.", browser.One(".gist").Text);
        Assert.Equal(["Audit", "Orders.Total", "Orders.IX_Orders_Total", "Customers.Name"], browser.All(".first-findings .name").Select(name => name.Text));

        browser.Open(SampleReports.Passed);
        Assert.Empty(browser.All(".count"));
        Assert.StartsWith("Nothing was found; ", browser.One(".gist").Text, StringComparison.Ordinal);
    }

    [ChromiumFact]
    public void The_code_of_a_fix_is_a_separate_block_and_can_be_copied()
    {
        const string Code = """migrationBuilder.AlterColumn<decimal>(name: "To)tal", table: "Orders", type: "decimal(18,2)");""";
        var stages = PageReports.Small.Stages.Select(stage => stage with { Findings = [.. stage.Findings.Select(finding => finding with { Advice = $"Add a migration (dotnet migrate-both add) and write into Up of its MySQL half: {Code}" })] });
        browser.Open(PageReports.Small with { Stages = [.. stages] }, "#findings");

        Assert.Equal(Code, browser.One(".fix code").Text);
        Assert.Equal("Copy", browser.One(".copy").Text);
        browser.One(".copy").Click();
        browser.Until(() => browser.One(".copy").Text is "Copied" or "Selected", "it is copied");
    }

    [ChromiumFact]
    public void A_collation_that_columns_share_is_said_once()
    {
        browser.Open(PageReports.Small, "#schema?table=Orders");

        Assert.Equal("MySQL character set utf8mb4", browser.One(".shared").Text);
        Assert.DoesNotContain("utf8mb4", browser.One(".columns").Text, StringComparison.Ordinal);
    }

    [ChromiumFact]
    public void A_test_that_parts_shows_both_values_and_the_line()
    {
        browser.Open(PageReports.WithTests, "#tests");

        var compared = browser.All(".matrix .rules")[0];
        Assert.Equal(["passed", "failed"], compared.FindElements(By.CssSelector(".side code")).Select(value => value.Text));
        Assert.Equal("tests/OrderTests.cs:12", compared.FindElement(By.CssSelector(".place")).Text);
    }

    private void OpenDiagram(CheckReport report, int? nodes)
    {
        browser.Open(report, "#diagram");
        browser.Until(() => nodes is { } count ? browser.All(".node").Count == count : browser.All(".node").Count > 0, "the diagram is laid out", TimeSpan.FromMinutes(1));
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
