// Follows every link that each person of the demonstration sees, and looks at one page of each kind: no fault that axe
// finds by day or in the dark, nothing wider than a 320 px screen (which is also 400 % zoom of 1280 px) or than a sheet of
// paper, nothing on paper that only a screen needs, no error in the console.
import { mkdirSync } from "node:fs";
import { accessibilityFaults, desktop, faultsOnPaper, narrow, overflow, sheet, signInAs } from "./product.mjs";

const roles = ["SENCo", "Nurture Assistant", "Class teacher", "Support staff", "Headteacher", "Safeguarding lead", "Administrator", "Governor"];
const most_pages = 60;

// "/cases/0190…/consent?page=2" and its like are one kind of page.
const kindOf = (path) => path.split("?")[0].replace(/[0-9a-f]{8}-[0-9a-f-]{27}/g, "{id}");

async function linksOf(page, base) {
  const links = await page.locator("a[href]").evaluateAll((all) => all.map((link) => link.href));
  return links.filter((link) => link.startsWith(base)).map((link) => link.slice(base.length).split("#")[0]);
}

async function look(page, base, path, role, photographs) {
  const faults = [];
  const plain = await page.request.get(base + path);
  if (plain.status() >= 400) faults.push(`answers ${plain.status()}`);
  if (!plain.headers()["content-type"].startsWith("text/html")) return { faults, links: [] }; // a letter's PDF
  await page.goto(base + path);
  const name = `${role}${kindOf(path)}`.toLowerCase().replace(/[^a-z0-9]+/g, "-");
  for (const colorScheme of ["light", "dark"]) {
    await page.emulateMedia({ colorScheme });
    faults.push(...(await accessibilityFaults(page)).map((fault) => `${colorScheme}: ${fault}`));
    if (photographs) await page.screenshot({ path: `${photographs}/${name}-${colorScheme}.png`, fullPage: true });
  }
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

export async function everyPage(browser, base, test) {
  const photographs = process.env.WITHY_PHOTOGRAPHS;
  if (photographs) mkdirSync(photographs, { recursive: true });
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
    await context.close();
  }
}
