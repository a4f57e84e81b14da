// Outcomes over schools: somebody of the county's team comes by a link to what schools gave, part by part and school by school, and
// nothing there is told by fewer than five schools.
import { desktop, startCounty, tablet } from "./product.mjs";
import { faultsOf } from "./looking.mjs";

const photographs = process.env.WITHY_PHOTOGRAPHS;

function expect(holds, what) {
  if (!holds) throw new Error(what);
}

// The school year whose figures can be made: from 1 November on the one that ended in August.
function lastYearOver() {
  const today = new Date();
  return today.getMonth() >= 10 ? today.getFullYear() - 1 : today.getFullYear() - 2;
}

async function comesByALink(page, { base, link }) {
  await page.goto(link);
  await page.getByRole("textbox", { name: "Choose a password" }).fill("eleven quiet willows");
  await page.getByRole("button", { name: "Save password and sign in" }).click();
  await page.waitForURL(`${base}/county`);
  await page.getByRole("heading", { level: 1, name: "Outcomes over schools" }).waitFor();
  const places = await page.getByRole("navigation", { name: "Places" }).getByRole("link").allInnerTexts();
  expect(places.join() === "Outcomes", `the places are ${places}`);
}

async function opensNothingOfASchool(page, base) {
  for (const path of ["/pupils", "/referrals", "/insight", "/school", "/school/people"]) {
    const answer = await page.request.get(base + path, { maxRedirects: 0 });
    expect(answer.status() === 404, `${path} answers ${answer.status()}`);
  }
}

async function tellsOfFiveSchoolsAndMore(page, base) {
  await page.goto(`${base}/county`);
  let told = 0;
  for (const heading of ["Kind of support", "Girls and boys", "SEN provision", "Year groups", "Pupil premium", "Target areas"]) {
    const way = page.getByRole("link", { name: heading });
    if ((await way.count()) === 1) await way.click();
    await page.getByRole("heading", { level: 3, name: heading }).waitFor();
    expect((await page.getByRole("heading", { level: 3 }).count()) === 1, `tells of more than “${heading}”`);
    const lines = await page.locator("section:has(> h3) tbody tr").evaluateAll((rows) =>
      rows.map((row) => [...row.children].map((cell) => cell.textContent.trim())),
    );
    for (const [part, schools] of lines) expect(Number(schools) >= 5, `${part} is told by ${schools} schools`);
    told += lines.length;
  }
  expect(told > 15, `only ${told} lines tell of parts`);
}

async function tellsSchoolsApartByEachMeasure(page, base) {
  await page.goto(`${base}/county`);
  const plot = page.locator("#schools svg[role=img]");
  expect((await plot.count()) === 1, "lacks its plot");
  const link = page.getByRole("link", { name: /^2\. / });
  const name = (await link.innerText()).replace(/^2\. /, "");
  await link.click();
  await page.getByRole("heading", { level: 2, name }).waitFor();
  expect((await plot.getAttribute("aria-label")).endsWith(name), "draws another measure");
  expect((await page.locator("#schools tbody tr").count()) === 8, "does not tell eight schools by name");
}

async function comesAsAFile(page, base) {
  await page.goto(`${base}/county`);
  const path = await page.getByRole("link", { name: "All these figures, and every school by every measure, as a CSV file" }).getAttribute("href");
  const tables = (await (await page.request.get(base + path)).text()).trim().split("\r\n\r\n");
  expect(tables.length === 3, `the file has ${tables.length} tables`);
  for (const table of tables) {
    const lines = table.split("\r\n");
    const cells = (line) => line.replace(/"(?:[^"]|"")*"/g, "x").split(",").length;
    expect(lines.length > 5, `a table has ${lines.length} lines`);
    for (const line of lines) expect(cells(line) === cells(lines[0]), `${line} has ${cells(line)} cells`);
  }
}

export async function county(browser, test) {
  const product = await startCounty(lastYearOver());
  const context = await browser.newContext(desktop);
  try {
    const page = await context.newPage();
    await test("County: its team comes by a link to what schools gave", () => comesByALink(page, product));
    await test("County: its team opens nothing of a school", () => opensNothingOfASchool(page, product.base));
    await test("County: no part is told by fewer than five schools", () => tellsOfFiveSchoolsAndMore(page, product.base));
    await test("County: schools are told apart by each measure", () => tellsSchoolsApartByEachMeasure(page, product.base));
    await test("County: the figures come as a file", () => comesAsAFile(page, product.base));
    await test("County: the page looks right from every side", async () => {
      await page.goto(`${product.base}/county`);
      await page.getByRole("heading", { level: 1, name: "Outcomes over schools" }).waitFor();
      const faults = await faultsOf(page, "county");
      if (photographs) {
        await page.setViewportSize(tablet.viewport);
        await page.screenshot({ path: `${photographs}/county-820.png`, fullPage: true });
      }
      expect(faults.length === 0, faults.join("; "));
    });
  } finally {
    await context.close();
    await product.stop();
  }
}
