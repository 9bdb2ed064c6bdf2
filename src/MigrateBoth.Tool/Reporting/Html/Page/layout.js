// Where the tables of the diagram stand. The same schema gives the same picture every time: no chance is involved.

const GAP_X = 90;
const GAP_Y = 26;
const GAP_GROUPS = 70;

/** The groups of nodes that hang together. */
function groupsOf(nodes) {
  const root = new Map(nodes.map(node => [node, node]));
  const find = node => {
    while (root.get(node) !== node) {
      root.set(node, root.get(root.get(node)));
      node = root.get(node);
    }
    return node;
  };
  for (const node of nodes) for (const edge of node.edges) root.set(find(node), find(edge.to));
  const groups = new Map();
  for (const node of nodes) {
    const key = find(node);
    if (!groups.has(key)) groups.set(key, []);
    groups.get(key).push(node);
  }
  return [...groups.values()];
}

/** What is referred to stands left of what refers to it; a circle is cut where it is met. */
function levelsOf(nodes) {
  const level = new Map();
  const onTheWay = new Set();
  const visit = node => {
    if (level.has(node)) return level.get(node);
    onTheWay.add(node);
    const before = node.edges.filter(edge => edge.to !== node && !onTheWay.has(edge.to)).map(edge => visit(edge.to));
    onTheWay.delete(node);
    level.set(node, before.length === 0 ? 0 : Math.max(...before) + 1);
    return level.get(node);
  };
  nodes.forEach(visit);
  const levels = [];
  for (const node of nodes) (levels[level.get(node)] ??= []).push(node);
  return levels.filter(Boolean);
}

/** Neighbours come near each other: each node moves to the middle of those it is connected with. */
function untangle(levels, neighbours) {
  const place = new Map();
  const number = () => levels.forEach(nodes => nodes.forEach((node, i) => place.set(node, (i + 0.5) / nodes.length)));
  number();
  for (let round = 0; round < 6; round++) {
    for (const nodes of round % 2 ? [...levels].reverse() : levels) {
      const middle = new Map(nodes.map(node => {
        const others = neighbours.get(node);
        return [node, others.length === 0 ? place.get(node) : others.reduce((sum, other) => sum + place.get(other), 0) / others.length];
      }));
      nodes.sort((a, b) => middle.get(a) - middle.get(b) || a.index - b.index);
      nodes.forEach((node, i) => place.set(node, (i + 0.5) / nodes.length));
    }
  }
}

/** Stands the nodes of a group in columns; a level that would get too high takes several. */
function stand(levels, height) {
  let x = 0;
  let bottom = 0;
  for (const nodes of levels) {
    let y = 0;
    let width = 0;
    for (const node of nodes) {
      if (y > 0 && y + node.height > height) {
        x += width + GAP_X / 2;
        [y, width] = [0, 0];
      }
      [node.x, node.y] = [x, y];
      y += node.height + GAP_Y;
      width = Math.max(width, node.width);
      bottom = Math.max(bottom, y - GAP_Y);
    }
    x += width + GAP_X;
  }
  return { width: x - GAP_X, height: bottom };
}

/** Sets x and y of every node: { index, width, height, edges: [{ to }] }. */
page.layOut = nodes => {
  const neighbours = new Map(nodes.map(node => [node, []]));
  for (const node of nodes) {
    for (const edge of node.edges) {
      if (edge.to === node) continue;
      neighbours.get(node).push(edge.to);
      neighbours.get(edge.to).push(node);
    }
  }
  const groups = groupsOf(nodes).map(group => {
    const levels = levelsOf(group);
    untangle(levels, neighbours);
    const area = group.reduce((sum, node) => sum + (node.width + GAP_X) * (node.height + GAP_Y), 0);
    return { nodes: group, ...stand(levels, Math.max(400, Math.sqrt(area) * 0.8)) };
  });
  groups.sort((a, b) => b.nodes.length - a.nodes.length || a.nodes[0].index - b.nodes[0].index);

  // The groups on shelves, the largest first.
  const area = groups.reduce((sum, group) => sum + (group.width + GAP_GROUPS) * (group.height + GAP_GROUPS), 0);
  const shelf = Math.max(groups[0]?.width ?? 0, Math.sqrt(area) * 1.3);
  let [x, y, high] = [0, 0, 0];
  for (const group of groups) {
    if (x > 0 && x + group.width > shelf) [x, y, high] = [0, y + high + GAP_GROUPS, 0];
    for (const node of group.nodes) {
      node.x += x;
      node.y += y;
    }
    x += group.width + GAP_GROUPS;
    high = Math.max(high, group.height);
  }
};
