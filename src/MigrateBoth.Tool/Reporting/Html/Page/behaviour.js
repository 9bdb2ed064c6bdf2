// The matrix object × kind of probe. What differs opens its finding with the worked example. The part is there only where level 5 ran.

const { el, report } = page;
const MARKS = { identical: "✓", different: "✕", notRun: "?" };
const WORDS = { identical: "identical", different: "differs", notRun: "could not be run" };
const WEIGHTS = { identical: 1, different: 2, notRun: 3 };
const FAMILIES = [
  ["kept", ["insert", "roundTrip"]],
  ["equal", ["equal", "notEqual", "in", "distinct", "group"]],
  ["order", ["less", "greater", "order", "orderDescending", "max", "min"]],
  ["search", ["startsWith", "contains", "endsWith", "indexOf", "holds"]],
  ["functions", ["toUpper", "toLower", "length", "trim", "substring", "part", "add"]],
  ["arithmetic", ["sum", "average", "divide", "remainder", "increment"]],
  ["database", ["unique", "foreignKey", "check", "default", "computed", "token", "generatedKey", "filter"]],
];
const CHUNK = 100;

let search, onlyDifferent, body, status, more, example;
let matching = [];
let shown = 0;

const differs = row => row.cells.some(cell => cell.status !== "identical");

/** The findings of an object with one of some rules. */
const findingsOf = (name, rules) => report.findings.filter(finding =>
  finding.stage === "behaviour" && rules.includes(finding.rule) && (finding.objects ?? [finding.object]).includes(name));

function open(name, rules) {
  example.replaceChildren(
    el("h3", null, page.name(name)),
    ...findingsOf(name, rules).map(page.findingCard));
  example.hidden = false;
  example.querySelectorAll("details").forEach(details => { details.open = true; });
  example.focus();
  example.scrollIntoView({ block: "nearest" });
}

function cell(row, family, kinds) {
  const cells = row.cells.filter(one => kinds.includes(one.probe));
  if (cells.length === 0) return el("td");
  const worst = cells.reduce((a, b) => WEIGHTS[b.status] > WEIGHTS[a.status] ? b : a).status;
  const says = cells.map(one => `${one.probe}: ${WORDS[one.status]}`).join(", ");
  const rules = cells.map(one => one.rule).filter(Boolean);
  const mark = [el("span", { "aria-hidden": "true" }, MARKS[worst]), page.hidden(says)];
  return el("td", { class: `probe ${worst}`, title: says, "data-side": family },
    worst !== "identical" && findingsOf(row.object, rules).length > 0 ? el("button", { type: "button", onclick: () => open(row.object, rules) }, mark) : mark);
}

function extend() {
  body.append(...matching.slice(shown, shown + CHUNK).map(row => el("tr", null,
    el("th", { scope: "row" }, page.name(row.object)), FAMILIES.map(([family, kinds]) => cell(row, family, kinds)))));
  shown = Math.min(shown + CHUNK, matching.length);
  more.hidden = shown === matching.length;
  more.textContent = `Show more (${(matching.length - shown).toLocaleString("en")} left)`;
}

function refresh() {
  const words = search.value.toLowerCase().split(/\s+/).filter(Boolean);
  const { rows, planned, ran, identical } = report.probes;
  matching = rows.filter(row => (!onlyDifferent.checked || differs(row)) && words.every(word => row.object.toLowerCase().includes(word)));
  shown = 0;
  body.replaceChildren();
  extend();
  status.textContent = `${planned.toLocaleString("en")} probes, ${ran.toLocaleString("en")} ran, ${identical.toLocaleString("en")} identical; ${matching.length.toLocaleString("en")} of ${page.plural(rows.length, "object")}`;
}

function build(section) {
  search = el("input", { id: "behaviour-search", type: "search", autocomplete: "off", spellcheck: "false", placeholder: "object", oninput: refresh });
  onlyDifferent = el("input", { type: "checkbox", id: "behaviour-different", onchange: refresh });
  status = el("p", { class: "status", role: "status" });
  body = el("tbody");
  more = el("button", { type: "button", class: "more", onclick: extend });
  example = el("div", { class: "example", tabindex: "-1", role: "region", "aria-label": "Worked example", hidden: true });
  section.append(
    el("h2", { class: "unseen" }, "Behaviour"),
    el("form", { class: "toolbar", role: "search", onsubmit: event => event.preventDefault() },
      el("label", { for: "behaviour-search" }, "Search"), search, el("label", { class: "toggle" }, onlyDifferent, " only what differs")),
    status,
    example,
    el("div", { class: "scroller", tabindex: "0", role: "region", "aria-label": "Probes of each object" }, el("table", { class: "matrix probes" },
      el("thead", null, el("tr", null, ["object", ...FAMILIES.map(([name]) => name)].map(name => el("th", { scope: "col" }, name)))), body)),
    more);
  onlyDifferent.checked = report.probes.rows.some(differs);
  refresh();
}

if (report.probes) {
  page.views.behaviour = {
    title: "Behaviour",
    show(section) {
      if (section.childElementCount === 0) build(section);
    },
  };
}
