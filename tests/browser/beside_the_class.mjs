// A child beside the rest of the class (I2): from "I'm worried about this child" to a finished concern with its comparison in
// under a minute on a tablet, and the figures readable without colour and as a table. On a day of its own, and with scores that
// its teacher enters, so that it is known who stands out.
import { desktop, signInAs, startProduct, tablet } from "./product.mjs";
import { faultsOf } from "./looking.mjs";

const most_seconds = 60;

function expect(holds, what) {
  if (!holds) throw new Error(what);
}

const the_day = "2026-11-18 09:30"; // a Wednesday in term
const far_below = 2; // who of the class is given the lowest scores in everything
const far_above = 1;

function scoreOf(pupil, measure) {
  if (pupil === far_below) return 1;
  if (pupil === far_above) return 5;
  return (pupil + measure) % 3 === 0 ? 4 : 3;
}

// Gives the names of the class, in the order of its page.
async function measuresTheClass(page, base) {
  await page.goto(`${base}/pupils`);
  await page.getByRole("link", { name: "5B", exact: true }).click();
  await page.getByRole("link", { name: /^Measures of / }).click();
  const fields = page.locator("input.scores__score");
  await fields.first().waitFor();
  for (const [at, field] of (await fields.all()).entries()) await field.fill(String(scoreOf(Math.floor(at / 3), at % 3)));
  await page.locator("h1").click();
  await page.locator(".scores__state", { hasText: "All of it is saved." }).waitFor();
  return page.locator(".scores tbody th").allInnerTexts();
}

async function inClassOf(page, base, pupil) {
  await page.goto(`${base}/concerns/new`);
  await page.locator("ul.names a").nth(pupil).click();
  await page.getByRole("heading", { name: "Beside the rest of the class" }).waitFor();
}

async function tellsApart(page, base) {
  await inClassOf(page, base, far_below);
  const of_far = await page.locator(".comparison__sentence").innerText();
  expect(/^None of \d+ ordinary pupils of other classes is as far below their own class as \S+ is below this one\.$/.test(of_far), `says “${of_far}”`);
  await inClassOf(page, base, far_above);
  const of_near = await page.locator(".comparison__sentence").innerText();
  expect(/^\S+ does not stand out from this class on the side of concern\.$/.test(of_near), `says “${of_near}”`);
}

async function writesAConcern(page, base) {
  await page.goto(base);
  const begun = Date.now();
  await inClassOf(page, base, far_below);
  await page.getByLabel("What did you see?").pressSequentially("Sat apart at lunch all week and did not want to join a game when asked.", { delay: 20 });
  await page.getByLabel("Friendships").check();
  await page.getByLabel("Not yet").check();
  await page.getByLabel("School staff").check();
  await page.getByRole("button", { name: "Send to the SENCo" }).click();
  await page.getByText("The concern is with the SENCo").first().waitFor();
  const seconds = (Date.now() - begun) / 1000;
  expect(seconds < most_seconds, `took ${seconds} seconds`);
}

async function showsTheFigures(page, base) {
  await inClassOf(page, base, far_below);
  await page.locator("summary", { hasText: "The figures, and what they do not say" }).click();
  const plots = page.locator(".dots");
  expect((await plots.count()) === 3, `draws ${await plots.count()} plots`);
  for (let nth = 0; nth < 3; ++nth) {
    const plot = plots.nth(nth);
    expect((await plot.locator("svg").getAttribute("role")) === "img", "a drawing is no picture to who hears the page");
    await plot.locator("summary").click();
    const counted = await plot.locator("tbody tr td:nth-child(2)").allInnerTexts();
    const drawn = await plot.locator(".dots__one").count();
    const in_table = counted.reduce((sum, text) => sum + Number(text), 0);
    expect(drawn === in_table && drawn > 10, `draws ${drawn} classmates, and the table has ${in_table}`);
    // The child's mark has a shape and a name of its own.
    expect((await plot.locator("path.dots__own").count()) === 1, "has no diamond");
    expect((await plot.locator(".dots__name").count()) === 1, "does not name the child beside it");
  }
}

// The other classes of this school are too few for a finding, so it names whom to talk about first and claims none.
async function saysWhomToTalkAboutFirst(page, base, names) {
  await page.goto(`${base}/pupils`);
  await page.getByRole("link", { name: "5B", exact: true }).click();
  await page.getByRole("link", { name: "Whom to talk about first" }).click();
  const sentence = await page.locator(".comparison__sentence").innerText();
  expect(sentence.startsWith("Talk about this pupil first"), `says “${sentence}”`);
  const named = await page.locator("main tbody tr :is(th, td):first-child").allInnerTexts();
  expect(named.length === 1 && named[0].trim() === names[far_below].trim(), `names ${named.join(", ")} and not ${names[far_below]}`);
  expect((await page.getByText("so this is no finding").count()) === 1, "does not say that it is no finding");
  expect((await page.locator("tbody").getByText("as far from their own class").count()) === 0, "claims how unusual somebody is");
}

async function besideIt(browser, base, test) {
  const context = await browser.newContext(tablet);
  const page = await context.newPage();
  await signInAs(page, base, "Class teacher of 5B");
  const names = await measuresTheClass(page, base);
  await test("Beside the class: who is lowest in everything stands out, and who is highest does not", () => tellsApart(page, base));
  await test("Beside the class: a class teacher finishes a concern with its comparison in under a minute on a tablet", () => writesAConcern(page, base));
  await test("Beside the class: every measure is drawn without names, and is the same as a table", () => showsTheFigures(page, base));
  await page.setViewportSize(desktop.viewport);
  await test("Beside the class: the page looks right from every side", async () => {
    const faults = await faultsOf(page, "beside the class");
    expect(faults.length === 0, faults.join("; "));
  });
  await test("Beside the class: a whole class says whom to talk about first", () => saysWhomToTalkAboutFirst(page, base, names));
  await test("Beside the class: the page of a whole class looks right from every side", async () => {
    const faults = await faultsOf(page, "a whole class");
    expect(faults.length === 0, faults.join("; "));
  });
  await context.close();
}

export async function besideTheClass(browser, test) {
  const product = await startProduct(the_day);
  try {
    await besideIt(browser, product.base, test);
  } finally {
    await product.stop();
  }
}
