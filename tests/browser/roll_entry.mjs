// The roll entry of a child, as the administrator reaches it, and whether the school keeps ethnicity (D7): what is decided is
// what the entry asks.
import { desktop, signInAs, tablet } from "./product.mjs";
import { faultsOf } from "./looking.mjs";

function expect(holds, what) {
  if (!holds) throw new Error(what);
}

async function toARollEntry(page, base) {
  await page.goto(`${base}/pupils`);
  await page.locator("main table a").first().click();
  await page.locator("main table a").first().click();
  await page.getByRole("link", { name: "Roll entry" }).click();
  await page.getByRole("heading", { level: 1, name: /^Roll entry/ }).waitFor();
}

async function saysWhoHasThePremium(page) {
  await page.getByRole("group", { name: /pupil premium/ }).getByLabel("Yes", { exact: true }).check();
  await page.getByRole("button", { name: "Save the roll entry" }).click();
  await page.getByText("The roll entry is saved.").waitFor();
  expect(
    await page.getByRole("group", { name: /pupil premium/ }).getByLabel("Yes", { exact: true }).isChecked(),
    "what was saved does not stand there",
  );
}

async function photographed(page, name) {
  const faults = await faultsOf(page, name);
  await page.setViewportSize(tablet.viewport);
  const photographs = process.env.WITHY_PHOTOGRAPHS;
  if (photographs) await page.screenshot({ path: `${photographs}/${name.replace(/ /g, "-")}-820.png`, fullPage: true });
  await page.setViewportSize(desktop.viewport);
  expect(faults.length === 0, faults.join("; "));
}

export async function rollEntry(browser, base, test) {
  const context = await browser.newContext(desktop);
  const page = await context.newPage();
  await signInAs(page, base, "Administrator");
  await test("Roll entry: the administrator says who has the pupil premium", async () => {
    await toARollEntry(page, base);
    await saysWhoHasThePremium(page);
  });
  await test("Roll entry: the page looks right from every side", () => photographed(page, "roll entry"));
  await test("Roll entry: whether ethnicity is kept looks right from every side", async () => {
    await page.goto(`${base}/school/ethnicity`);
    await photographed(page, "ethnicity");
  });
  await context.close();
  const senco = await (await browser.newContext(desktop)).newPage();
  await signInAs(senco, base, "SENCo");
  await test("Roll entry: how long groups wait looks right from every side", async () => {
    await senco.goto(`${base}/waiting-list`);
    await photographed(senco, "waiting list");
  });
  await senco.context().close();
}
