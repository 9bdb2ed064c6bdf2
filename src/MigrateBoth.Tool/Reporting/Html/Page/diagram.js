// The entity relationship diagram: dragged and zoomed with mouse, fingers or keys.

const { el, svg, report } = page;
const { HEAD, ROW } = page.diagramMetrics;
const MOST_ROWS = 14;
// With more tables than this, the picture begins with those that differ and what they refer to.
const MANY = 60;
// With more tables than this, they show keys and what differs, and no other columns.
const FEW = 24;
// Smaller letters cannot be read.
const LEGIBLE = 0.75;

let canvas, world, title, scope, jump, nodes;
const view = { x: 0, y: 0, scale: 1 };

const short = (text, length) => text.length > length ? `${text.slice(0, length - 1)}…` : text;

/** The two values of the gravest finding about an object. */
function valuesOf(object) {
  const told = page.placesOf(object).map(place => report.findings[place]).filter(finding => finding.expected !== undefined)
    .sort((a, b) => page.weight(page.levelOf(b)) - page.weight(page.levelOf(a)))[0];
  return told ? `${short(told.expected ?? "none", 22)} ≠ ${short(told.actual ?? "none", 22)}` : "";
}

/** The columns that a table shows: its keys, and whatever differs. */
function rowsOf(table, isCompact) {
  const keys = new Set(table.objects.filter(object => object.kind === "primaryKey").flatMap(key => names(key)));
  const foreign = new Set(table.references.flatMap(reference => reference.columns.split(", ")));
  const rows = table.objects.filter(object => object.kind === "column").map(column => ({
    name: column.name,
    isColumn: true,
    key: keys.has(column.name) ? "PK" : foreign.has(column.name) ? "FK" : "",
    level: page.worst(page.placesOf(column)),
    values: valuesOf(column),
  }));
  for (const object of table.objects.filter(candidate => candidate.kind !== "column" && page.placesOf(candidate).length > 0)) {
    rows.push({
      name: object.name, level: page.worst(page.placesOf(object)), values: valuesOf(object),
      key: { index: "IX", foreignKey: "FK", check: "CK", primaryKey: "PK", trigger: "TR" }[object.kind] ?? "",
    });
  }
  const telling = rows.filter(row => row.key || row.level);
  const shown = (rows.length <= MOST_ROWS && !isCompact ? rows : telling).slice(0, MOST_ROWS);
  return { shown, hidden: rows.length - shown.length };
}

const names = key => ((key.attributes ?? [])[0]?.left ?? (key.attributes ?? [])[0]?.right ?? "").replace(/^\(|\)$/g, "").split(", ");

function nodeOf(table, isCompact) {
  const { shown, hidden } = rowsOf(table, isCompact);
  const longest = Math.max(short(table.name, 34).length * 1.1, ...shown.map(row => short(row.name, 34).length + 4 + (row.values ? row.values.length + 2 : 0)));
  return {
    table, index: table.index, rows: shown, hidden, edges: [],
    width: Math.max(130, Math.ceil(longest * 7.3) + 24),
    height: HEAD + (shown.length + (hidden > 0 ? 1 : 0)) * ROW + 6,
  };
}

function tablesInScope() {
  const tables = page.relations.filter(relation => !relation.isView);
  if (scope.value === "all") return tables;
  const chosen = new Set(tables.filter(table => page.weight(table.worst) > 0));
  const wanted = page.relationOf(jump.value);
  if (wanted && !wanted.isView) chosen.add(wanted);
  for (const table of [...chosen]) for (const reference of table.references) chosen.add(page.relationOf(reference.table));
  return tables.filter(table => chosen.has(table));
}

function connect() {
  const byTable = new Map(nodes.map(node => [node.table, node]));
  for (const node of nodes) {
    for (const reference of node.table.references) {
      const to = byTable.get(page.relationOf(reference.table));
      if (to) node.edges.push({ to, reference });
    }
  }
}

/** A path with rounded corners. */
function edgePath(points) {
  const parts = [`M${points[0].x},${points[0].y}`];
  for (let i = 1; i < points.length - 1; i++) {
    const [before, corner, after] = [points[i - 1], points[i], points[i + 1]];
    const towards = (to, by) => {
      const length = Math.hypot(to.x - corner.x, to.y - corner.y) || 1;
      const share = Math.min(by, length / 2) / length;
      return `${corner.x + (to.x - corner.x) * share},${corner.y + (to.y - corner.y) * share}`;
    };
    parts.push(`L${towards(before, 5)} Q${corner.x},${corner.y} ${towards(after, 5)}`);
  }
  const end = points[points.length - 1];
  return `${parts.join(" ")} L${end.x},${end.y}`;
}

/** How many rows an end stands for, beside that end. */
const cardinality = (text, x, y, anchor) => svg("text", { class: "cardinality", x, y, "text-anchor": anchor }, text);

function drawEdge(node, edge) {
  const { left, right, optional, unique, columns } = edge.reference;
  if (edge.points.length === 0) return null;
  const isOneSided = !(left && right);
  const [from, to] = [edge.points[0], edge.points[edge.points.length - 1]];
  const many = unique ? "0..1" : "0..*";
  const one = optional ? "0..1" : "1";
  return svg("g", { class: `relation${isOneSided ? " one-sided" : ""}${optional ? " optional" : ""}` },
    svg("title", null, `${node.table.name} (${columns}) → ${edge.to.table.name}${isOneSided ? `, only on ${report.schema[left ? "left" : "right"]}` : ""}: ${many} to ${one}`),
    svg("path", { class: "edge", d: edgePath(edge.points), "marker-end": "url(#arrow)" }),
    cardinality(many, from.x - 3, from.y - 4, "end"), cardinality(one, to.x + 11, to.y - 4, "start"));
}

function drawNode(node) {
  const { table } = node;
  const level = table.worst ?? "";
  const only = table.left && table.right ? "" : table.left ? `, only on ${report.schema.left}` : table.right ? `, only on ${report.schema.right}` : ", on neither side";
  const label = `${table.name}${only}, ${table.places.length === 0 ? "nothing found" : page.plural(table.places.length, "finding")}`;
  node.element = svg("g", { class: `node ${level}${only ? " one-sided" : ""}`, transform: `translate(${node.x},${node.y})`, tabindex: "-1", role: "graphics-symbol", "aria-roledescription": "table", "aria-label": label },
    svg("title", null, label),
    svg("rect", { class: "box", width: node.width, height: node.height, rx: 6 }),
    svg("path", { class: "head", d: `M0,${HEAD} V6 a6,6 0 0 1 6,-6 H${node.width - 6} a6,6 0 0 1 6,6 V${HEAD} Z` }),
    svg("text", { class: "table-name", x: 10, y: 19 }, short(table.name, 34)),
    svg("g", { class: "rows" },
      node.rows.map((row, i) => svg("text", { class: row.level ?? "", x: 10, y: HEAD + 15 + i * ROW },
        svg("tspan", { class: "key" }, row.key ? `${row.key} ` : ""), short(row.name, 34), row.values ? svg("tspan", { class: "values" }, `  ${row.values}`) : row.level ? svg("tspan", { class: "sign" }, " ≠") : "")),
      node.hidden > 0 ? svg("text", { class: "faint", x: 10, y: HEAD + 15 + node.rows.length * ROW }, `and ${node.hidden} more`) : ""));
  node.element.addEventListener("click", () => { if (!drag.moved) location.hash = page.address("schema", { table: table.name }); });
  node.element.addEventListener("focus", () => { current = node; });
  return node.element;
}

let drawing = null;

function draw() {
  const tables = tablesInScope();
  nodes = tables.map(table => nodeOf(table, tables.length > FEW));
  connect();
  title.textContent = `Laying out ${page.plural(nodes.length, "table")} …`;
  canvas.setAttribute("aria-busy", "true");
  const mine = nodes;
  // The words above are painted before the work begins.
  drawing = new Promise(painted => requestAnimationFrame(() => setTimeout(painted))).then(() => page.layOut(mine)).then(() => {
    if (mine !== nodes) return drawing;
    world.replaceChildren(svg("g", null, nodes.flatMap(node => node.edges.map(edge => drawEdge(node, edge)))), svg("g", null, nodes.map(drawNode)));
    current = nodes[0] ?? null;
    current?.element.setAttribute("tabindex", "0");
    title.textContent = nodes.length === 0 ? "No table differs: choose all tables to see them." : `${page.plural(nodes.length, "table")} shown`;
    canvas.removeAttribute("aria-busy");
    begin();
    return null;
  });
  return drawing;
}

/** All of it where that can be read; else what differs most, large enough to read. */
function begin() {
  fit();
  const worst = nodes.reduce((a, b) => page.weight(b.table.worst) > page.weight(a?.table.worst) ? b : a, null) ?? nodes[0];
  if (worst && view.scale < LEGIBLE) {
    centre(worst, LEGIBLE);
    fill();
  }
}

/** Moves the picture so that no side of the canvas stays empty where there is something to show. */
function fill() {
  const box = canvas.getBoundingClientRect();
  const within = (at, room, size) => size <= room - 40 ? at : Math.max(Math.min(at, 20), room - size - 20);
  view.x = within(view.x, box.width, Math.max(...nodes.map(node => node.x + node.width)) * view.scale);
  view.y = within(view.y, box.height, Math.max(...nodes.map(node => node.y + node.height)) * view.scale);
  apply();
}

function apply() {
  world.setAttribute("transform", `translate(${view.x},${view.y}) scale(${view.scale})`);
  // From far away rows are grey lines: the browser need not draw their letters.
  canvas.classList.toggle("far", view.scale < 0.38);
}

function fit() {
  const box = canvas.getBoundingClientRect();
  if (nodes.length === 0 || box.width === 0) return;
  const right = Math.max(...nodes.map(node => node.x + node.width));
  const bottom = Math.max(...nodes.map(node => node.y + node.height));
  view.scale = Math.min(1.1, Math.max(0.04, Math.min((box.width - 40) / right, (box.height - 40) / bottom)));
  view.x = (box.width - right * view.scale) / 2;
  view.y = Math.max(20, (box.height - bottom * view.scale) / 2);
  apply();
}

function zoom(factor, x, y) {
  const box = canvas.getBoundingClientRect();
  [x, y] = [x ?? box.width / 2, y ?? box.height / 2];
  const scale = Math.min(3, Math.max(0.04, view.scale * factor));
  view.x = x - (x - view.x) * scale / view.scale;
  view.y = y - (y - view.y) * scale / view.scale;
  view.scale = scale;
  apply();
}

function pan(x, y) {
  view.x += x;
  view.y += y;
  apply();
}

function centre(node, scale = view.scale) {
  const box = canvas.getBoundingClientRect();
  view.scale = scale;
  view.x = box.width / 2 - (node.x + node.width / 2) * scale;
  view.y = box.height / 2 - (node.y + node.height / 2) * scale;
  apply();
}

function isSeen(node) {
  const box = canvas.getBoundingClientRect();
  const [x, y] = [node.x * view.scale + view.x, node.y * view.scale + view.y];
  return x >= 0 && y >= 0 && x + node.width * view.scale <= box.width && y + node.height * view.scale <= box.height;
}

let current = null;

function focus(node) {
  current?.element.setAttribute("tabindex", "-1");
  node.element.setAttribute("tabindex", "0");
  node.element.focus({ preventScroll: true });
  if (!isSeen(node)) centre(node);
}

/** The nearest table in a direction; one that lies straight ahead beats one that lies aside. */
function nearest(from, dx, dy) {
  const middle = node => [node.x + node.width / 2, node.y + node.height / 2];
  const [x, y] = middle(from);
  let [best, least] = [null, Infinity];
  for (const node of nodes) {
    const [ahead, aside] = [(middle(node)[0] - x) * dx + (middle(node)[1] - y) * dy, Math.abs((middle(node)[0] - x) * dy) + Math.abs((middle(node)[1] - y) * dx)];
    const distance = ahead + aside * 2;
    if (node !== from && ahead > 1 && distance < least) [best, least] = [node, distance];
  }
  return best;
}

const DIRECTIONS = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };

function key(event) {
  const direction = DIRECTIONS[event.key];
  const isOnNode = current !== null && document.activeElement === current.element;
  if (direction && isOnNode && !event.shiftKey) {
    const next = nearest(current, ...direction);
    if (next) focus(next);
  } else if (direction) pan(-direction[0] * 60, -direction[1] * 60);
  else if (event.key === "+" || event.key === "=") zoom(1.25);
  else if (event.key === "-") zoom(0.8);
  else if (event.key === "0") fit();
  else if ((event.key === "Enter" || event.key === " ") && isOnNode) location.hash = page.address("schema", { table: current.table.name });
  else return;
  event.preventDefault();
}

const drag = { pointers: new Map(), moved: false };

function press(event) {
  drag.pointers.set(event.pointerId, event);
  drag.moved = false;
}

function move(event) {
  const before = drag.pointers.get(event.pointerId);
  if (!before) return;
  const others = [...drag.pointers.values()].filter(pointer => pointer.pointerId !== event.pointerId);
  if (others.length === 1) {
    const box = canvas.getBoundingClientRect();
    const distance = pointer => Math.hypot(pointer.clientX - others[0].clientX, pointer.clientY - others[0].clientY) || 1;
    zoom(distance(event) / distance(before), (event.clientX + others[0].clientX) / 2 - box.left, (event.clientY + others[0].clientY) / 2 - box.top);
    drag.moved = true;
  } else {
    if (!drag.moved && Math.hypot(event.clientX - before.clientX, event.clientY - before.clientY) < 4) return;
    // Captured only once it is a drag: a captured click would not reach the table.
    if (!drag.moved) canvas.setPointerCapture(event.pointerId);
    drag.moved = true;
    pan(event.clientX - before.clientX, event.clientY - before.clientY);
  }
  drag.pointers.set(event.pointerId, event);
}

const release = event => drag.pointers.delete(event.pointerId);

function wheel(event) {
  event.preventDefault();
  const box = canvas.getBoundingClientRect();
  zoom(Math.exp(-event.deltaY * (event.deltaMode === 1 ? 0.05 : 0.0015)), event.clientX - box.left, event.clientY - box.top);
}

function go() {
  const wanted = page.relationOf(jump.value);
  if (!wanted || wanted.isView) return;
  if (!nodes.some(node => node.table === wanted)) draw();
  drawing.then(() => show(wanted));
}

function show(wanted) {
  const node = nodes.find(candidate => candidate.table === wanted);
  if (node) {
    centre(node, Math.max(view.scale, 0.8));
    focus(node);
  }
}

function button(text, label, action) {
  return el("button", { type: "button", "aria-label": label, title: label, onclick: action }, text);
}

function build(section) {
  const tables = page.relations.filter(relation => !relation.isView);
  const differ = tables.some(table => page.weight(table.worst) > 0);
  scope = el("select", { id: "diagram-scope", onchange: draw }, el("option", { value: "all" }, "all tables"), el("option", { value: "different" }, "tables that differ, and what they refer to"));
  scope.value = tables.length > MANY && differ ? "different" : "all";
  jump = el("input", { id: "diagram-jump", type: "search", list: "diagram-tables", autocomplete: "off", spellcheck: "false", placeholder: "table", onchange: go });
  title = el("p", { class: "status", role: "status" });
  world = svg("g");
  canvas = svg("svg", {
    class: "canvas", tabindex: "0", role: "group", "aria-label": "Diagram of the tables. Arrow keys move it, plus and minus zoom, zero shows all of it. Tab goes to the tables; there arrow keys go from table to table and Enter opens one.",
    onpointerdown: press, onpointermove: move, onpointerup: release, onpointercancel: release, onkeydown: key,
  }, svg("defs", null, svg("marker", { id: "arrow", viewBox: "0 0 8 8", refX: 8, refY: 4, markerWidth: 10, markerHeight: 10, markerUnits: "userSpaceOnUse", orient: "auto-start-reverse" }, svg("path", { class: "tip", d: "M0,0 L8,4 L0,8 Z" }))), world);
  canvas.addEventListener("wheel", wheel, { passive: false });
  section.append(
    el("h2", { class: "unseen" }, "Diagram"),
    el("form", { class: "toolbar", onsubmit: event => { event.preventDefault(); go(); } },
      el("label", { for: "diagram-jump" }, "Go to"), jump, el("datalist", { id: "diagram-tables" }, tables.map(table => el("option", { value: table.name }))),
      el("label", { for: "diagram-scope" }, "Show"), scope,
      el("span", { class: "buttons" }, button("+", "Zoom in", () => zoom(1.25)), button("−", "Zoom out", () => zoom(0.8)), button("⤢", "Show all of it", fit)),
      title),
    canvas,
    el("p", { class: "legend" },
      el("span", { class: "sample error" }), "error ", el("span", { class: "sample warning" }), "warning ", el("span", { class: "sample info" }), "info ",
      el("span", { class: "sample dashed" }), "on one side only · an arrow goes from a foreign key to what it refers to, with the number of rows at each end"));
  draw();
}

page.views.diagram = {
  title: "Diagram",
  show(section, parameters) {
    if (!page.relations.some(relation => !relation.isView)) {
      section.replaceChildren(el("p", { class: "empty" }, "No schema was read in this run."));
      return;
    }
    if (section.childElementCount === 0) build(section);
    const table = parameters.get("table");
    if (table) {
      jump.value = table;
      go();
    }
  },
};
