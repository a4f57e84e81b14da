// Whoever locks or signs out in one tab leaves every other tab of the browser.
import { toANewConcern } from "./lost_answers.mjs";
import { signInAs } from "./product.mjs";

const seen = "Stood by the fence, and asked whether somebody would stay.";

const pathOf = (page) => new URL(page.url()).pathname;
const kept = (page) => page.evaluate(() => JSON.stringify(sessionStorage));

// What it asked before it did so; nothing where it did not ask.
async function press(page, name, answer = "accept") {
  let asked = "";
  const answers = (dialog) => {
    asked = dialog.message();
    return dialog[answer]();
  };
  page.once("dialog", answers);
  await page.getByRole("button", { name, exact: true }).click();
  page.off("dialog", answers);
  return asked;
}

async function expectNothingOfTheChild(page, paths, when) {
  if (!paths.includes(pathOf(page))) throw new Error(`${when}: shows ${pathOf(page)}`);
  if ((await page.locator("textarea").count()) > 0) throw new Error(`${when}: the form is still there`);
  if ((await page.content()).includes(seen)) throw new Error(`${when}: what was typed is on the page`);
  const stored = await kept(page);
  if (stored.includes(seen) || stored.includes("withy-kept")) throw new Error(`${when}: the tab keeps ${stored}`);
}

async function goesOn(page, base) {
  await page.getByRole("button", { name: /^Go on as/ }).click();
  await page.waitForURL(`${base}/pupils`);
}

export async function otherTabs(browser, base, test) {
  const context = await browser.newContext();
  const [first, other] = [await context.newPage(), await context.newPage()];
  await signInAs(first, base, "Support staff");
  const form = await toANewConcern(first, base);

  const typesInTheFirst = async () => {
    await other.goto(`${base}/pupils`);
    await first.goto(form);
    await first.fill("textarea >> nth=0", seen);
    if (!(await kept(first)).includes(seen)) throw new Error("the tab did not keep what was typed to begin with");
  };

  await test("Other tabs: who would lose a text in another tab by leaving is asked first, and may stay", async () => {
    await typesInTheFirst();
    for (const name of ["Lock", "Sign out"]) {
      const asked = await press(other, name, "dismiss");
      if (asked !== `One text in another tab is not saved and would be lost. ${name} all the same?`) throw new Error(`${name} asks "${asked}"`);
    }
    if (pathOf(other) !== "/pupils") throw new Error(`went to ${other.url()}`);
    if (!(await kept(first)).includes(seen)) throw new Error("the other tab forgot it all the same");
  });
  await test("Other tabs: a lock in one forgets what another keeps, and leads it to the lock at once", async () => {
    await typesInTheFirst();
    await press(other, "Lock");
    await Promise.all([other, first].map((page) => page.waitForURL(/\/locked/)));
    await expectNothingOfTheChild(first, ["/locked"], "after the lock");
    await first.goBack();
    await expectNothingOfTheChild(first, ["/locked"], "after Back");
    await goesOn(other, base);
    await first.goto(form);
    const text = await first.inputValue("textarea >> nth=0");
    if (text !== "") throw new Error(`after going on the form has "${text}"`);
  });
  await test("Other tabs: one that was elsewhere forgets as soon as it comes back to the lock", async () => {
    await typesInTheFirst();
    await first.goto("about:blank");
    await press(other, "Lock");
    await other.waitForURL(/\/locked/);
    await first.goBack();
    await expectNothingOfTheChild(first, ["/locked"], "after Back from elsewhere");
    await goesOn(other, base);
  });
  await test("Other tabs: after signing out in one, nothing of the child is in another, nor after Back", async () => {
    await typesInTheFirst();
    await press(other, "Sign out");
    await Promise.all([other, first].map((page) => page.waitForURL(`${base}/demonstration`)));
    const outside = ["/demonstration", "/sign-in"];
    await expectNothingOfTheChild(first, outside, "after signing out");
    for (const when of ["after Back", "after Back twice"]) {
      await first.goBack();
      await expectNothingOfTheChild(first, outside, when);
    }
  });
  await test("Other tabs: signing out everywhere leaves the others too", async () => {
    await signInAs(first, base, "Support staff");
    await typesInTheFirst();
    await other.goto(`${base}/sign-ins`);
    await press(other, "Sign out everywhere");
    await first.waitForURL(`${base}/demonstration`);
    await expectNothingOfTheChild(first, ["/demonstration"], "after signing out everywhere");
  });
  await context.close();
}
