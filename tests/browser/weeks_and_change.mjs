// Weekly ratings drawn with the first session marked (G9), what has changed (M3) and the report for parents.
import { desktop, signInAs } from "./product.mjs";
import { faultsOf } from "./looking.mjs";

function expect(holds, what) {
  if (!holds) throw new Error(what);
}

// The pages of the children of programmes that run, as the SENCo reaches them.
async function childrenInProgrammes(page, base) {
  await page.goto(`${base}/programmes`);
  const programmes = await page.locator('a[href^="/programmes/"]').evaluateAll((links) => links.map((link) => link.getAttribute("href")));
  const children = new Set();
  for (const programme of programmes.filter((path) => !path.endsWith("/new"))) {
    await page.goto(base + programme);
    for (const path of await page.locator('a[href^="/pupils/"]').evaluateAll((links) => links.map((link) => link.getAttribute("href"))))
      children.add(path);
  }
  return children;
}

async function opensWeeksOfAChild(page, base) {
  for (const child of await childrenInProgrammes(page, base)) {
    await page.goto(base + child);
    const changed = page.getByRole("link", { name: "What has changed" });
    if ((await changed.count()) === 0) continue;
    await changed.first().click();
    await page.getByRole("link", { name: "Week by week" }).click();
    await page.getByRole("heading", { name: "Week by week" }).waitFor();
    if ((await page.locator(".chart__mark").count()) > 0) return;
  }
  throw new Error("no child of a programme that runs has weeks before and during it");
}

async function drawsTheWeeks(page, base) {
  await opensWeeksOfAChild(page, base);
  const chart = page.locator(".chart").first();
  expect((await chart.locator("svg").getAttribute("role")) === "img", "a drawing is no picture to who hears the page");
  await chart.locator("summary").click();
  const when = await chart.locator("tbody tr td:last-child").allInnerTexts();
  const held = (words) => when.filter((text) => text.endsWith(words)).length;
  expect(held("Before") >= 3, `the table has ${held("Before")} weeks before the programme`);
  expect(held("Since then") >= 1, "the table has no week since the first session");
  const sessions = (await chart.locator("tbody tr td:nth-last-child(2)").allInnerTexts()).filter((text) => text.endsWith("held"));
  expect(sessions.length >= 1, "the table has no week in which a session was held");
  expect((await chart.locator(".chart__happened").count()) === sessions.length, "marks other weeks than the table says had a session");
  const rated = (await chart.locator("tbody tr td:nth-child(2)").allInnerTexts()).filter((text) => !text.includes("no rating"));
  expect((await chart.locator(".chart__dot").count()) === rated.length, "draws another number of weeks than the table has");
  const page_text = await page.locator("main").innerText();
  expect(page_text.includes("What the weeks do not say"), "does not say what it doesn't tell");
  expect(!/no progress|because of/i.test(page_text), "says more than the weeks allow");
}

async function showsWhatChangedAndTellsParents(page) {
  await page.getByRole("link", { name: "What has changed" }).first().click();
  await page.getByRole("heading", { name: "What children who waited did" }).waitFor();
  await page.getByRole("link", { name: "The report for parents" }).click();
  await page.getByRole("heading", { name: /^How support (went|is going) for / }).waitFor();
  const words = await page.locator("main").innerText();
  expect(!/significant|deviation|reliab|interval/i.test(words), "the report for parents speaks of statistics");
  const sheet = await page.request.get(await page.getByRole("link", { name: "Get it as PDF" }).evaluate((link) => link.href));
  expect(sheet.headers()["content-type"] === "application/pdf", "the sheet is no PDF");
  const large = await page.request.get(await page.getByRole("link", { name: "Get it in large print" }).evaluate((link) => link.href));
  expect(large.headers()["content-type"] === "application/pdf", "the sheet in large print is no PDF");
}

// Of a child whose support is over and whose next step the SENCo is to decide, who was rated on entry, at its end and afterwards.
async function tellsAChangeFromTheWobble(page, base) {
  await page.goto(base);
  const paths = await page.locator('a[href^="/cases/"]').evaluateAll((links) => links.map((link) => link.getAttribute("href")));
  for (const of_the_case of new Set(paths.map((path) => path.split("/").slice(0, 3).join("/")))) {
    await page.goto(`${base}${of_the_case}/change`);
    const words = await page.locator("main").innerText();
    if (!words.includes("to the follow-up")) continue;
    expect(/by more than the questionnaire’s wobble|could be the wobble/.test(words), "does not say whether a score moved");
    expect(words.includes("After, expected without a true change"), "says nothing of regression to the mean");
    expect(!/no progress/i.test(words), "speaks of no progress");
    return;
  }
  throw new Error("no child whose support is over was rated on entry and afterwards");
}

export async function weeksAndChange(browser, base, test) {
  const context = await browser.newContext(desktop);
  const page = await context.newPage();
  await signInAs(page, base, "SENCo");
  await test("Weeks: the first session is marked, and the drawing is the same as a table", () => drawsTheWeeks(page, base));
  await test("Weeks: the page looks right from every side", async () => {
    const faults = await faultsOf(page, "week by week");
    expect(faults.length === 0, faults.join("; "));
  });
  await test("Weeks: what has changed leads to a report for parents in plain words", () => showsWhatChangedAndTellsParents(page));
  await test("Weeks: the report looks right from every side", async () => {
    const faults = await faultsOf(page, "the report for parents");
    expect(faults.length === 0, faults.join("; "));
  });
  await test("Weeks: a change is told from the questionnaire's wobble and from regression to the mean", () => tellsAChangeFromTheWobble(page, base));
  await test("Weeks: what has changed looks right from every side", async () => {
    const faults = await faultsOf(page, "what has changed");
    expect(faults.length === 0, faults.join("; "));
  });
  await context.close();
}
