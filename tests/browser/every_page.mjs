// Follows every link that each person of the demonstration sees, and looks at one page of each kind, and at the story of a
// child at each place where a case can stand: no fault that axe finds by day or in the dark, no face out of line with its
// label, nothing wider than a 320 px screen (which is also 400 % zoom of 1280 px) or than a sheet of paper, nothing on paper
// that only a screen needs, no error in the console.
import { mkdirSync } from "node:fs";
import { accessibilityFaults, desktop, facesOutOfLine, faultsOnPaper, narrow, overflow, sheet, signInAs } from "./product.mjs";

const roles = ["SENCo", "Nurture Assistant", "Class teacher", "Support staff", "Headteacher", "Safeguarding lead", "Administrator", "Governor"];
const most_pages = 60;

// "/cases/0190…/consent?page=2" and its like are one kind of page.
const kindOf = (path) => path.split("?")[0].replace(/[0-9a-f]{8}-[0-9a-f-]{27}/g, "{id}");

async function linksOf(page, base) {
  const links = await page.locator("a[href]").evaluateAll((all) => all.map((link) => link.href));
  return links.filter((link) => link.startsWith(base)).map((link) => link.slice(base.length).split("#")[0]);
}

async function look(page, base, path, role, photographs, status = 200) {
  const faults = [];
  const plain = await page.request.get(base + path);
  if (plain.status() !== status) faults.push(`answers ${plain.status()}`);
  if (!plain.headers()["content-type"].startsWith("text/html")) return { faults, links: [] }; // a letter's PDF
  await page.goto(base + path);
  const name = `${role}${kindOf(path)}`.toLowerCase().replace(/[^a-z0-9]+/g, "-");
  for (const colorScheme of ["light", "dark"]) {
    await page.emulateMedia({ colorScheme });
    faults.push(...(await accessibilityFaults(page)).map((fault) => `${colorScheme}: ${fault}`));
    if (photographs) await page.screenshot({ path: `${photographs}/${name}-${colorScheme}.png`, fullPage: true });
  }
  const [apart] = await facesOutOfLine(page);
  if (apart !== undefined) faults.push(`has a face ${apart.toFixed(1)} px out of line with its label`);
  const links = await linksOf(page, base);
  await page.setViewportSize(narrow.viewport);
  const wider = await overflow(page);
  if (wider > 0) faults.push(`is wider than a 320 px screen by ${wider} px`);
  if (photographs) await page.screenshot({ path: `${photographs}/${name}-320.png`, fullPage: true });
  await page.emulateMedia({ media: "print" });
  await page.setViewportSize(sheet);
  const over = await overflow(page);
  if (over > 0) faults.push(`is wider than a sheet of paper by ${over} px`);
  faults.push(...(await faultsOnPaper(page)));
  if (photographs) await page.screenshot({ path: `${photographs}/${name}-paper.png`, fullPage: true });
  await page.emulateMedia({ media: "screen", colorScheme: "light" });
  await page.setViewportSize(desktop.viewport);
  return { faults, links };
}

// What a stranger sees, what is not there, and a form that was sent empty.
async function pagesOfNobody(browser, base, test, photographs) {
  const context = await browser.newContext({ ...desktop, colorScheme: "light" });
  const page = await context.newPage();
  const looks = (path, status) =>
    test(`Nobody: ${path} has no fault`, async () => {
      const { faults } = await look(page, base, path, "nobody", photographs, status);
      if (faults.length > 0) throw new Error(`${path}\n    ${faults.join("\n    ")}`);
    });
  await looks("/sign-in", 200);
  await looks("/nothing-here", 404);
  await looks("/invitations/nothing-here", 404);
  await test("Nobody: signing in with nothing typed says what is missing, without a fault", async () => {
    await page.goto(base + "/sign-in");
    await page.getByRole("button", { name: "Sign in", exact: true }).click();
    await page.locator(".govuk-error-summary").waitFor();
    const faults = await accessibilityFaults(page);
    if (faults.length > 0) throw new Error(faults.join("\n    "));
  });
  await signInAs(page, base, "SENCo");
  await looks("/pupils/0190b6e0-0000-7000-8000-000000000000", 404);
  await page.goto(base + "/");
  await page.getByRole("button", { name: "Lock" }).click();
  await page.waitForURL(`${base}/locked`);
  await looks("/locked", 200);
  await context.close();
}

// The tag of a story says where the case stands.
async function storiesByStanding(page, base) {
  await page.goto(base + "/pupils");
  const classes = (await linksOf(page, base)).filter((link) => kindOf(link) === "/classes/{id}");
  const addresses = new Set();
  for (const list of classes) {
    await page.goto(base + list);
    for (const link of await linksOf(page, base)) if (kindOf(link) === "/pupils/{id}") addresses.add(link.split("?")[0]);
  }
  const stories = new Map();
  for (const address of addresses) {
    const markup = await (await page.request.get(base + address)).text();
    const standing = markup.match(/<strong class="tag[^"]*">([^<]+)</)?.[1];
    if (standing && !stories.has(standing)) stories.set(standing, address);
  }
  return stories;
}

async function storiesOfEveryStanding(browser, base, test, photographs) {
  const context = await browser.newContext({ ...desktop, colorScheme: "light" });
  const page = await context.newPage();
  await signInAs(page, base, "SENCo");
  const stories = await storiesByStanding(page, base);
  await test("SENCo: the demonstration's stories stand at ten places or more", async () => {
    if (stories.size < 10) throw new Error([...stories.keys()].join(", "));
  });
  for (const [standing, address] of stories)
    await test(`SENCo: the story of a child, ${standing}, has no fault`, async () => {
      const { faults } = await look(page, base, address, `story ${standing}`, photographs);
      if (faults.length > 0) throw new Error(`${address}\n    ${faults.join("\n    ")}`);
    });
  await context.close();
}

export async function everyPage(browser, base, test) {
  const photographs = process.env.WITHY_PHOTOGRAPHS;
  if (photographs) mkdirSync(photographs, { recursive: true });
  await pagesOfNobody(browser, base, test, photographs);
  for (const role of roles) {
    const context = await browser.newContext({ ...desktop, colorScheme: "light" });
    const page = await context.newPage();
    const said = [];
    page.on("console", (message) => message.type() === "error" && said.push(message.text()));
    page.on("pageerror", (error) => said.push(error.message));
    await signInAs(page, base, role);

    const seen = new Set();
    const waiting = ["/"];
    while (waiting.length > 0 && seen.size < most_pages) {
      const path = waiting.shift();
      if (seen.has(kindOf(path))) continue;
      seen.add(kindOf(path));
      await test(`${role}: ${kindOf(path)} has no fault`, async () => {
        const { faults, links } = await look(page, base, path, role, photographs);
        waiting.push(...links.filter((link) => !seen.has(kindOf(link))));
        faults.push(...said.splice(0));
        if (faults.length > 0) throw new Error(`${path}\n    ${faults.join("\n    ")}`);
      });
    }
    await test(`${role}: all kinds of pages were looked at`, async () => {
      if (waiting.some((path) => !seen.has(kindOf(path)))) throw new Error(`more than ${most_pages} kinds of pages`);
    });
    await context.close();
  }
  await storiesOfEveryStanding(browser, base, test, photographs);
}
