// A child beside the rest of the class (I2): from "I'm worried about this child" to a finished concern with its comparison in
// under a minute on a tablet, and the figures readable without colour and as a table.
import { desktop, signInAs, tablet } from "./product.mjs";
import { faultsOf } from "./looking.mjs";

const most_seconds = 60;

function expect(holds, what) {
  if (!holds) throw new Error(what);
}

async function inClassOf(page, base) {
  await page.goto(`${base}/concerns/new`);
  await page.locator("ul.names a").nth(2).click();
  await page.getByRole("heading", { name: "Beside the rest of the class" }).waitFor();
}

async function writesAConcern(page, base) {
  await page.goto(base);
  const begun = Date.now();
  await inClassOf(page, base);
  const sentence = await page.locator(".comparison__sentence").innerText();
  const far = /^(Of 100 ordinary pupils, about \d+|(None|\d+) of \d+ ordinary pupils of other classes) (is|are) as far below their own class as \S+ is below this one( in [a-z ]+)?\.$/;
  const near = /^\S+ does not stand out from this class on the side of concern/;
  expect(far.test(sentence) || near.test(sentence), `says “${sentence}”`);
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
  await inClassOf(page, base);
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

// A finding beside enough other classes, or a short list that claims none.
async function saysWhomToTalkAboutFirst(page, base) {
  await page.goto(`${base}/pupils`);
  await page.getByRole("link", { name: "5B", exact: true }).click();
  await page.getByRole("link", { name: "Whom to talk about first" }).click();
  const sentence = await page.locator(".comparison__sentence").innerText();
  const finds = /^(\d+ of \d+ pupils stands? out|Nobody stands out) from this class/.test(sentence);
  expect(finds || sentence.startsWith("Talk about these pupils first"), `says “${sentence}”`);
  const named = await page.locator("tbody tr").count();
  expect(finds || (named > 0 && named <= 5), `names ${named}`);
  const claims = await page.locator("tbody").getByText("as far from their own class").count();
  expect(finds ? claims === named : claims === 0, `claims ${claims} of ${named}`);
}

export async function besideTheClass(browser, base, test) {
  const context = await browser.newContext(tablet);
  const page = await context.newPage();
  await signInAs(page, base, "Class teacher of 5B");
  await test("Beside the class: a class teacher finishes a concern with its comparison in under a minute on a tablet", () => writesAConcern(page, base));
  await test("Beside the class: every measure is drawn without names, and is the same as a table", () => showsTheFigures(page, base));
  await page.setViewportSize(desktop.viewport);
  await test("Beside the class: the page looks right from every side", async () => {
    const faults = await faultsOf(page, "beside the class");
    expect(faults.length === 0, faults.join("; "));
  });
  await test("Beside the class: a whole class says whom to talk about first", () => saysWhomToTalkAboutFirst(page, base));
  await test("Beside the class: the page of a whole class looks right from every side", async () => {
    const faults = await faultsOf(page, "a whole class");
    expect(faults.length === 0, faults.join("; "));
  });
  await context.close();
}
