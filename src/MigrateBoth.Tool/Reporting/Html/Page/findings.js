// All findings, with filter and search. The list is filled as it is scrolled: thousands of findings open as fast as ten.

const { el, report } = page;
const CHUNK = 50;
const LEVELS = ["error", "warning", "info", "accepted"];

const state = { text: "", levels: new Set(LEVELS), stage: "", engine: "" };
const texts = report.findings.map(finding =>
  [finding.rules ?? finding.rule, finding.object, finding.message, finding.expected, finding.actual, finding.advice, finding.location, finding.because, report.rules[finding.rule]?.title]
    .filter(Boolean).join("\n").toLowerCase());

let matching = [];
let shown = 0;
let list, status, more, search, stage, engine, boxes;

/** The part in which two texts differ, between the words they share at both ends. */
function parts(text, other) {
  if (text === undefined || text === null || other === undefined || other === null || text === other) return [text ?? "", "", ""];
  const words = value => value.match(/[\p{L}\p{N}_]+|\s+|[^\p{L}\p{N}_\s]/gu) ?? [];
  const [mine, others] = [words(text), words(other)];
  let start = 0;
  while (start < mine.length && start < others.length && mine[start] === others[start]) start++;
  let end = 0;
  while (end < mine.length - start && end < others.length - start && mine[mine.length - 1 - end] === others[others.length - 1 - end]) end++;
  return [mine.slice(0, start).join(""), mine.slice(start, mine.length - end).join(""), mine.slice(mine.length - end).join("")];
}

/** Where a call that begins at a place ends: behind its last parenthesis, with the calls that hang on it; quotes do not count. */
function endOfCall(text, start) {
  let depth = 0;
  let quote = "";
  for (let i = start; i < text.length; i++) {
    const character = text[i];
    if (quote) {
      if (character === "\\") i++;
      else if (character === quote) quote = "";
    } else if (character === "\"" || character === "'") quote = character;
    else if (character === "(") depth++;
    else if (character === ")" && --depth === 0) {
      const more = /^\s*\.\w+(<[^>]*>)?(?=\()/.exec(text.slice(i + 1));
      if (!more) return text[i + 1] === ";" ? i + 2 : i + 1;
      i += more[0].length;
    }
  }
  return text.length;
}

/** The advice in parts: prose, and the calls and commands in it. */
function fixParts(text) {
  const found = [];
  const begin = /migrationBuilder\.\w+(<[^>]*>)?\(|(?<=['(])dotnet (?:migrate-both|ef) [^')]*/g;
  let at = 0;
  for (let match = begin.exec(text); match; match = begin.exec(text)) {
    const isCommand = match[0].startsWith("dotnet");
    let end = isCommand ? match.index + match[0].length : endOfCall(text, match.index);
    // Calls that follow each other are one piece of code.
    while (!isCommand && /^\s*migrationBuilder\./.test(text.slice(end))) end = endOfCall(text, end + text.slice(end).search(/m/));
    found.push([text.slice(at, match.index), false], [text.slice(match.index, end), isCommand ? "command" : "call"]);
    at = begin.lastIndex = end;
  }
  return [...found, [text.slice(at), false]].filter(([part]) => part.trim());
}

async function copy(text, button) {
  try {
    await navigator.clipboard.writeText(text);
    button.textContent = "Copied";
  } catch {
    // The browser forbids it: what is selected can be copied by hand.
    getSelection().selectAllChildren(button.parentElement.querySelector("code"));
    button.textContent = "Selected";
  }
  setTimeout(() => { button.textContent = "Copy"; }, 2000);
}

function block(code) {
  const text = code.replace(/;\s+(?=migrationBuilder)/g, ";\n");
  const button = el("button", { type: "button", class: "copy", onclick: () => copy(text, button) }, "Copy");
  return el("div", { class: "fix" }, el("pre", { tabindex: "0", role: "region", "aria-label": "Code of the fix" }, page.code(text)), button);
}

function advice(text) {
  return el("div", { class: "advice" }, el("strong", null, "Fix "),
    fixParts(text).map(([part, kind]) => kind === "call" ? block(part) : kind === "command" ? page.code(part) : el("span", null, page.text(/^[.,;]/.test(part) ? part.replace(/^[.,;]\s*/, "") : part))));
}

function side(name, text, other) {
  const [before, different, after] = parts(text, other);
  return el("div", { class: "side" }, el("span", { class: "faint" }, name),
    text === undefined || text === null
      ? el("span", { class: "faint" }, "–")
      : el("code", null, page.text(before), different && el("mark", null, page.text(different)), page.text(after)));
}

/** The two values of a finding, with what differs marked. */
page.sides = finding => el("div", { class: "sides" },
  side(finding.expectedSide, finding.expected, finding.actual), side(finding.actualSide, finding.actual, finding.expected));

page.findingCard = finding => {
  const rule = report.rules[finding.rule] ?? {};
  const level = page.levelOf(finding);
  return el("article", { class: `finding ${level}`, "aria-label": `${level} ${finding.rule} ${finding.object}` },
    el("header", null,
      page.label(level),
      rule.help
        ? el("a", { class: "rule", href: rule.help, rel: "noreferrer noopener", target: "_blank", title: rule.title }, finding.rules ?? finding.rule, page.hidden(" (explained on the web)"))
        : el("span", { class: "rule" }, finding.rules ?? finding.rule),
      finding.relation
        ? el("a", { class: "object", href: page.address("schema", { table: finding.relation.name }) }, page.name(finding.object))
        : page.name(finding.object, { class: "name object" }),
      el("span", { class: "where" }, finding.engine === "both" ? finding.stage : `${finding.stage}, ${finding.engine}`)),
    el("p", { class: "message" }, page.text(finding.message)),
    finding.expectedSide && page.sides(finding),
    finding.advice && advice(finding.advice),
    finding.objects && el("p", { class: "objects" }, el("strong", null, `${page.plural(finding.objects.length, "object")} `), finding.objects.map((name, place) => [place > 0 && ", ", page.name(name)])),
    finding.example && el("details", { class: "worked" }, el("summary", null, "Worked example"),
      el("p", null, page.code(finding.example.linq), finding.example.input !== undefined && [" for ", page.code(finding.example.input)]),
      el("div", { class: "sides" }, [["SQLite", finding.example.sqlite], ["MySQL", finding.example.mysql]].map(([name, half]) => el("div", { class: "side" },
        el("span", { class: "faint" }, name), half.sql && el("pre", null, page.text(half.sql)), el("code", null, page.text(half.result)))))),
    finding.location && el("p", { class: "place" }, page.code(finding.location)),
    finding.because && el("p", { class: "because" }, el("strong", null, "Accepted "), page.text(finding.because)));
};

function extend() {
  list.append(...matching.slice(shown, shown + CHUNK).map(finding => el("li", null, page.findingCard(finding))));
  shown = Math.min(shown + CHUNK, matching.length);
  more.hidden = shown === matching.length;
  more.textContent = `Show more (${(matching.length - shown).toLocaleString("en")} left)`;
}

function refresh() {
  const words = state.text.toLowerCase().split(/\s+/).filter(Boolean);
  matching = report.findings.filter((finding, place) =>
    state.levels.has(page.levelOf(finding))
    && (!state.stage || finding.stage === state.stage)
    && (!state.engine || finding.engine === state.engine)
    && words.every(word => texts[place].includes(word)));
  matching.sort((a, b) => page.weight(page.levelOf(b)) - page.weight(page.levelOf(a)));
  shown = 0;
  list.replaceChildren();
  extend();
  status.textContent = report.findings.length === 0 ? "Nothing was found."
    : `${matching.length.toLocaleString("en")} of ${page.plural(report.findings.length, "finding")}`;
}

/** What is filtered stands in the address, so that it can be sent to somebody. */
function remember() {
  const all = LEVELS.every(level => state.levels.has(level));
  history.replaceState(null, "", page.address("findings",
    { q: state.text, level: all ? "" : LEVELS.filter(level => state.levels.has(level)).join(",") || "none", stage: state.stage, engine: state.engine }));
  refresh();
}

function choice(id, label, values, change) {
  const select = el("select", { id, onchange: () => change(select.value) }, el("option", { value: "" }, "all"), values.map(value => el("option", { value }, value)));
  return [el("label", { for: id }, label), select];
}

function level(name) {
  const count = report.findings.filter(finding => page.levelOf(finding) === name).length;
  const box = el("input", {
    type: "checkbox", checked: true, value: name,
    onchange: () => { box.checked ? state.levels.add(name) : state.levels.delete(name); remember(); },
  });
  return el("label", { class: `toggle ${name}` }, box, ` ${name} `, el("span", { class: "faint" }, count.toLocaleString("en")));
}

function build(section) {
  const distinct = member => [...new Set(report.findings.map(finding => finding[member]))].sort();
  let waiting;
  search = el("input", {
    id: "findings-search", type: "search", autocomplete: "off", spellcheck: "false", placeholder: "object, rule, text",
    oninput: () => {
      clearTimeout(waiting);
      waiting = setTimeout(() => { state.text = search.value; remember(); }, 80);
    },
  });
  const stages = choice("findings-stage", "Stage", distinct("stage"), value => { state.stage = value; remember(); });
  const engines = choice("findings-engine", "Engine", distinct("engine"), value => { state.engine = value; remember(); });
  [stage, engine] = [stages[1], engines[1]];
  const toggles = LEVELS.map(level);
  boxes = toggles.map(toggle => toggle.querySelector("input"));
  status = el("p", { class: "status", role: "status" });
  list = el("ul", { class: "findings" });
  more = el("button", { type: "button", class: "more", onclick: extend });
  section.append(
    el("h2", { class: "unseen" }, "Findings"),
    el("form", { class: "toolbar", role: "search", onsubmit: event => event.preventDefault() },
      el("label", { for: "findings-search" }, "Search"), search,
      el("fieldset", null, el("legend", { class: "unseen" }, "Levels"), toggles),
      stages, engines),
    status, list, more);
  new IntersectionObserver(entries => {
    if (entries.some(entry => entry.isIntersecting) && !more.hidden) extend();
  }, { rootMargin: "600px" }).observe(more);
}

page.views.findings = {
  title: "Findings",
  show(section, parameters) {
    if (section.childElementCount === 0) build(section);
    const wanted = parameters.get("level");
    state.levels = new Set(wanted ? wanted.split(",") : LEVELS);
    state.text = parameters.get("q") ?? "";
    state.stage = parameters.get("stage") ?? "";
    state.engine = parameters.get("engine") ?? "";
    if (search.value !== state.text) search.value = state.text;
    stage.value = state.stage;
    engine.value = state.engine;
    boxes.forEach(box => { box.checked = state.levels.has(box.value); });
    refresh();
  },
};
