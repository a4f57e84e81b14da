// What was typed and chosen is there again: after an error, after leaving, and by the browser's own Back.
import { signInAs } from "./product.mjs";

const seen = "Sits alone at lunch, three days running.";

const onPage = (page) =>
  page.evaluate(() => ({
    text: document.querySelector("textarea").value,
    areas: document.querySelectorAll("input[name=areas]:checked").length,
  }));

async function expectAll(page, when) {
  const { text, areas } = await onPage(page);
  if (text !== seen || areas !== 1) throw new Error(`${when}: "${text}" and ${areas} chosen`);
}

export async function comingBack(browser, base, test) {
  const context = await browser.newContext();
  const page = await context.newPage();
  await signInAs(page, base, "Support staff");
  await page.goto(`${base}/concerns/new`);
  await page.fill("main input[name=q]", "Connie");
  await page.locator("main button").first().click();
  await page.locator("main a[href*='/concerns/new']").first().click();
  const form = page.url();

  await test("Coming back: an error keeps what was typed and chosen, and stands at the form's own address", async () => {
    await page.fill("textarea >> nth=0", seen);
    await page.locator("input[name=areas]").first().check({ force: true });
    await page.locator("main form button.govuk-button").first().click();
    await page.waitForSelector(".govuk-error-summary");
    await expectAll(page, "after the error");
    if (page.url() !== form) throw new Error(`stands at ${page.url()}`);
  });
  await test("Coming back: Back to a refused form has it again", async () => {
    await page.goto(`${base}/`);
    await page.goBack();
    await expectAll(page, "after Back");
  });
  await test("Coming back: a form that was left has it again", async () => {
    await page.goto(`${base}/`);
    await page.goto(form);
    await expectAll(page, "after leaving");
  });
  // The open register has the version of its plan by this name, and no other.
  await test("Coming back: what was chosen beside another version of a plan is not chosen again", async () => {
    let version = 1;
    await page.route(form, async (route) => {
      const answer = await route.fetch();
      const planned = `name="plan_version" value="${version}"`;
      await route.fulfill({ response: answer, body: (await answer.text()).replace(/name="version" value="\d+"/, planned) });
    });
    await page.goto(form);
    const box = page.locator("input[name=areas]").first();
    await box.uncheck({ force: true });
    await box.check({ force: true });
    await page.goto(`${base}/`);
    await page.goto(form);
    await expectAll(page, "beside the same version");
    version = 2;
    await page.goto(`${base}/`);
    await page.goto(form);
    const { text, areas } = await onPage(page);
    if (text !== seen || areas !== 0) throw new Error(`beside another version: "${text}" and ${areas} chosen`);
    await page.unroute(form);
  });
  const leaveBy = async (name, way) => {
    let asked = "";
    const answers = (dialog) => {
      asked = dialog.message();
      return dialog[way]();
    };
    page.once("dialog", answers);
    await page.getByRole("button", { name, exact: true }).click();
    page.off("dialog", answers); // where nothing was asked, the next question is not its
    return asked;
  };
  await test("Coming back: who would lose a text by leaving is asked first, and may stay", async () => {
    await page.goto(form);
    await page.fill("textarea >> nth=0", seen);
    await page.goto(`${base}/pupils`);
    for (const name of ["Lock", "Sign out", "Lock"]) {
      const asked = await leaveBy(name, "dismiss");
      if (asked !== `One text is not saved and would be lost. ${name} all the same?`) throw new Error(`${name} asks "${asked}"`);
      if (page.url() !== `${base}/pupils`) throw new Error(`${name} led to ${page.url()}`);
    }
    await page.goto(form);
    const { text } = await onPage(page);
    if (text !== seen) throw new Error(`after staying: "${text}"`);
  });
  await test("Coming back: after locking, Back shows the lock, and going on leads to where one was", async () => {
    await page.goto(`${base}/pupils`);
    await page.goto(form);
    await page.fill("textarea >> nth=0", seen);
    await leaveBy("Lock", "accept");
    await page.waitForURL(/\/locked/);
    for (const way of ["goBack", "goBack", "goForward"]) {
      await page[way]();
      const title = await page.title();
      if (!title.startsWith("Locked")) throw new Error(`${way} shows "${title}"`);
    }
    const kept = await page.evaluate(() => JSON.stringify(sessionStorage));
    if (kept.includes(seen)) throw new Error("what was typed stayed on the computer");
    await page.goto(form);
    await page.getByRole("button", { name: /^Go on as/ }).click();
    await page.waitForSelector("textarea");
    if (!form.startsWith(page.url())) throw new Error(`came back to ${page.url()}`);
  });
  await test("Coming back: who has nothing unsaved locks without a question", async () => {
    await page.goto(`${base}/pupils`);
    if (await leaveBy("Lock", "dismiss")) throw new Error("asks all the same");
    await page.waitForURL(/\/locked/);
    await page.getByRole("button", { name: /^Go on as/ }).click();
    await page.waitForURL(`${base}/pupils`);
  });
  await test("Coming back: who typed where nothing is kept is asked too", async () => {
    await page.route(form, async (route) => {
      const answer = await route.fetch();
      await route.fulfill({ response: answer, body: (await answer.text()).replace(/ data-keep="[^"]*"/g, "") });
    });
    await page.goto(form);
    await page.fill("textarea >> nth=0", seen);
    const asked = await leaveBy("Lock", "dismiss");
    if (asked !== "One text is not saved and would be lost. Lock all the same?") throw new Error(`Lock asks "${asked}"`);
    if (page.url() !== form) throw new Error(`Lock led to ${page.url()}`);
    await page.unroute(form);
  });
  await test("Coming back: what one person typed is gone from the tab when another signs in", async () => {
    await page.goto(form);
    await page.fill("textarea >> nth=0", seen);
    await signInAs(page, base, "SENCo");
    const kept = await page.evaluate(() => JSON.stringify(sessionStorage));
    if (kept.includes(seen)) throw new Error("it is still in the tab");
  });
  await context.close();
}
