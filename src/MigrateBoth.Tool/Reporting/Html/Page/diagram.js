// The entity relationship diagram: dragged and zoomed with mouse, fingers or keys.

const { el, svg, report } = page;
const HEAD = 28;
const ROW = 18;
const MOST_ROWS = 14;
// With more tables than this, the picture begins with those that differ and what they refer to.
const MANY = 60;

let canvas, world, title, scope, jump, nodes;
const view = { x: 0, y: 0, scale: 1 };

const short = (text, length) => text.length > length ? `${text.slice(0, length - 1)}…` : text;

/** The columns that a table shows: its keys, and whatever differs. */
function rowsOf(table) {
  const keys = new Set(table.objects.filter(object => object.kind === "primaryKey").flatMap(key => names(key)));
  const foreign = new Set(table.references.flatMap(reference => reference.columns.split(", ")));
  const rows = table.objects.filter(object => object.kind === "column").map(column => ({
    name: column.name,
    key: keys.has(column.name) ? "PK" : foreign.has(column.name) ? "FK" : "",
    level: page.worst(page.placesOf(column)),
  }));
  for (const object of table.objects.filter(candidate => candidate.kind !== "column" && page.placesOf(candidate).length > 0)) {
    rows.push({ name: object.name, key: { index: "IX", foreignKey: "FK", check: "CK", primaryKey: "PK", trigger: "TR" }[object.kind] ?? "", level: page.worst(page.placesOf(object)) });
  }
  const telling = rows.filter(row => row.key || row.level);
  const shown = (rows.length <= MOST_ROWS ? rows : telling).slice(0, MOST_ROWS);
  return { shown, hidden: rows.length - shown.length };
}

const names = key => ((key.attributes ?? [])[0]?.left ?? (key.attributes ?? [])[0]?.right ?? "").replace(/^\(|\)$/g, "").split(", ");

function nodeOf(table) {
  const { shown, hidden } = rowsOf(table);
  const longest = Math.max(table.name.length * 1.1, ...shown.map(row => row.name.length + 4));
  return {
    table, index: table.index, rows: shown, hidden, edges: [],
    width: Math.min(280, Math.max(130, longest * 7.2 + 24)),
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

function edgePath(from, to) {
  const [y1, y2] = [from.y + HEAD / 2, to.y + HEAD / 2];
  if (from === to) return `M${from.x + from.width},${y1} c40,-30 40,40 0,${ROW}`;
  const isRight = from.x >= to.x + to.width;
  const x1 = isRight ? from.x : from.x + from.width;
  const x2 = isRight || from.x < to.x + to.width && from.x + from.width > to.x ? to.x + to.width : to.x;
  const bend = Math.max(30, Math.abs(x2 - x1) / 2);
  return `M${x1},${y1} C${x1 + (isRight ? -bend : bend)},${y1} ${x2 + (x2 === to.x ? -bend : bend)},${y2} ${x2},${y2}`;
}

function drawEdge(node, edge) {
  const { left, right, optional, columns } = edge.reference;
  const isOneSided = !(left && right);
  return svg("path", { class: `edge${isOneSided ? " one-sided" : ""}${optional ? " optional" : ""}`, d: edgePath(node, edge.to), "marker-end": "url(#arrow)" },
    svg("title", null, `${node.table.name} (${columns}) → ${edge.to.table.name}${isOneSided ? `, only on ${report.schema[left ? "left" : "right"]}` : ""}`));
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
        svg("tspan", { class: "key" }, row.key ? `${row.key} ` : ""), short(row.name, 34), row.level ? svg("tspan", { class: "sign" }, " ≠") : "")),
      node.hidden > 0 ? svg("text", { class: "faint", x: 10, y: HEAD + 15 + node.rows.length * ROW }, `and ${node.hidden} more`) : ""));
  node.element.addEventListener("click", () => { if (!drag.moved) location.hash = page.address("schema", { table: table.name }); });
  node.element.addEventListener("focus", () => { current = node; });
  return node.element;
}

function draw() {
  nodes = tablesInScope().map(nodeOf);
  connect();
  page.layOut(nodes);
  const edges = nodes.flatMap(node => node.edges.map(edge => drawEdge(node, edge)));
  world.replaceChildren(svg("g", null, edges), svg("g", null, nodes.map(drawNode)));
  current = nodes[0] ?? null;
  current?.element.setAttribute("tabindex", "0");
  title.textContent = nodes.length === 0 ? "No table differs: choose all tables to see them." : `${page.plural(nodes.length, "table")} shown`;
  fit();
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
      el("span", { class: "sample dashed" }), "on one side only · an arrow goes from a foreign key to the table it refers to"));
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
