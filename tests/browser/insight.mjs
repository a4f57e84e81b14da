// What support came to over a school year: for headteacher and governors, by every filter that stands there, as a file too; and
// no figure of one to four children on any of these pages.
import { desktop, signInAs } from "./product.mjs";
import { faultsOf } from "./looking.mjs";

function expect(holds, what) {
  if (!holds) throw new Error(what);
}

async function saysWhatSupportCameTo(page, base) {
  await page.goto(base);
  await page.getByRole("navigation", { name: "Places" }).getByRole("link", { name: "Insight" }).click();
  await page.getByRole("heading", { level: 1, name: /^Insight, \d{4}\/\d{2}$/ }).waitFor();
  for (const heading of ["Reach", "Waiting", "Sessions", "Change in the children's own targets, as class teachers saw it", "Side by side"])
    expect((await page.getByRole("heading", { name: heading }).count()) === 1, `lacks “${heading}”`);
}

// Every combination that can be asked for by links, once each.
async function tellsOfFiveAndMore(page, base) {
  const to_open = ["/insight"];
  const opened = new Set();
  while (to_open.length > 0) {
    const path = to_open.pop();
    if (opened.has(path)) continue;
    opened.add(path);
    await page.goto(base + path);
    const reached = await page.locator("h2:has-text('Reach') + p").innerText();
    const children = Number(/^[\d,]+/.exec(reached)?.[0].replace(",", ""));
    expect(children === 0 || children >= 5, `${path} says “${reached}”`);
    const links = await page.locator("main .filters a").evaluateAll((all) => all.map((link) => link.getAttribute("href")));
    to_open.push(...links);
  }
  expect(opened.size > 6, `only ${opened.size} combinations stand there`);
}

async function comesAsAFile(page, base) {
  await page.goto(base + "/insight");
  const path = await page.getByRole("link", { name: "All these figures as a CSV file" }).getAttribute("href");
  const file = await page.request.get(base + path);
  const lines = (await file.text()).trim().split("\r\n");
  expect(lines.length > 5, `the file has ${lines.length} lines`);
  const columns = lines[0].split(",").length;
  for (const line of lines) {
    const cells = line.match(/"(?:[^"]|"")*"|[^,]+|(?<=,)(?=,|$)|^(?=,)/g);
    expect(cells.length === columns, `${line} has ${cells.length} cells of ${columns}`);
  }
}

export async function insight(browser, base, test) {
  const context = await browser.newContext(desktop);
  const page = await context.newPage();
  await signInAs(page, base, "Governor");
  await test("Insight: a governor reads what support came to", () => saysWhatSupportCameTo(page, base));
  await test("Insight: no filters together tell of one to four children", () => tellsOfFiveAndMore(page, base));
  await test("Insight: the figures come as a file", () => comesAsAFile(page, base));
  await test("Insight: the page looks right from every side", async () => {
    await page.goto(base + "/insight");
    const faults = await faultsOf(page, "insight");
    expect(faults.length === 0, faults.join("; "));
  });
  await test("Insight: a part of it looks right from every side", async () => {
    await page.getByRole("link", { name: "Girls", exact: true }).click();
    const faults = await faultsOf(page, "insight of girls");
    expect(faults.length === 0, faults.join("; "));
  });
  await context.close();
}
