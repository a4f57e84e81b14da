// An instrument's norms (T3): how far the school is with bands of its own children, and norms that are typed with how far scores can be
// relied on.
import { desktop, signInAs } from "./product.mjs";
import { faultsOf } from "./looking.mjs";

function expect(holds, what) {
  if (!holds) throw new Error(what);
}

async function looksRight(page, name) {
  const faults = await faultsOf(page, name);
  expect(faults.length === 0, faults.join("; "));
}

async function opensWithysSchedule(page, base) {
  await page.goto(`${base}/school/instruments`);
  await page.locator('a[href^="/school/instruments/"]', { hasText: "Withy" }).first().click();
  await page.getByRole("heading", { name: "From this school’s own children" }).waitFor();
}

// Until there are enough, it says how many there are, and makes none.
async function saysHowManyAreRated(page, base) {
  await opensWithysSchedule(page, base);
  const words = await page.locator("main").innerText();
  expect(/\d+ of 50/.test(words), "does not say how many children are rated");
  expect(words.includes("more needed"), "does not say how many more are needed");
  expect((await page.getByRole("button", { name: /^Make the bands/ }).count()) === 0, "makes bands of too few");
  expect(words.includes("Made up for this demonstration"), "does not say that the demonstration's norms are made up");
}

async function takesWhatTheManualSays(page) {
  const strand = page.locator("fieldset", { hasText: "trust" }).first();
  await page.getByLabel("Short name").fill("typed");
  await page.getByLabel("From age").fill("5");
  await page.getByLabel("To age").fill("7");
  await page.getByLabel("Where they stand").fill("A made-up manual");
  await strand.getByLabel("Lowest usual score").fill("8");
  await strand.getByLabel("Highest usual score").fill("14");
  await strand.locator("summary").click();
  await strand.getByLabel("Mean").fill("11.5");
  await strand.getByLabel("Standard deviation").fill("60");
  await strand.getByLabel(/^Reliability/).fill("0.85");
  await page.getByLabel("What kind of reliability it is").selectOption("test_retest");
  await page.getByRole("button", { name: "Add the norms" }).click();
  await page.getByText("cannot be spread more").first().waitFor();
  await looksRight(page, "norms to mend");
  await page.locator("fieldset", { hasText: "trust" }).first().getByLabel("Standard deviation").fill("2.5");
  await page.getByRole("button", { name: "Add the norms" }).click();
  await page.getByText("The norms are added").first().waitFor();
  const words = await page.locator("main").innerText();
  expect(words.includes("Reliability of one child rated twice (test-retest)"), "does not say what kind of reliability it is");
}

export async function norms(browser, base, test) {
  const context = await browser.newContext(desktop);
  const page = await context.newPage();
  await signInAs(page, base, "SENCo");
  await test("Norms: the page says how many children are rated until there are enough for bands", () => saysHowManyAreRated(page, base));
  await test("Norms: the page of an instrument looks right from every side", async () => {
    await opensWithysSchedule(page, base);
    await looksRight(page, "an instrument with its norms");
  });
  await test("Norms: mean, standard deviation and reliability are typed within what scores allow", async () => {
    await opensWithysSchedule(page, base);
    await takesWhatTheManualSays(page);
  });
  await context.close();
}
