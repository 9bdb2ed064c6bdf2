// Where the tables of the diagram stand and which way their edges take. ELK does both: edges go round tables and end at the rows of their columns.
// It is packed in the page and unpacked when the diagram is first opened; the page's policy lets this one script in by its hash.

const HEAD = 28;
const ROW = 18;

let library = null;

async function unpack() {
  const packed = document.getElementById("elk").textContent;
  const bytes = Uint8Array.from(atob(packed), character => character.charCodeAt(0));
  const text = await new Response(new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"))).text();
  const script = document.createElement("script");
  script.textContent = text;
  document.head.append(script);
  script.remove();
  return new globalThis.ELK();
}

/** The middle of a column's row, or of the table's head where the row is not shown. */
function heightOf(node, column) {
  const row = node.rows.findIndex(candidate => candidate.isColumn && candidate.name === column);
  return row < 0 ? HEAD / 2 : HEAD + row * ROW + ROW / 2;
}

/** The diagram as ELK takes it: each edge goes from a row of its table to a row of the other one. */
function graphOf(nodes) {
  const ports = new Map(nodes.map(node => [node, new Map()]));
  const port = (node, side, column) => {
    const y = heightOf(node, column);
    const id = `${node.index}${side}${y}`;
    ports.get(node).set(id, { id, x: side === "EAST" ? node.width : 0, y, width: 0, height: 0, layoutOptions: { "elk.port.side": side } });
    return id;
  };
  const edges = nodes.flatMap(node => node.edges.map((edge, i) => ({
    id: `${node.index}-${i}`,
    sources: [port(node, "WEST", edge.reference.columns.split(", ")[0])],
    targets: [port(edge.to, "EAST", edge.reference.principal.split(", ")[0])],
  })));
  return {
    id: "all",
    layoutOptions: {
      "elk.algorithm": "layered",
      // What is referred to stands left of what refers to it.
      "elk.direction": "LEFT",
      "elk.edgeRouting": "ORTHOGONAL",
      "elk.spacing.nodeNode": "26",
      "elk.spacing.edgeNode": "14",
      "elk.layered.spacing.nodeNodeBetweenLayers": "76",
      "elk.layered.spacing.edgeNodeBetweenLayers": "26",
      "elk.layered.spacing.edgeEdgeBetweenLayers": "9",
      "elk.spacing.componentComponent": "50",
      "elk.aspectRatio": "1.6",
      // Columns of about as many tables as there are columns: with no more columns than references need, the picture is a strip.
      "elk.layered.layering.strategy": "MIN_WIDTH",
      "elk.layered.layering.minWidth.upperBoundOnWidth": String(Math.max(4, Math.round(Math.sqrt(nodes.length) * 0.6))),
      "elk.layered.layering.minWidth.upperLayerEstimationScalingFactor": "2",
    },
    children: nodes.map(node => ({
      id: String(node.index), width: node.width, height: node.height, layoutOptions: { "elk.portConstraints": "FIXED_POS" }, ports: [...ports.get(node).values()],
    })),
    edges,
  };
}

/** Sets x and y of every node and the points of every edge. The same schema gives the same picture every time. */
page.layOut = async nodes => {
  const elk = await (library ??= unpack());
  const laidOut = await elk.layout(graphOf(nodes));
  laidOut.children.forEach((child, i) => { [nodes[i].x, nodes[i].y] = [child.x, child.y]; });
  const sections = new Map(laidOut.edges.map(edge => [edge.id, edge.sections?.[0]]));
  for (const node of nodes) {
    node.edges.forEach((edge, i) => {
      const section = sections.get(`${node.index}-${i}`);
      edge.points = section ? [section.startPoint, ...(section.bendPoints ?? []), section.endPoint] : [];
    });
  }
};

page.diagramMetrics = { HEAD, ROW };
