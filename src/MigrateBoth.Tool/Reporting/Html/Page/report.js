// The report's data, and what every view asks of it.

const report = JSON.parse(document.getElementById("report").textContent);
page.report = report;

const WEIGHT = { accepted: 0, info: 1, warning: 2, error: 3 };

/** The level under which a finding is shown: its severity, unless it is accepted. */
page.levelOf = finding => finding.accepted ? "accepted" : finding.severity;

/** The gravest level among findings given by their places; null where there are none. */
page.worst = places => (places ?? []).map(place => page.levelOf(report.findings[place])).sort((a, b) => WEIGHT[b] - WEIGHT[a])[0] ?? null;

page.weight = level => WEIGHT[level] ?? -1;

/** All places of an object's findings, those about its attributes included. */
page.placesOf = object => [...new Set([...(object.findings ?? []), ...(object.attributes ?? []).flatMap(attribute => attribute.findings ?? [])])];

// Tables and views in one list: both are found by name and shown in the same pane.
page.relations = report.schema
  ? [...report.schema.tables, ...report.schema.views.map(view => ({ ...view, isView: true, objects: [], references: [] }))]
  : [];

page.relations.forEach((relation, index) => {
  relation.index = index;
  relation.places = [...new Set([...page.placesOf(relation), ...relation.objects.flatMap(page.placesOf)])];
  relation.worst = page.worst(relation.places);
  for (const place of relation.places) report.findings[place].relation ??= relation;
});

/** The relation of a name, as a foreign key may spell it. */
const byName = new Map();
for (const relation of page.relations) {
  if (!byName.has(relation.name)) byName.set(relation.name, relation);
}
const byFoldedName = new Map(page.relations.map(relation => [relation.name.toLowerCase(), relation]));
page.relationOf = name => byName.get(name) ?? byFoldedName.get(name.toLowerCase());

/** The address of a part of the report. */
page.address = (view, parameters = {}) => {
  const query = new URLSearchParams(Object.entries(parameters).filter(([, value]) => value !== null && value !== undefined && value !== "")).toString();
  return `#${view}${query ? `?${query}` : ""}`;
};

/** Whether a finding speaks of one side of the schema, or of both. */
page.concerns = (finding, side) => finding.stage !== "drift" || finding.engine === "both" || finding.engine === report.schema[`${side}Engine`];

/** A level as a small label. */
page.label = level => page.el("span", { class: `level ${level}` }, level);
