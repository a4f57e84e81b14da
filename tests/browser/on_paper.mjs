// What is to stand on one A4 page (T2, M4): the profile of an instrument with twenty strands, alone and before and after, and
// the report for parents. Counted in the PDF that the browser prints, or that the product makes.
import { execFileSync } from "node:child_process";
import { desktop, signInAs } from "./product.mjs";

function expect(holds, what) {
  if (!holds) throw new Error(what);
}

const pagesIn = (pdf) => pdf.toString("latin1").match(/\/Type\s*\/Page\b(?!s)/g)?.length ?? 0;

async function isOnePage(page, what) {
  await page.emulateMedia({ media: null });
  const pdf = await page.pdf({ preferCSSPageSize: true, format: "A4" });
  if (process.env.WITHY_PHOTOGRAPHS)
    await page.pdf({ preferCSSPageSize: true, format: "A4", path: `${process.env.WITHY_PHOTOGRAPHS}/${what.replace(/ /g, "-")}.pdf` });
  expect(pagesIn(pdf) === 1, `${what} is printed on ${pagesIn(pdf)} pages`);
}

// Of a print of several pages: all these words are on the same one.
async function standsOnOnePage(page, words) {
  await page.emulateMedia({ media: null });
  const pdf = await page.pdf({ preferCSSPageSize: true, format: "A4" });
  const pages = execFileSync("pdftotext", ["-layout", "-", "-"], { input: pdf, encoding: "utf8" }).split("\f");
  expect(pages.some((text) => words.every((one) => text.includes(one))), `“${words.join("”, “")}” are not on one of ${pages.length - 1} pages`);
}

// Nobody's items and norms: the owner's copy is the school's.
const items_of_a_strand = { developmental: [3, 4, 3, 4, 3, 3, 4, 3, 3, 4], diagnostic: [3, 3, 4, 3, 4, 3, 3, 4, 3, 4] };

async function saves(page, button) {
  await Promise.all([page.waitForNavigation(), page.getByRole("button", { name: button }).click()]);
  const wrong = await page.locator(".govuk-error-summary").count();
  expect(wrong === 0, wrong && (await page.locator(".govuk-error-summary").innerText()));
}

async function loadsBoxall(page, base) {
  await page.goto(`${base}/school/instrument-frames/boxall`);
  const counts = page.locator('main input[name^="items"]');
  const all = [...items_of_a_strand.developmental, ...items_of_a_strand.diagnostic];
  expect((await counts.count()) === all.length, `asks for ${await counts.count()} strands`);
  for (const [nth, count] of all.entries()) await counts.nth(nth).fill(String(count));
  await saves(page, "Load this instrument");
  await page.goto(`${base}/school/instruments`);
  await page.locator('a[href^="/school/instruments/"]', { hasText: "Boxall Profile" }).first().click();
  await page.getByLabel("Short name").waitFor();
  await page.getByLabel("Short name").fill("made-up");
  await page.getByLabel("From age").fill("4");
  await page.getByLabel("To age").fill("11");
  await page.getByLabel("Where they stand").fill("Made up for this test, from no children");
  for (const lowest of await page.getByLabel("Lowest usual score").all()) await lowest.fill("3");
  for (const highest of await page.getByLabel("Highest usual score").all()) await highest.fill("7");
  await saves(page, "Add the norms");
  return new URL(page.url()).pathname.split("/")[3];
}

// Gives the path of the rating.
async function rates(page, base, the_case, instrument, { occasion, days_ago, score }) {
  await page.goto(`${base}${the_case}/assessing/${instrument}?occasion=${occasion}`);
  const on = new Date(Date.now() - days_ago * 86_400_000);
  for (const [part, value] of Object.entries({ day: on.getDate(), month: on.getMonth() + 1, year: on.getFullYear() }))
    await page.locator(`input[name="rated_on-${part}"]`).fill(String(value));
  await page.locator('select[name="informant"]').selectOption("class_teacher");
  await page.locator('select[name="norms"]').selectOption({ index: 1 });
  const fields = page.locator('main input[name^="score"]');
  expect((await fields.count()) === 20, `asks for ${await fields.count()} scores`);
  for (const [nth, field] of (await fields.all()).entries()) await field.fill(String((nth * 5 + score) % 10));
  await saves(page, "Save the rating");
  return new URL(page.url()).pathname;
}

async function hrefsAt(page, base, path, kind) {
  await page.goto(base + path);
  const links = await page.locator("main a[href]").evaluateAll((all) => all.map((link) => link.getAttribute("href")));
  return [...new Set(links)].filter((link) => kind.test(link));
}

// Of the first child of a place that runs.
async function aCase(page, base) {
  for (const programme of await hrefsAt(page, base, "/programmes", /^\/programmes\/[0-9a-f-]{36}$/))
    for (const child of await hrefsAt(page, base, programme, /^\/pupils\/[0-9a-f-]{36}$/))
      for (const link of await hrefsAt(page, base, child, /^\/cases\/[0-9a-f-]{36}\//)) return /^\/cases\/[0-9a-f-]{36}/.exec(link)[0];
  throw new Error("nobody is in a programme");
}

export async function onPaper(browser, base, test) {
  const context = await browser.newContext(desktop);
  const page = await context.newPage();
  await signInAs(page, base, "SENCo");
  let the_case, after;
  await test("On paper: a profile of twenty strands, with norms and what most needs support, is one A4 page", async () => {
    const instrument = await loadsBoxall(page, base);
    the_case = await aCase(page, base);
    await rates(page, base, the_case, instrument, { occasion: "entry", days_ago: 40, score: 1 });
    after = await rates(page, base, the_case, instrument, { occasion: "exit", days_ago: 0, score: 4 });
    await page.goto(base + after);
    expect((await page.locator("svg .profile__column").count()) >= 20, "draws fewer than twenty strands");
    await isOnePage(page, "one profile");
  });
  await test("On paper: a profile of twenty strands before and after is one A4 page", async () => {
    await page.goto(`${base}${the_case}/assessments`);
    await page.getByText(/, before and after$/).first().waitFor();
    await standsOnOnePage(page, [", before and after", "A, gives", "Z, wants"]);
  });
  await test("On paper: the report for parents is one A4 page, printed and as PDF", async () => {
    await page.goto(`${base}${the_case}/report-for-parents`);
    await page.getByRole("link", { name: "Get it as PDF" }).waitFor();
    await isOnePage(page, "the report for parents");
    const pages = pagesIn(await (await context.request.get(`${base}${the_case}/report-for-parents/sheet`)).body());
    expect(pages === 1, `the PDF of the report for parents has ${pages} pages`);
  });
  await context.close();
}
