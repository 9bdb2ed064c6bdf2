// The first page: the verdict, the six stages, and where most of the trouble is.

const { el, report } = page;

const isDiff = report.command === "diff";

const QUESTIONS = isDiff ? {
  history: "Has the database applied the migrations that the project has?",
  drift: "Is the schema of B that of A?",
  parity: "Do A and B hold the same logical schema?",
} : {
  history: "Does every migration exist on both sides, and is neither model ahead of its snapshot?",
  drift: "Do the migrations of each engine build what the model says?",
  parity: "Do both engines hold the same logical schema?",
  roundtrip: "Do the migrations survive up, down and up again, with rows in the tables?",
  behaviour: "Does the same code do the same thing on both engines?",
  tests: "Does the shared test suite pass identically?",
};

const MARKS = { passed: "✓", failed: "✕", incomplete: "?", skipped: "–" };

const VERDICTS = {
  passed: "Everything that was asked for was checked, and nothing fails it.",
  failed: "The check was made and something was found.",
  incomplete: "Something could not be verified. That is not a pass.",
};

const count = level => report.findings.filter(finding => page.levelOf(finding) === level).length;

/** What a finding is about, for counting: its table, or the object itself. */
const placeOf = finding => finding.relation?.name ?? finding.object;

/** "8 errors in 4 tables, 2 warnings; history passed". */
function gist() {
  const levels = ["error", "warning", "info"].filter(level => count(level) > 0);
  const of = names => report.stages.filter(stage => names.includes(stage.status)).map(stage => stage.name);
  const list = names => names.length < 2 ? names.join("") : `${names.slice(0, -1).join(", ")} and ${names[names.length - 1]}`;
  const found = levels.map((level, i) => {
    const findings = report.findings.filter(finding => page.levelOf(finding) === level);
    const places = new Set(findings.map(placeOf)).size;
    const noun = findings.every(finding => finding.relation) ? "table" : "object";
    return `${level === "info" ? `${findings.length.toLocaleString("en")} for information` : page.plural(findings.length, level)}${i === 0 ? ` in ${page.plural(places, noun)}` : ""}`;
  });
  const passed = of(["passed"]);
  const incomplete = of(["incomplete"]);
  return [
    incomplete.length > 0 && `${list(incomplete)} could not be verified`,
    found.length > 0 ? found.join(", ") : incomplete.length === 0 && "nothing was found",
    count("accepted") > 0 && `${count("accepted").toLocaleString("en")} accepted`,
    passed.length > 0 && `${list(passed)} passed`,
  ].filter(Boolean).join("; ");
}

function verdict() {
  const says = gist();
  return el("div", { class: `verdict ${report.outcome}` },
    el("span", { class: "mark", "aria-hidden": "true" }, MARKS[report.outcome]),
    el("div", null,
      el("h2", null, report.outcome[0].toUpperCase() + report.outcome.slice(1)),
      el("p", { class: "gist" }, `${says[0].toUpperCase()}${says.slice(1)}.`),
      el("p", { class: "faint" }, VERDICTS[report.outcome])));
}

function failure() {
  return report.error && el("div", { class: "notice", role: "note" },
    el("p", null, el("strong", null, page.text(report.error.message))),
    report.error.hint && el("p", null, page.text(report.error.hint)));
}

function counts() {
  const levels = ["error", "warning", "info", "accepted"].filter(level => count(level) > 0);
  return levels.length > 0 && el("ul", { class: "counts" }, levels.map(level => {
    const number = count(level);
    const noun = level === "accepted" || level === "info" || number === 1 ? level : `${level}s`;
    return el("li", { class: `count ${level}` },
      el("a", { href: page.address("findings", { level }) }, el("strong", null, number.toLocaleString("en")), ` ${noun}`));
  }));
}

function stage(item) {
  const found = report.findings.filter(finding => finding.stage === item.name).length;
  const name = item.name[0].toUpperCase() + item.name.slice(1);
  return el("li", { class: `stage ${item.status}` },
    el("h3", null, el("span", { class: "mark", "aria-hidden": "true" }, MARKS[item.status]), " ",
      found ? el("a", { href: page.address("findings", { stage: item.name }) }, name) : name),
    el("p", { class: "status" }, item.status, item.status === "skipped" || item.found === "nothing found" ? "" : `: ${item.found}`),
    el("p", { class: "question" }, QUESTIONS[item.name] ?? ""),
    el("p", { class: "figures" }, item.status === "skipped" ? page.text(item.note ?? "not asked for")
      : `${page.plural(item.checked, "fact")} checked in ${(item.milliseconds / 1000).toFixed(1)} s`),
    item.note && item.status !== "skipped" && el("p", { class: "note" }, page.text(item.note)));
}

function stages() {
  return report.stages.length > 0 && [el("h2", null, "Stages"), el("ol", { class: "stages" }, report.stages.map(stage))];
}

const MOST = 5;

/** What to look at first: the gravest findings in their own words. */
function first() {
  const open = report.findings.filter(finding => !finding.accepted)
    .sort((a, b) => page.weight(page.levelOf(b)) - page.weight(page.levelOf(a)));
  if (open.length === 0) return null;
  return [
    el("h2", null, "Look at first"),
    el("ol", { class: "first-findings" }, open.slice(0, MOST).map(finding => el("li", null,
      el("p", null, page.label(page.levelOf(finding)), " ",
        el("a", { href: page.address("findings", { q: `${finding.rule} ${finding.object}` }) }, finding.rules ?? finding.rule), " ", page.name(finding.object)),
      el("p", { class: "message" }, page.text(finding.message))))),
    open.length > MOST && el("p", null, el("a", { href: page.address("findings") }, `All ${open.length.toLocaleString("en")} findings`)),
  ];
}

/** The tables with something to see to. */
function trouble() {
  const worst = page.relations.filter(relation => page.weight(relation.worst) > 0)
    .sort((a, b) => page.weight(b.worst) - page.weight(a.worst) || b.places.length - a.places.length);
  return worst.length > 0 && [
    el("h2", null, "Tables with findings"),
    el("ul", { class: "trouble" }, worst.slice(0, 40).map(relation => el("li", null,
      el("a", { href: page.address("schema", { table: relation.name }) }, page.name(relation.name)),
      el("span", { class: `dot ${relation.worst}` }, relation.places.length.toLocaleString("en"), page.hidden(" findings"))))),
    worst.length > 40 && el("p", { class: "faint" }, `and ${page.plural(worst.length - 40, "more table")}`),
  ];
}

/** How many of the defects that were planted in copies of this schema were found: what a green check is worth. */
function selfTest() {
  const result = report.selfTest;
  if (!result) return null;
  const cell = score => el("td", null, !score ? "" : score.planted > 0 ? `${score.found} of ${score.planted}` : el("span", { class: "faint" }, `not applicable: ${score.notApplicable ?? ""}`));
  const isMissed = kind => [kind.sqlite, kind.mysql].some(score => score && score.found < score.planted);
  return [
    el("h2", null, "Self-test"),
    el("div", { class: `verdict small ${result.outcome}` }, el("span", { class: "mark", "aria-hidden": "true" }, MARKS[result.outcome]),
      el("div", null, el("p", null, page.text(result.verdict)), result.missed.length > 0 && el("ul", { class: "missed" }, result.missed.map(text => el("li", null, page.text(text)))))),
    el("details", null, el("summary", null, page.plural(result.kinds.length, "kind")),
      el("div", { class: "scroller", tabindex: "0", role: "region", "aria-label": "Kinds of defects" }, el("table", null,
        el("thead", null, el("tr", null, ["kind", "SQLite", "MySQL"].map(name => el("th", { scope: "col" }, name)))),
        el("tbody", null, result.kinds.map(kind => el("tr", { class: isMissed(kind) ? "missed" : null }, el("th", { scope: "row" }, kind.kind), cell(kind.sqlite), cell(kind.mysql))))))),
  ];
}

function facts() {
  return el("dl", { class: "facts" }, report.facts.map(([name, value]) => el("div", null, el("dt", null, name), el("dd", null, page.text(value)))));
}

/** What the overview consists of, in order; other parts add theirs. */
page.overview = [verdict, failure, counts, first, stages, selfTest, trouble, facts];

page.views.overview = {
  title: "Overview",
  show(section) {
    if (section.childElementCount === 0) section.append(...page.overview.flatMap(part => part() || []).filter(Boolean));
  },
};
