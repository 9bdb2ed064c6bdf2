// Makes elements. Whatever comes from a database gets into the page as text, never as markup.

globalThis.page = { views: {} };

const SVG = "http://www.w3.org/2000/svg";

// What would break a line, turn the reading direction round or show nothing at all.
const INVISIBLE = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u061c\u200b\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]/;
const INVISIBLE_IN_NAMES = /[\u0000-\u001f\u007f-\u009f\u061c\u200b\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]/;

function build(element, attributes, children) {
  for (const [name, value] of Object.entries(attributes ?? {})) {
    if (value === null || value === undefined || value === false) continue;
    if (name.startsWith("on")) element.addEventListener(name.slice(2), value);
    else element.setAttribute(name, value === true ? "" : value);
  }
  element.append(...children.flat(Infinity).filter(child => child !== null && child !== undefined && child !== false));
  return element;
}

/** An element: attributes, listeners as onclick and so on, children. */
page.el = (tag, attributes, ...children) => build(document.createElement(tag), attributes, children);

page.svg = (tag, attributes, ...children) => build(document.createElementNS(SVG, tag), attributes, children);

/** Text whose invisible characters are kept, fenced in so that they do nothing, and labelled so that they are seen. */
page.text = (text, isName = false) => {
  const invisible = isName ? INVISIBLE_IN_NAMES : INVISIBLE;
  const parts = [];
  let plain = "";
  for (const character of text) {
    if (!invisible.test(character)) {
      plain += character;
      continue;
    }
    if (plain) parts.push(plain);
    plain = "";
    const code = "U+" + character.codePointAt(0).toString(16).toUpperCase().padStart(4, "0");
    parts.push(page.el("span", { class: "invisible", "data-code": code, title: code }, character));
  }
  if (plain) parts.push(plain);
  return parts;
};

/** A name: it may be written from right to left without turning round what stands beside it. */
page.name = (text, attributes) => page.el("bdi", { class: "name", ...attributes }, page.text(text, true));

/** A piece of SQL. */
page.code = (text, attributes) => page.el("code", attributes, page.text(text));

/** What only a screen reader says. */
page.hidden = text => page.el("span", { class: "unseen" }, text);

/** A number with its noun. */
page.plural = (count, noun) => `${count.toLocaleString("en")} ${noun}${count === 1 ? "" : "s"}`;
