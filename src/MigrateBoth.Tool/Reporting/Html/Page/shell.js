// The frame: which view is shown, and in which colours.

const { report, views } = page;
const root = document.documentElement;
const sections = Object.fromEntries(Object.keys(views).map(name => [name, document.getElementById(`view-${name}`)]));
// A part that this report does not have is not offered.
for (const tab of document.querySelectorAll("#tabs a")) {
  if (!Object.hasOwn(views, tab.hash.slice(1))) tab.closest("li").remove();
}
const tabs = [...document.querySelectorAll("#tabs a")];
const dark = matchMedia("(prefers-color-scheme: dark)");
const theme = document.getElementById("theme");

function route() {
  const [name, query] = location.hash.slice(1).split("?");
  // The link past the navigation goes to an element of the page, not to a view.
  if (name === "main") return;
  const view = Object.hasOwn(views, name) ? name : "overview";
  for (const [other, section] of Object.entries(sections)) section.hidden = other !== view;
  for (const tab of tabs) {
    if (tab.hash === `#${view}`) tab.setAttribute("aria-current", "page");
    else tab.removeAttribute("aria-current");
  }
  document.body.dataset.view = view;
  document.title = `${views[view].title} · ${report.tool} ${report.command}: ${report.outcome}`;
  views[view].show(sections[view], new URLSearchParams(query ?? ""));
}

/** What the reader chose is kept where the browser lets a file keep something. */
function remembered(value) {
  try {
    if (value !== undefined) localStorage.setItem("migrate-both-theme", value);
    return localStorage.getItem("migrate-both-theme");
  } catch {
    // Storage is switched off: the page then follows the system at each opening.
    return null;
  }
}

function isDark() {
  return root.dataset.theme ? root.dataset.theme === "dark" : dark.matches;
}

function showTheme() {
  theme.textContent = isDark() ? "Light" : "Dark";
  theme.setAttribute("aria-label", `Use ${isDark() ? "light" : "dark"} colours`);
}

document.getElementById("title").textContent = `${report.tool} ${report.command}`;
document.getElementById("origin").append(...[
  report.compared.length === 2 && page.el("span", null, "A is ", page.name(report.compared[0]), ", B is ", page.name(report.compared[1])),
  ...report.origin.map(part => page.el("span", null, page.text(part))),
].filter(Boolean).flatMap((part, i) => i > 0 ? [" · ", part] : [part]));
const outcome = document.getElementById("outcome");
outcome.textContent = report.outcome;
outcome.classList.add(report.outcome);
const findings = tabs.find(tab => tab.hash === "#findings");
findings.append(page.el("span", { class: "number" }, report.findings.filter(finding => !finding.accepted).length.toLocaleString("en")));

const chosen = remembered();
if (chosen === "dark" || chosen === "light") root.dataset.theme = chosen;
theme.addEventListener("click", () => {
  root.dataset.theme = isDark() ? "light" : "dark";
  remembered(root.dataset.theme);
  showTheme();
});
dark.addEventListener("change", showTheme);
showTheme();

addEventListener("hashchange", route);
route();
