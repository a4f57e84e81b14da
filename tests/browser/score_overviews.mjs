// Scores of several children beside one another (T4): of a class, a group and the school, readable without colour and as tables,
// each to who may see it.
import { desktop, signInAs } from "./product.mjs";
import { faultsOf } from "./looking.mjs";

function expect(holds, what) {
  if (!holds) throw new Error(what);
}

async function pathsAt(page, base, path, kind) {
  await page.goto(base + path);
  const links = await page.locator("a[href]").evaluateAll((all) => all.map((link) => link.getAttribute("href")));
  return [...new Set(links.filter((link) => kind.test(link)))];
}

// The first of these where a panel is drawn.
async function drawnAt(page, base, paths) {
  for (const path of paths) {
    await page.goto(`${base}${path}/assessments`);
    if ((await page.locator("figure.profile").count()) > 0) return path;
  }
  throw new Error("nowhere a score is drawn");
}

async function looksRight(page, name) {
  const faults = await faultsOf(page, name);
  expect(faults.length === 0, faults.join("; "));
}

// Every dot of a figure is counted in its table: so many children in so many strands.
async function isTheSameAsATable(page) {
  const figure = page.locator("figure.profile").first();
  const rated = await figure.locator("tbody tr td:nth-child(2)").allInnerTexts();
  const in_table = rated.reduce((sum, text) => sum + Number(text), 0);
  const drawn = await figure.locator("circle.spread__mark:not(.spread__mark--before)").count();
  expect(drawn === in_table && drawn > 0, `draws ${drawn} children, and the table has ${in_table}`);
  expect((await figure.locator("svg").first().getAttribute("role")) === "img", "a drawing is no picture to who hears the page");
}

async function as(browser, base, person, see) {
  const context = await browser.newContext({ ...desktop, colorScheme: "light" });
  const page = await context.newPage();
  await signInAs(page, base, person);
  await see(page);
  await context.close();
}

// From a strand that children need support in to a plan of the library, and from there into a session's plan.
async function leadsToAPlan(page, base) {
  await page.goto(`${base}/school/assessments`);
  const lead = page.locator("li", { hasText: "outside the usual range" }).getByRole("link", { name: /session plan/ }).first();
  await lead.click();
  await page.locator("summary").first().click();
  await looksRight(page, "session plans");
  await page.goto(`${base}/session-plans/new`);
  await looksRight(page, "a session plan to write");
}

async function beginsWithAPlan(page, base) {
  for (const programme of await pathsAt(page, base, "/programmes", /^\/programmes\/[0-9a-f-]{36}$/))
    for (const session of (await pathsAt(page, base, programme, /^\/sessions\/[0-9a-f-]{36}$/)).reverse()) {
      await page.goto(base + session);
      if ((await page.getByRole("heading", { name: "Plans for what they work on" }).count()) === 0) continue;
      await page.locator("section", { hasText: "Plans for what they work on" }).locator("summary").first().click();
      await looksRight(page, "a session with plans to begin with");
      await page.getByRole("link", { name: /^Begin with this plan/ }).first().click();
      expect(/\(\d+ minutes\)\n/.test(await page.locator("#plan").inputValue()), "the plan does not stand in the field");
      await page.getByRole("button", { name: "Save the plan" }).click();
      await page.getByText("Plan saved").first().waitFor();
      return;
    }
  throw new Error("no session has a plan to begin with");
}

export async function scoreOverviews(browser, base, test) {
  await test("Overviews: the SENCo sees a class, a group on entry and now, and the school", () =>
    as(browser, base, "SENCo", async (page) => {
      await drawnAt(page, base, await pathsAt(page, base, "/pupils", /^\/classes\/[0-9a-f-]{36}$/));
      await isTheSameAsATable(page);
      await looksRight(page, "overview of a class");
      await drawnAt(page, base, await pathsAt(page, base, "/programmes", /^\/programmes\/[0-9a-f-]{36}$/));
      await page.locator(".spread__mark--before").first().waitFor();
      await looksRight(page, "overview of a group");
      await page.goto(`${base}/pupils`);
      await page.getByRole("link", { name: "Assessments over the school" }).click();
      await page.locator("figure.profile").first().waitFor();
      expect((await page.locator("figure.profile tbody a").count()) === 0, "names a child");
      await looksRight(page, "overview of the school");
    }));
  await test("Overviews: what most needs support leads to plans of the library", () =>
    as(browser, base, "SENCo", (page) => leadsToAPlan(page, base)));
  await test("Overviews: a session begins with a plan of the library", () =>
    as(browser, base, "Nurture Assistant", (page) => beginsWithAPlan(page, base)));
  await test("Overviews: the headteacher is led to Insight, and the scores of the school stay shut", () =>
    as(browser, base, "Headteacher", async (page) => {
      const answer = await page.goto(`${base}/school/assessments`);
      expect(answer.status() === 404, `answers ${answer.status()}`);
      await page.goto(`${base}/pupils`);
      expect((await page.getByRole("link", { name: "Assessments over the school" }).count()) === 0, "leads to what is shut");
      await page.getByRole("main").getByRole("link", { name: "Insight" }).click();
      await page.getByRole("heading", { level: 1 }).waitFor();
      await looksRight(page, "Insight, from the classes");
    }));
}
