// The matrix test × engine, with a filter. The part is there only where the shared suite was run.

const { el, report } = page;
const MARKS = { passed: "✓", failed: "✕", skipped: "–", unknown: "?" };
const CHUNK = 100;

// A test that passes on both engines differs by what it read: the matrix says by which rule.
const found = Map.groupBy?.(report.findings, finding => finding.object)
  ?? report.findings.reduce((map, finding) => map.set(finding.object, [...(map.get(finding.object) ?? []), finding]), new Map());
const severalProjects = new Set((report.tests ?? []).map(test => test.project)).size > 1;

let search, onlyDifferent, body, status, more;
let matching = [];
let shown = 0;

function cell(result, name) {
  if (!result) return el("td", { class: "faint", "data-side": name }, "did not run");
  return el("td", { class: `outcome ${result.outcome}`, "data-side": name },
    el("span", { class: "mark", "aria-hidden": "true" }, MARKS[result.outcome]), ` ${result.outcome} `, el("span", { class: "faint" }, `${result.milliseconds} ms`),
    result.message && el("p", { class: "message" }, page.text(result.message)));
}

/** The verdict; where the engines part, what each of them gave, and the line that asked. */
function compared(test) {
  const findings = test.same ? [] : found.get(test.name) ?? [];
  return el("td", { "data-side": "compared" }, test.verdict,
    findings.length > 0 && el("ul", { class: "rules" }, findings.map(finding => el("li", null,
      el("a", { href: page.address("findings", { q: `${finding.rule} ${finding.object}` }) }, finding.rule), ` ${report.rules[finding.rule]?.title ?? ""}`,
      finding.expectedSide && page.sides(finding),
      finding.location && el("p", { class: "place" }, page.code(finding.location))))));
}

function extend() {
  body.append(...matching.slice(shown, shown + CHUNK).map(test => el("tr", { class: test.same ? null : "different" },
    el("th", { scope: "row" }, page.name(test.name), severalProjects && el("p", { class: "project" }, page.text(test.project))),
    cell(test.sqlite, "SQLite"), cell(test.mysql, "MySQL"), compared(test))));
  shown = Math.min(shown + CHUNK, matching.length);
  more.hidden = shown === matching.length;
  more.textContent = `Show more (${(matching.length - shown).toLocaleString("en")} left)`;
}

function refresh() {
  const words = search.value.toLowerCase().split(/\s+/).filter(Boolean);
  matching = report.tests.filter(test => (!onlyDifferent.checked || !test.same) && words.every(word => `${test.project} ${test.name}`.toLowerCase().includes(word)));
  shown = 0;
  body.replaceChildren();
  extend();
  status.textContent = `${matching.length.toLocaleString("en")} of ${page.plural(report.tests.length, "test")}, ${report.tests.filter(test => !test.same).length.toLocaleString("en")} of them not the same on both`;
}

function build(section) {
  search = el("input", { id: "tests-search", type: "search", autocomplete: "off", spellcheck: "false", placeholder: "test", oninput: refresh });
  onlyDifferent = el("input", { type: "checkbox", id: "tests-different", onchange: refresh });
  status = el("p", { class: "status", role: "status" });
  body = el("tbody");
  more = el("button", { type: "button", class: "more", onclick: extend });
  section.append(
    el("h2", { class: "unseen" }, "Tests"),
    el("form", { class: "toolbar", role: "search", onsubmit: event => event.preventDefault() },
      el("label", { for: "tests-search" }, "Search"), search, el("label", { class: "toggle" }, onlyDifferent, " only what differs")),
    status,
    el("div", { class: "scroller", tabindex: "0", role: "region", "aria-label": "Tests on both engines" }, el("table", { class: "matrix" },
      el("thead", null, el("tr", null, ["test", "SQLite", "MySQL", "compared"].map(name => el("th", { scope: "col" }, name)))), body)),
    more);
  onlyDifferent.checked = report.tests.some(test => !test.same);
  refresh();
}

if (report.tests) {
  page.views.tests = {
    title: "Tests",
    show(section) {
      if (section.childElementCount === 0) build(section);
    },
  };
}
