// Photographs the demonstration for docs/user-guide. Run by hand after the look has changed:
//   node tests/browser/user_guide.mjs
import { desktop, launchBrowser, signInAs, startProduct, tablet } from "./product.mjs";

const folder = "docs/user-guide";
const product = await startProduct();
const browser = await launchBrowser();

async function as(role, view, walk) {
  const context = await browser.newContext(view);
  const page = await context.newPage();
  await signInAs(page, product.base, role);
  const photograph = (name) => page.screenshot({ path: `${folder}/${name}.png`, clip: { x: 0, y: 0, ...view.viewport } });
  await walk(page, photograph);
  await context.close();
}
const first = (page, pattern) =>
  page.locator("main a[href]").evaluateAll((links, source) => links.map((link) => link.getAttribute("href")).find((href) => new RegExp(source).test(href)), pattern.source);
const open = async (page, pattern) => page.goto(product.base + (await first(page, pattern)));

await as("SENCo", desktop, async (page, photograph) => {
  await photograph("today-senco");
  await page.goto(`${product.base}/referrals`);
  await photograph("referrals");
  await page.goto(`${product.base}/waiting-list`);
  await photograph("waiting-list");
  await page.goto(`${product.base}/programmes`);
  await page.getByRole("link", { name: /^Friendship group/ }).first().click();
  await open(page, /^\/pupils\/[0-9a-f-]{36}$/);
  await photograph("story");
  await open(page, /^\/cases\/[0-9a-f-]{36}\/consent$/);
  await photograph("consent");
});
await as("Nurture Assistant", tablet, async (page, photograph) => {
  await photograph("today-nurture-assistant");
  await page.goto(`${product.base}/programmes`);
  await page.getByRole("link", { name: /^Friendship group/ }).first().click();
  await photograph("programme");
  await page.goto(product.base);
  await open(page, /^\/sessions\/[0-9a-f-]{36}/);
  await photograph("session");
  await open(page, /^\/sessions\/[0-9a-f-]{36}\/evaluations\//).catch(() => undefined);
  await photograph("evaluation");
});
await as("Class teacher", tablet, async (page, photograph) => {
  await photograph("today-class-teacher");
  await page.goto(`${product.base}/concerns/new`);
  await open(page, /\/concerns\/new$/).catch(() => undefined);
  await photograph("concern");
});

await browser.close();
await product.stop();
