// The round trip on the overview: what each migration did to rows, and whether there was a way back.

const { el, report } = page;
const MARKS = { sound: ["✓", "sound"], noted: ["•", "worth knowing"], wrong: ["✕", "something is wrong"], irreversible: ["⇥", "declared irreversible"], notTried: ["–", "not tried"] };
const PARTS = ["up", "rows", "down", "up"];

const cells = (marks, engine) => PARTS.map((part, index) => {
  const [symbol, words] = MARKS[marks?.[index] ?? "notTried"];
  return el("td", { class: `trip ${marks?.[index] ?? "notTried"}`, title: `${engine}, ${index === 3 ? "up again" : part}: ${words}` }, el("span", { "aria-hidden": "true" }, symbol), page.hidden(words));
});

function roundTrip() {
  const steps = report.roundTrip ?? [];
  if (steps.length === 0) return null;
  return [
    el("h2", null, "Round trip"),
    el("div", { class: "scroller", tabindex: "0", role: "region", "aria-label": "Migrations with rows, there and back" }, el("table", { class: "roundtrip" },
      el("thead", null,
        el("tr", null, el("th", { scope: "col", rowspan: 2 }, "migration"), ["SQLite", "MySQL"].map(name => el("th", { scope: "colgroup", colspan: 4 }, name))),
        el("tr", null, [0, 1].flatMap(() => PARTS.map((part, index) => el("th", { scope: "col" }, index === 3 ? "up again" : part))))),
      el("tbody", null, steps.map(step => el("tr", null, el("th", { scope: "row" }, page.name(step.migration)), cells(step.sqlite, "SQLite"), cells(step.mysql, "MySQL")))))),
    el("p", { class: "faint" }, Object.values(MARKS).map(([symbol, words]) => `${symbol} ${words}`).join("   ")),
  ];
}

page.overview.splice(page.overview.length - 2, 0, roundTrip);
