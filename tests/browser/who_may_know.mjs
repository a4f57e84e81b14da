// Who may know about a child, as people do it: the child's doors, the headteacher's reason, and safeguarding's override, which is
// always tried here.
import { accessibilityFaults, desktop, overflow, signInAs, tablet } from "./product.mjs";

async function someoneAt(browser, base, role, view = desktop) {
  const context = await browser.newContext(view);
  const page = await context.newPage();
  page.setDefaultTimeout(10_000);
  await signInAs(page, base, role);
  return { page, leaves: () => context.close() };
}

async function presses(page, words) {
  await Promise.all([page.waitForNavigation({ waitUntil: "load" }), page.locator("main").getByRole("button", { name: words }).first().click()]);
}

async function isInOrder(page) {
  const faults = await accessibilityFaults(page);
  if (faults.length > 0) throw new Error(faults.join("\n    "));
  const view = page.viewportSize();
  await page.setViewportSize({ width: 320, height: 800 });
  const wider = await overflow(page);
  await page.setViewportSize(view);
  if (wider > 0) throw new Error(`${page.url()} is wider than a 320 px screen by ${wider} px`);
}

// What a child is asked: nothing else of Withy, and doors to hit without aiming.
async function standsAlone(page) {
  if (await page.getByRole("search").count()) throw new Error("a child finds a search for other children");
  const door = await page.locator(".faces--two .faces__label").first().boundingBox();
  if (door.width < 64 || door.height < 64) throw new Error("a door is smaller than 64 px");
}

// A child with something said in confidence, whom this Nurture Assistant supports.
async function aChildWhoConfided(page, base) {
  await page.goto(`${base}/programmes`);
  const programmes = await page.locator("main a[href^='/programmes/']").evaluateAll((links) => links.map((link) => link.getAttribute("href")));
  for (const programme of programmes) {
    await page.goto(base + programme);
    const children = await page.locator("main a[href^='/pupils/']").evaluateAll((links) => links.map((link) => link.getAttribute("href")));
    for (const child of new Set(children.map((path) => path.split("/").slice(0, 3).join("/")))) {
      await page.goto(base + child);
      if (await page.getByText("In confidence:").count()) return child;
    }
  }
  throw new Error("nobody has confided anything");
}

export const override = "Who may know: safeguarding overrides, the lead sees all, and the headteacher is told";

const confidences = (page) => page.getByText("In confidence:").count();

export async function whoMayKnow(browser, base, test) {
  const assistant = await someoneAt(browser, base, "Nurture Assistant", tablet);
  const child = await aChildWhoConfided(assistant.page, base);

  await test("Who may know: a child chooses a door for each adult, and the page is in order", async () => {
    const { page } = assistant;
    await page.goto(base + child);
    await page.getByRole("link", { name: "Who may know" }).first().click();
    await isInOrder(page);
    await page.getByRole("link", { name: /^Ask / }).click();
    await page.getByRole("heading", { name: "Who may know?" }).waitFor();
    await isInOrder(page);
    await standsAlone(page);
    // Doors for several adults together are folded away.
    for (const door of await page.getByLabel("No, keep it between us").all()) if (await door.isVisible()) await door.check();
    await page.getByLabel("Yes", { exact: true }).check();
    await page.getByLabel("What makes you think so").fill("Said in own words what a closed door means.");
    await presses(page, "That is what I want");
    await page.getByText(/What the child said is (kept|saved)/).waitFor();
  });

  await test("Who may know: a child who moves is asked about the next school on a page of its own", async () => {
    const { page } = assistant;
    await page.goto(base + child);
    await page.getByRole("link", { name: "Who may know" }).first().click();
    await page.getByRole("link", { name: "What the next school may know" }).click();
    await page.getByRole("heading", { name: "What the next school may know" }).waitFor();
    await page.getByRole("link", { name: /^Ask / }).click();
    await page.getByRole("heading", { name: "What may your next school know?" }).waitFor();
    await isInOrder(page);
    await standsAlone(page);
  });

  await test("Who may know: the headteacher gives a reason before a case opens", async () => {
    const { page, leaves } = await someoneAt(browser, base, "Headteacher");
    await page.goto(base + child);
    if (await page.getByText("Raised a concern").count()) throw new Error("how it goes is open without a reason");
    await page.getByRole("link", { name: /^Open .*'s case$/ }).click();
    await isInOrder(page);
    await page.getByLabel("Your reason").fill("A parent rang me");
    await presses(page, "Open the case");
    await page.getByText("The case is open to you for twelve hours").waitFor();
    if (await confidences(page)) throw new Error("what was confided is open to the headteacher");
    await leaves();
  });

  await test(override, async () => {
    const lead = await someoneAt(browser, base, "Safeguarding lead");
    await lead.page.goto(base + child);
    if (await confidences(lead.page)) throw new Error("what was confided is open to the lead");
    await lead.page.getByRole("link", { name: "See everything, for safeguarding" }).click();
    await isInOrder(lead.page);
    await lead.page.getByLabel("Why this can't wait").fill("A disclosure this morning");
    await lead.page.getByLabel("Who is to know what you find").fill("The duty social worker");
    for (const told of await lead.page.getByLabel("Not yet").all()) await told.check();
    for (const how of await lead.page.getByLabel(/^Who told/).all()) await how.fill("I do it this afternoon");
    await presses(lead.page, "Open everything for three hours");
    await lead.page.getByText("Everything is open to you for three hours").waitFor();
    if (!(await confidences(lead.page))) throw new Error("what was confided is not open");
    await lead.leaves();

    const head = await someoneAt(browser, base, "Headteacher");
    await head.page.getByRole("link", { name: /^Read why .* for safeguarding$/ }).first().click();
    await head.page.getByText("The duty social worker").waitFor();
    await isInOrder(head.page);
    await presses(head.page, "I have read this");
    await head.leaves();
  });
  await assistant.leaves();
}
