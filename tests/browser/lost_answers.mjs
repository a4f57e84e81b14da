// Nothing typed is lost on bad Wi-Fi: what was sent counts as saved once the server has said so, and not before.
import { signInAs, tablet } from "./product.mjs";

const seen = "Asked to join the game, and waited for the answer.";
const unanswered = "and no answer came back: it may not be saved.";

const textOf = (page) => page.locator("textarea[data-keep]").first();

async function expectIn(page, words, when) {
  const text = await textOf(page).inputValue();
  if (text !== words) throw new Error(`${when}: "${text}"`);
}

async function expectSaid(page, words) {
  const said = await page.locator("form [role=status]").allInnerTexts();
  if (!said.some((one) => one.includes(words))) throw new Error(`says only "${said.join(" | ")}"`);
}

async function expectNothingSaid(page) {
  const said = await page.locator("form [role=status]").allInnerTexts();
  if (said.length > 0) throw new Error(`says "${said.join(" | ")}"`);
}

// Until the browser's own page of what went wrong has come.
async function withoutNetwork(page, act) {
  await page.context().setOffline(true);
  await act();
  await page.waitForURL(/chrome-error/);
  await page.context().setOffline(false);
}

const saves = (page) => page.locator("form:has(textarea[data-keep]) .govuk-button").first();

// A form for a concern about a child: each concern that is sent is one more.
export async function toANewConcern(page, base) {
  await page.goto(`${base}/concerns/new`);
  await page.fill("main input[name=q]", "Connie");
  await page.locator("main button").first().click();
  await page.locator("main a[href*='/concerns/new']").first().click();
  await page.waitForSelector("textarea[data-keep]");
  return page.url();
}

async function fillInAConcern(page) {
  await textOf(page).fill(seen);
  await page.locator("input[name=areas]").first().check({ force: true });
  await page.locator("input[name=parents_spoken_to][value=not_yet]").check({ force: true });
}

// The plan of a session that is to come.
async function toAPlan(page, base) {
  await page.goto(`${base}/programmes`);
  const links = (pattern) =>
    page.locator("a[href]").evaluateAll((all, part) => [...new Set(all.map((link) => link.pathname))].filter((path) => path.startsWith(part)), pattern);
  for (const programme of await links("/programmes/")) {
    await page.goto(base + programme);
    for (const session of (await links("/sessions/")).reverse()) {
      await page.goto(base + session);
      if ((await page.locator("textarea[name=plan]").count()) > 0) return page.url();
    }
  }
  throw new Error("no session has a plan to write");
}

export async function lostAnswers(browser, base, test) {
  const context = await browser.newContext(tablet);
  const page = await context.newPage();
  await signInAs(page, base, "Maria Duarte");

  await test("Lost answers: what was sent while the network was gone is there again, and says so", async () => {
    const form = await toANewConcern(page, base);
    await fillInAConcern(page);
    await withoutNetwork(page, () => saves(page).click());
    await page.goto(`${base}/`);
    await page.goto(form);
    await expectIn(page, seen, "after the network was gone");
    if (!(await page.locator("input[name=areas]").first().isChecked())) throw new Error("what was chosen is not chosen again");
    await expectSaid(page, unanswered);
  });
  await test("Lost answers: whoever leaves before a slow save has answered finds the text again, and sends it once", async () => {
    const form = await toANewConcern(page, base);
    await fillInAConcern(page);
    const sent = [];
    let arrived;
    const arrives = new Promise((done) => (arrived = done));
    await page.route("**/concerns**", async (route) => {
      if (route.request().method() !== "POST" || sent.length > 0) return route.continue();
      sent.push(route.request().postData());
      // It reaches the server; its answer reaches nobody.
      const answer = await context.request.fetch(route.request(), { maxRedirects: 0 });
      arrived(answer.headers()["location"]);
      await context.clearCookies({ name: "withy-saved" });
    });
    await saves(page).click({ noWaitAfter: true });
    const led_to = await arrives;
    await page.goto(`${base}/`);
    await page.unroute("**/concerns**");
    await page.goto(form);
    await expectIn(page, seen, "after leaving a slow save");
    await expectSaid(page, unanswered);
    await saves(page).click();
    await page.waitForURL(/saved=/);
    if (!page.url().endsWith(led_to)) throw new Error(`the second sending led to ${page.url()}, and the first to ${led_to}`);
  });
  await test("Lost answers: what the server has saved is not put back", async () => {
    await page.goto(await toANewConcern(page, base));
    await expectIn(page, "", "after saving");
    await expectNothingSaid(page);
  });
  await test("Lost answers: a change to what is saved is offered beside it, and put back at a press", async () => {
    const plan = await toAPlan(page, base);
    await textOf(page).fill("Make the den rules together.");
    await page.getByRole("button", { name: "Save the plan" }).click();
    await page.waitForURL(/saved=/);
    await expectNothingSaid(page);
    await textOf(page).fill(seen);
    await withoutNetwork(page, () => page.getByRole("button", { name: "Save the plan" }).click());
    await page.goto(`${base}/`);
    await page.goto(plan);
    await expectIn(page, "Make the den rules together.", "what is saved stands");
    await expectSaid(page, unanswered);
    await page.getByRole("button", { name: "Put back what you typed" }).click();
    await expectIn(page, seen, "after the press");
    await page.getByRole("button", { name: "Save the plan" }).click();
    await page.waitForURL(/saved=/);
    await page.goto(plan);
    await expectIn(page, seen, "after saving");
    await expectNothingSaid(page);
  });
  await context.close();
}
