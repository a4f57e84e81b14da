// The measures of a whole class (I1): entered by keyboard or by touch within two minutes and saved as one goes, kept while there
// is no connection, and the same without script and from a file.
import { accessibilityFaults, desktop, narrow, overflow, signInAs, tablet } from "./product.mjs";

const most_seconds = 120;
const smallest_target = 44; // px

const scores = (page) => page.locator("input.scores__score");
const state = (page) => page.locator(".scores__state");

async function expectSaid(page, words) {
  await state(page).filter({ hasText: words }).waitFor({ timeout: 20_000 });
}

async function expect(found, wanted, what) {
  if (found !== wanted) throw new Error(`${what}: ${JSON.stringify(found)} instead of ${JSON.stringify(wanted)}`);
}

// The class's page of today, found as a class teacher finds it.
async function toTheClass(page, base) {
  await page.goto(`${base}/pupils`);
  await page.locator("main table a").first().click();
  await page.getByRole("link", { name: /^Measures of / }).click();
  await scores(page).first().waitFor();
}

const valuesOf = (page) => scores(page).evaluateAll((all) => all.map((one) => one.value));

// A day on which nobody has measured yet, so that no test meets what another one entered.
async function toADay(page, day) {
  await page.goto(`${new URL(page.url()).origin}${new URL(page.url()).pathname}?on=${day}`);
  await scores(page).first().waitFor();
}

const daysAgo = (days) => new Date(Date.now() - days * 86_400_000).toISOString().slice(0, 10);

const scoreOf = (pupil, measure) => String(1 + ((pupil * 7 + measure) % 5));

async function pupilsOf(page) {
  const pupils = await page.locator(".scores tbody tr").count();
  if (pupils < 25) throw new Error(`the class has ${pupils} pupils`);
  return pupils;
}

// Every line is complete, in time, and stands when the page is read again.
async function isAllSaved(page, pupils, begun) {
  await page.locator("h1").click();
  await expectSaid(page, "All of it is saved.");
  const seconds = (Date.now() - begun) / 1000;
  if (seconds > most_seconds) throw new Error(`took ${seconds} seconds`);
  await page.reload();
  const typed = Array.from({ length: pupils * 3 }, (_, at) => scoreOf(Math.floor(at / 3), at % 3));
  await expect((await valuesOf(page)).join(""), typed.join(""), "what was saved");
  await expect(await page.locator(".scores .tag").count(), pupils, "lines that are complete");
}

async function entersAllByKeyboard(page) {
  const pupils = await pupilsOf(page);
  await scores(page).first().focus();
  const begun = Date.now();
  for (let measure = 0; measure < 3; ++measure)
    for (let pupil = 0; pupil < pupils; ++pupil) await page.keyboard.press(scoreOf(pupil, measure));
  await page.keyboard.press("Enter"); // after the last one there is none to go on to
  await isAllSaved(page, pupils, begun);
}

// A tablet's own keyboard gives the text alone, and no keys.
async function entersAllByTouch(page) {
  const pupils = await pupilsOf(page);
  const begun = Date.now();
  for (let pupil = 0; pupil < pupils; ++pupil)
    for (let measure = 0; measure < 3; ++measure) {
      await scores(page).nth(pupil * 3 + measure).tap();
      await page.keyboard.insertText(scoreOf(pupil, measure));
    }
  await isAllSaved(page, pupils, begun);
}

async function looksRight(page, where) {
  for (const colorScheme of ["light", "dark"])
    for (const { viewport } of [desktop, tablet, narrow]) {
      await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
      await page.setViewportSize(viewport);
      const faults = await accessibilityFaults(page);
      const wide = await overflow(page);
      if (wide > 0) faults.push(`${wide} px wider than the window`);
      if (process.env.WITHY_LOOK)
        await page.screenshot({ path: `${process.env.WITHY_LOOK}/${where}-${colorScheme}-${viewport.width}.png`, fullPage: true });
      if (faults.length > 0) throw new Error(`${where}, ${colorScheme}, ${viewport.width} px: ${faults.join("; ")}`);
    }
}

async function withScript(browser, base, test) {
  const context = await browser.newContext(desktop);
  const page = await context.newPage();
  await signInAs(page, base, "Class teacher of 3A");
  await toTheClass(page, base);

  await test("Measures: a whole class is entered by keyboard within two minutes and saved as one goes", () => entersAllByKeyboard(page));
  await test("Measures: arrows and Enter lead down the column and up again", async () => {
    await scores(page).nth(1).focus();
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("Enter");
    await page.keyboard.press("ArrowUp");
    const here = await page.evaluate(() => [...document.querySelectorAll("input.scores__score")].indexOf(document.activeElement));
    await expect(here, 4, "the field with the keys");
  });
  await test("Measures: a score off its scale is said in its place, and what stands beside it is saved", async () => {
    await toADay(page, daysAgo(21));
    await scores(page).nth(0).fill("7");
    await scores(page).nth(1).fill("2");
    await page.locator("h1").click();
    await page.locator(".scores .govuk-error-message", { hasText: "from 1 to 5" }).waitFor();
    await page.keyboard.press("Tab");
    await expectSaid(page, "1 score to look at");
    await scores(page).nth(0).fill("3");
    await page.locator("h1").click();
    await expectSaid(page, "All of it is saved.");
    await expect(await page.locator(".scores .govuk-error-message").count(), 0, "errors");
    await page.reload();
    await expect((await valuesOf(page)).slice(0, 2).join(""), "32", "what was saved");
  });
  await test("Measures: a slip goes to no other child: a key that is no score stays where it is", async () => {
    await toADay(page, daysAgo(18));
    const here = () => page.evaluate(() => [...document.querySelectorAll("input.scores__score")].indexOf(document.activeElement));
    await scores(page).nth(0).focus();
    for (const key of ["3", ",", "5"]) await page.keyboard.press(key);
    await page.locator(".scores .govuk-error-message", { hasText: "Nothing is stored" }).waitFor();
    await expect(await here(), 3, "the field with the keys");
    await expect((await valuesOf(page)).filter((value) => value !== "").join("|"), "3|,5", "what is typed");
    await page.locator("h1").click();
    await expectSaid(page, "1 score to look at");
    await scores(page).nth(3).focus();
    await page.keyboard.press("Backspace");
    for (const key of ["-", "1"]) await page.keyboard.press(key);
    await page.locator(".scores .govuk-error-message", { hasText: "Nothing is stored" }).waitFor();
    await expect(await here(), 3, "the field with the keys");
    await page.reload();
    await page.evaluate(() => sessionStorage.clear());
    await page.reload();
    await expect((await valuesOf(page)).filter((value) => value !== "").join("|"), "3", "what was saved");
    await scores(page).nth(0).focus();
    await page.keyboard.press("6");
    await page.locator(".scores .govuk-error-message", { hasText: "3 is still stored" }).waitFor();
    await expect(await page.locator(".scores tbody tr").first().locator(".tag").count(), 0, "lines said to be saved");
    await page.keyboard.press("Backspace");
    await page.keyboard.press("3");
    await expectSaid(page, "All of it is saved.");
  });
  await test("Measures: how many are complete goes with what is saved", async () => {
    await toADay(page, daysAgo(20));
    const said = () => page.locator("[data-so-far]").textContent();
    if (!(await said()).startsWith("0 of ")) throw new Error(`says ${await said()}`);
    for (const nth of [0, 1, 2]) await scores(page).nth(nth).fill("3");
    await expectSaid(page, "All of it is saved.");
    if (!(await said()).startsWith("1 of ")) throw new Error(`says ${await said()}`);
  });
  await test("Measures: the last score of all is saved as it is entered, and said to be only then", async () => {
    await toADay(page, daysAgo(19));
    await scores(page).first().fill("2");
    await expectSaid(page, "All of it is saved.");
    let answer;
    const asked = new Promise((resolve) => {
      answer = resolve;
    });
    const hold = async (route) => {
      if (route.request().method() === "POST") await asked;
      await route.continue();
    };
    await page.route("**/measures", hold);
    await scores(page).last().focus();
    await page.keyboard.press("4");
    await expect(await state(page).textContent(), "", "what is said before it is saved");
    answer();
    await expectSaid(page, "All of it is saved.");
    await page.unroute("**/measures", hold);
    const other = await context.newPage();
    await other.goto(page.url());
    await expect((await valuesOf(other)).at(-1), "4", "what another tab shows");
    await other.close();
  });
  await test("Measures: what is typed without a connection is kept, and saved once there is one", async () => {
    await toADay(page, daysAgo(22));
    const cut = (route) => (route.request().method() === "POST" ? route.abort() : route.continue());
    await page.route("**/measures", cut);
    await scores(page).nth(0).fill("4");
    await page.locator("h1").click();
    await expectSaid(page, "not saved yet");
    await page.reload();
    await expect((await valuesOf(page))[0], "4", "what the tab kept");
    await expectSaid(page, "not saved yet");
    await page.unroute("**/measures", cut);
    await page.evaluate(() => window.dispatchEvent(new Event("online")));
    await expectSaid(page, "All of it is saved.");
    await page.reload();
    await expect((await valuesOf(page))[0], "4", "what was saved");
    await expect(await page.evaluate(() => Object.keys(sessionStorage).filter((key) => key.includes("scores")).length), 0, "what the tab keeps");
  });
  await test("Measures: who enters a score that somebody else has entered meanwhile sees both and chooses", async () => {
    await toADay(page, daysAgo(23));
    const other = await context.newPage();
    await other.goto(page.url());
    await scores(other).first().fill("2");
    await other.locator("h1").click();
    await expectSaid(other, "All of it is saved.");
    await scores(page).first().fill("5");
    await page.locator("h1").click();
    await page.locator(".scores .govuk-error-message", { hasText: "entered 2 at" }).waitFor();
    await expect((await valuesOf(page))[0], "5", "what was typed");
    await scores(page).first().focus();
    await page.keyboard.press("Enter");
    await page.locator(".scores .govuk-error-message").waitFor({ state: "detached" });
    await page.reload();
    await expect((await valuesOf(page))[0], "5", "what was chosen");
    await other.close();
  });
  await test("Measures: what somebody else entered beside a score that was refused stays", async () => {
    await toADay(page, daysAgo(25));
    const other = await context.newPage();
    await other.goto(page.url());
    await scores(other).nth(0).fill("3");
    await scores(other).nth(2).fill("5");
    await other.locator("h1").click();
    await expectSaid(other, "All of it is saved.");
    await scores(page).first().fill("4");
    await page.locator("h1").click();
    await page.locator(".scores .govuk-error-message", { hasText: "entered 3 at" }).waitFor();
    await expect((await valuesOf(page)).slice(0, 3).join("|"), "4||5", "what stands beside it");
    await scores(page).first().focus();
    await page.keyboard.press("Enter");
    await expectSaid(page, "All of it is saved.");
    await page.reload();
    await expect((await valuesOf(page)).slice(0, 3).join("|"), "4||5", "what was chosen, and theirs beside it");
    await other.close();
  });
  await test("Measures: a score typed anew while it is refused is held back until theirs was seen", async () => {
    await toADay(page, daysAgo(26));
    const other = await context.newPage();
    await other.goto(page.url());
    await scores(other).first().fill("2");
    await other.locator("h1").click();
    await expectSaid(other, "All of it is saved.");
    let answer;
    const asked = new Promise((resolve) => {
      answer = resolve;
    });
    const hold = async (route) => {
      if (route.request().method() === "POST") await asked;
      await route.continue();
    };
    await page.route("**/measures", hold);
    await scores(page).first().fill("5");
    await page.locator("h1").click();
    await scores(page).first().fill("4");
    answer();
    await page.locator(".scores .govuk-error-message", { hasText: "entered 2 at" }).waitFor();
    await page.locator("h1").click();
    await expectSaid(page, "1 score to look at");
    await other.reload();
    await expect((await valuesOf(other))[0], "2", "what nobody saw replaced");
    await page.unroute("**/measures", hold);
    await other.close();
  });
  await test("Measures: a page that came back with another's score saves nothing over it by itself", async () => {
    await toADay(page, daysAgo(27));
    const other = await context.newPage();
    await other.goto(page.url());
    await scores(other).first().fill("2");
    await other.locator("h1").click();
    await expectSaid(other, "All of it is saved.");
    const cut = (route) => (route.request().postData()?.includes("by=script") ? route.abort() : route.continue());
    await page.route("**/measures", cut);
    await scores(page).first().fill("5");
    await page.locator("h1").click();
    await expectSaid(page, "not saved yet");
    await page.unroute("**/measures", cut);
    await Promise.all([page.waitForNavigation(), page.getByRole("button", { name: "Save the measures" }).click()]);
    await page.locator(".scores .govuk-error-message", { hasText: "entered 2 at" }).waitFor();
    await expect((await valuesOf(page))[0], "5", "what was typed");
    await page.evaluate(() => window.dispatchEvent(new Event("online")));
    await expectSaid(page, "1 score to look at");
    await page.waitForLoadState("networkidle");
    await other.reload();
    await expect((await valuesOf(other))[0], "2", "what nobody chose to replace");
    await scores(page).first().focus();
    await page.keyboard.press("Enter");
    await expectSaid(page, "All of it is saved.");
    await other.close();
  });
  await test("Measures: a file fills the page, to be looked over, and says what is wrong in it by row and column", async () => {
    await toADay(page, daysAgo(24));
    const names = await page.locator(".scores tbody th").allInnerTexts();
    const upload = async (text) => {
      await page.locator("summary", { hasText: "Fill them in from a file" }).click();
      await page.setInputFiles("input[type=file]", { name: "scores.csv", mimeType: "text/csv", buffer: Buffer.from(text) });
      await Promise.all([page.waitForNavigation(), page.getByRole("button", { name: "Look at the file" }).click()]);
    };
    await upload(`Name,Achievement,Behaviour\n${names.map((name) => `${name.trim()},3,4`).join("\n")}\n`);
    await page.getByText("Nothing is saved yet.").waitFor();
    await expect((await valuesOf(page)).filter((value) => value !== "").length, names.length * 2, "scores filled in");
    const saved = page.waitForResponse((response) => response.status() === 204); // a single figure is saved as it is typed
    await scores(page).first().fill("5");
    await page.locator("h1").click();
    await saved;
    await page.evaluate(() => window.dispatchEvent(new Event("online")));
    await page.waitForLoadState("networkidle");
    const other = await context.newPage();
    await other.goto(`${page.url().replace(/\/file$/, "")}?on=${daysAgo(24)}`);
    await expect((await valuesOf(other)).filter((value) => value !== "").join(""), "5", "what was typed over the file, and that alone");
    await other.close();
    await Promise.all([page.waitForNavigation(), page.getByRole("button", { name: "Save the measures" }).click()]);
    await page.getByText("The measures are saved.").waitFor();
    await upload("Name,Achievement\nNobody Known,9\n");
    for (const words of ["SCO001", "SCO004", "Row 2"]) await page.getByText(words).first().waitFor();
    await looksRight(page, "faults-of-a-file");
  });
  await toTheClass(page, base);
  await test("Measures: the page of a class looks right from every side", () => looksRight(page, "class-measures"));
  await context.close();
}

async function byTouch(browser, base, test) {
  const context = await browser.newContext(tablet);
  const page = await context.newPage();
  await signInAs(page, base, "Class teacher of 3B");
  await toTheClass(page, base);
  await test("Measures: every field is large enough for a finger", async () => {
    for (const { width, height } of await scores(page).evaluateAll((all) => all.map((one) => one.getBoundingClientRect().toJSON())))
      if (Math.min(width, height) < smallest_target) throw new Error(`${width} by ${height} px`);
  });
  await test("Measures: a whole class is entered by touch within two minutes and saved as one goes", () => entersAllByTouch(page));
  await context.close();
}

async function withoutScript(browser, base, test) {
  const context = await browser.newContext({ ...desktop, javaScriptEnabled: false });
  const page = await context.newPage();
  await signInAs(page, base, "Class teacher of 3C");
  await toTheClass(page, base);
  await test("Measures: without script all lines are saved at once", async () => {
    await scores(page).nth(0).fill("4");
    await scores(page).nth(4).fill("2");
    await page.getByRole("button", { name: "Save the measures" }).click();
    await page.getByText("The measures are saved.").waitFor();
    const stands = await valuesOf(page);
    await expect(stands[0] + stands[4], "42", "what was saved");
  });
  await context.close();
}

async function defining(browser, base, test) {
  const context = await browser.newContext(desktop);
  const page = await context.newPage();
  await signInAs(page, base, "SENCo");
  await test("Measures: the SENCo sees what is measured, and what a change of its scale does", async () => {
    await page.goto(`${base}/pupils`);
    await page.getByRole("link", { name: "What classes are measured by" }).click();
    await page.getByText("Working at").first().waitFor();
    await looksRight(page, "measures");
    await page.getByRole("link", { name: "Change Working at" }).click();
    await page.getByText("this measure ends and another follows it").waitFor();
    await looksRight(page, "change-a-measure");
  });
  await context.close();
}

export async function classMeasures(browser, base, test) {
  await withScript(browser, base, test);
  await byTouch(browser, base, test);
  await withoutScript(browser, base, test);
  await defining(browser, base, test);
}
