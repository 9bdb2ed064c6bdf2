// The schema browser: all tables and views on the left, one of them on the right, both sides beside each other.

const { el, report } = page;

// Attributes with a column of their own, where any column of the table has one; the others are shown together.
const OWN = ["type", "null", "default"];
const GROUPS = [["primaryKey", "Primary key"], ["index", "Indexes"], ["foreignKey", "Foreign keys"], ["check", "Checks"], ["trigger", "Triggers"]];
// Attributes whose value says itself what it is.
const PLAIN = new Set(["columns", "uniqueness", "expression", "definition", "visibility", "enforcement", "deferral", "validity", "fires"]);

let filter, onlyDifferent, list, status, pane;
let selected = null;

/** The findings about an attribute, or an object, that speak of a side. */
const about = (places, side) => (places ?? []).filter(place => page.concerns(report.findings[place], side));

const mark = places => {
  const level = page.worst(places);
  return level ? ` differs ${level}` : "";
};

function value(attribute, side, isLabelled) {
  const text = attribute?.[side];
  const level = mark(about(attribute?.findings, side)).trim();
  if (text === undefined && !level) return null;
  const length = text?.length ?? 0;
  return el("span", { class: `value ${level}${length < 40 && !isLabelled ? " short" : ""}` },
    level && page.hidden("differs: "),
    isLabelled && !PLAIN.has(attribute.name) && el("span", { class: "faint" }, `${attribute.name} `),
    text === undefined ? el("span", { class: "faint" }, "none") : page.code(text));
}

/** How a row stands out. */
const standing = object => page.placesOf(object).length > 0 ? `differing ${page.worst(page.placesOf(object))}` : null;

function sideName(side) {
  return page.text(report.schema[side]);
}

/** What was found about an object, in a row of its own below it. */
function notes(object, width) {
  const places = page.placesOf(object);
  return places.length > 0 && el("tr", { class: "notes" }, el("td", { colspan: width }, el("ul", null, places.map(place => {
    const finding = report.findings[place];
    const where = finding.engine === "both" ? finding.stage : `${finding.stage}, ${finding.engine}`;
    return el("li", null, page.label(page.levelOf(finding)), " ",
      el("a", { href: page.address("findings", { q: `${finding.rule} ${finding.object}` }) }, finding.rule), " ",
      el("span", { class: "faint" }, where), " ", page.text(finding.message));
  }))));
}

// Said once for the table where most of its columns share it.
const SHARED = ["collation", "character set"];

/** What most text columns of a side have in common. */
function shared(columns, side) {
  const result = {};
  for (const name of SHARED) {
    const values = columns.map(column => (column.attributes ?? []).find(attribute => attribute.name === name)?.[side]).filter(Boolean);
    const counts = new Map();
    for (const text of values) counts.set(text, (counts.get(text) ?? 0) + 1);
    const most = [...counts].sort((a, b) => b[1] - a[1])[0];
    if (most) result[name] = most[0];
  }
  return result;
}

function sharedLine(common) {
  const sides = ["left", "right"].filter(side => Object.keys(common[side]).length > 0);
  return sides.length > 0 && el("p", { class: "shared" }, sides.map(side => el("span", null, el("span", { class: "faint" }, sideName(side), " "),
    SHARED.filter(name => common[side][name]).map((name, i) => [i > 0 && ", ", `${name} `, page.code(common[side][name])]))));
}

function columnCells(column, side, own, common) {
  if (!column[side]) return [el("td", { class: `first absent${mark(column.findings)}`, "data-side": report.schema[side], colspan: own.length + 1 }, "not on ", sideName(side))];
  const attributes = column.attributes ?? [];
  const whole = mark(about(column.findings, side));
  const cells = own.map((name, i) => {
    const attribute = attributes.find(candidate => candidate.name === name);
    return el("td", { class: `${i === 0 ? "first " : ""}${mark(about(attribute?.findings, side)) || whole}`, "data-side": i === 0 ? report.schema[side] : null }, value(attribute ?? {}, side, false));
  });
  return [...cells, el("td", { class: whole }, attributes
    .filter(attribute => !OWN.includes(attribute.name) && (attribute[side] !== common[side][attribute.name] || about(attribute.findings, side).length > 0))
    .map(attribute => value(attribute, side, true)))];
}

function columnTable(columns, common) {
  const own = OWN.filter(name => columns.some(column => (column.attributes ?? []).some(attribute => attribute.name === name)));
  const heads = side => [...own, "more"].map((name, i) => el("th", { scope: "col", class: i === 0 ? "first" : null }, name, page.hidden([" on ", report.schema[side]].join(""))));
  const table = el("table", { class: "columns" },
    el("caption", { class: "unseen" }, "Columns on both sides"),
    el("thead", null,
      el("tr", null, el("th", { scope: "col", rowspan: "2" }, "column"),
        ["left", "right"].map(side => el("th", { scope: "colgroup", class: "first", colspan: own.length + 1 }, sideName(side)))),
      el("tr", null, heads("left"), heads("right"))),
    columns.map(column => el("tbody", { class: standing(column) },
      el("tr", null, el("th", { scope: "row" }, page.name(column.name)), columnCells(column, "left", own, common), columnCells(column, "right", own, common)),
      notes(column, 1 + 2 * (own.length + 1)))));
  table.style.setProperty("--own", own.length);
  return el("div", { class: "scroller", tabindex: "0", role: "region", "aria-label": "Columns" }, table);
}

function objectCell(object, side) {
  if (!object[side]) return el("td", { class: `first absent${mark(object.findings)}`, "data-side": report.schema[side] }, "not on ", sideName(side));
  return el("td", { class: `first${mark(about(object.findings, side))}`, "data-side": report.schema[side] }, (object.attributes ?? []).map(attribute => value(attribute, side, true)));
}

function objectTable(title, objects) {
  return el("div", { class: "scroller", tabindex: "0", role: "region", "aria-label": title }, el("table", { class: "objects" },
    el("caption", null, title),
    el("thead", null, el("tr", null, el("th", { scope: "col" }, "name"), ["left", "right"].map(side => el("th", { scope: "col", class: "first" }, sideName(side))))),
    objects.map(object => el("tbody", { class: standing(object) },
      el("tr", null, el("th", { scope: "row" }, page.name(object.name)), objectCell(object, "left"), objectCell(object, "right")),
      notes(object, 3)))));
}

function presence(relation) {
  if (relation.left && relation.right) return "on both sides";
  if (!relation.left && !relation.right) return "on neither side; only the model has it";
  return ["only on ", report.schema[relation.left ? "left" : "right"]].join("");
}

function references(relation) {
  const links = (title, names) => names.length > 0 && el("p", { class: "references" }, el("span", { class: "faint" }, title),
    names.map(name => [" ", el("a", { href: page.address("schema", { table: name }) }, page.name(name))]));
  const to = [...new Set(relation.references.map(reference => page.relationOf(reference.table)?.name).filter(Boolean))];
  const from = page.relations.filter(other => other.references.some(reference => page.relationOf(reference.table) === relation)).map(other => other.name);
  return [links("refers to", to), links("referred to by", from)];
}

function show(relation) {
  const differs = object => !onlyDifferent.checked || page.placesOf(object).length > 0;
  const columns = relation.objects.filter(object => object.kind === "column" && differs(object));
  const self = { ...relation, kind: "table" };
  const all = relation.objects.filter(object => object.kind === "column");
  const common = { left: shared(all, "left"), right: shared(all, "right") };
  pane.replaceChildren(...[
    el("h2", { id: "relation", tabindex: "-1" }, page.name(relation.name)),
    el("p", { class: "faint" }, `${relation.isView ? "view" : "table"} ${presence(relation)}`,
      relation.isView ? "" : [" · ", el("a", { href: page.address("diagram", { table: relation.name }) }, "show in the diagram")]),
    references(relation),
    sharedLine(common),
    columns.length > 0 && columnTable(columns, common),
    GROUPS.map(([kind, title]) => {
      const objects = relation.objects.filter(object => object.kind === kind && differs(object));
      return objects.length > 0 && objectTable(title, objects);
    }),
    (relation.isView || (self.attributes ?? []).length > 0 || page.placesOf(self).length > 0) && objectTable(relation.isView ? "View" : "Table", [self]),
    onlyDifferent.checked && relation.places.length === 0 && el("p", { class: "status" }, "Nothing differs here."),
  ].flat(Infinity).filter(Boolean));
}

function entry(relation) {
  return el("li", null, el("a", { href: page.address("schema", { table: relation.name }), "data-relation": relation.index, "aria-current": relation === selected ? "true" : null },
    page.name(relation.name), relation.isView && el("span", { class: "faint" }, " view"),
    relation.worst && el("span", { class: `dot ${relation.worst}`, title: page.plural(relation.places.length, "finding") }, String(relation.places.length), page.hidden(" findings"))));
}

function refreshList() {
  const words = filter.value.toLowerCase().split(/\s+/).filter(Boolean);
  const matching = page.relations.filter(relation =>
    (!onlyDifferent.checked || relation.places.length > 0)
    && words.every(word => relation.name.toLowerCase().includes(word) || relation.objects.some(object => object.kind === "column" && object.name.toLowerCase().includes(word))));
  list.replaceChildren(...matching.map(entry));
  status.textContent = `${matching.length.toLocaleString("en")} of ${page.relations.length.toLocaleString("en")} tables and views`;
}

/** Up and down walk through the list, from the filter as well. */
function walk(event) {
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (!step) return;
  const links = [...list.querySelectorAll("a")];
  const next = links.indexOf(document.activeElement) + step;
  event.preventDefault();
  if (next < 0) filter.focus();
  else links[Math.min(next, links.length - 1)]?.focus();
}

function build(section) {
  filter = el("input", { id: "schema-filter", type: "search", autocomplete: "off", spellcheck: "false", placeholder: "table or column", oninput: refreshList, onkeydown: walk });
  onlyDifferent = el("input", { type: "checkbox", id: "schema-different", onchange: () => { refreshList(); if (selected) show(selected); } });
  status = el("p", { class: "status", role: "status" });
  list = el("ul", { class: "relations", onkeydown: walk });
  pane = el("div", { class: "pane" });
  section.append(
    el("nav", { class: "side-list", "aria-label": "Tables and views" },
      el("label", { for: "schema-filter", class: "unseen" }, "Filter tables"), filter,
      el("label", { class: "toggle" }, onlyDifferent, " only what differs"),
      status, list),
    pane);
  refreshList();
}

page.views.schema = {
  title: "Schema",
  show(section, parameters) {
    if (page.relations.length === 0) {
      section.replaceChildren(el("p", { class: "empty" }, "No schema was read in this run."));
      return;
    }
    if (section.childElementCount === 0) build(section);
    const wanted = parameters.get("table");
    const relation = (wanted && page.relationOf(wanted)) || selected || page.relations.find(candidate => page.weight(candidate.worst) > 0) || page.relations[0];
    if (relation === selected && pane.childElementCount > 0) return;
    selected = relation;
    show(relation);
    for (const link of list.querySelectorAll("[aria-current]")) link.removeAttribute("aria-current");
    const link = list.querySelector(`[data-relation="${relation.index}"]`);
    link?.setAttribute("aria-current", "true");
    // Only the list scrolls, and only as far as it has to: scrolling into view would move the page as well.
    if (link && (link.offsetTop < list.scrollTop || link.offsetTop + link.offsetHeight > list.scrollTop + list.clientHeight)) {
      list.scrollTop = link.offsetTop - list.clientHeight / 2;
    }
    if (wanted) window.scrollTo({ top: 0 });
  },
};
