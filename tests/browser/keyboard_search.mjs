// Search by keyboard alone (H2): no pointer touches the page from the sign-in on.
import { desktop, signInAs } from "./product.mjs";

// Where the keys go now: the name of it as it is read out, and whether it can be seen that it has them.
const focused = (page) =>
  page.evaluate(() => {
    const here = document.activeElement;
    const look = getComputedStyle(here);
    const name = here.getAttribute("aria-label") ?? here.labels?.[0]?.textContent ?? here.textContent;
    const marked = look.outlineStyle !== "none" || look.boxShadow !== "none";
    return { id: here.id, name: name.trim(), path: here.getAttribute("href"), marked };
  });

// Presses Tab until the keys go where `found` says, past nothing that does not show that it has them.
async function tabsTo(page, found, what) {
  for (let presses = 0; presses < 40; ++presses) {
    await page.keyboard.press("Tab");
    const here = await focused(page);
    if (!here.marked) throw new Error(`"${here.name}" has the keys and does not show it`);
    if (found(here)) return here;
  }
  throw new Error(`40 times Tab lead to no ${what}`);
}

async function enters(page) {
  await Promise.all([page.waitForNavigation({ waitUntil: "domcontentloaded" }), page.keyboard.press("Enter")]);
}

// Types a part of the name, sends it, goes to the child who is found, and opens their page.
async function findsConnie(page, typed) {
  await page.keyboard.type(typed);
  await enters(page);
  if (!new URL(page.url()).pathname.startsWith("/pupils")) throw new Error(`the search leads to ${page.url()}`);
  const child = await tabsTo(page, ({ name, path }) => /^\/pupils\/[0-9a-f-]+$/.test(path ?? "") && name.includes("Connie"), "child");
  await enters(page);
  if (new URL(page.url()).pathname !== child.path) throw new Error(`Enter leads to ${page.url()}`);
  if (!(await page.title()).includes("Connie")) throw new Error(`finds "${await page.title()}"`);
}

const isSearch = ({ id }) => id === "search";

export async function keyboardSearch(browser, base, test) {
  const people = { withScript: {}, withoutScript: { javaScriptEnabled: false } };
  for (const [kind, options] of Object.entries(people)) {
    const context = await browser.newContext({ ...desktop, ...options });
    const page = await context.newPage();
    await signInAs(page, base, "SENCo");
    const from = `${base}/`;
    if (kind === "withScript") {
      await test("Keyboard: / leads to the search from Today, and a part of the name to the child", async () => {
        await page.goto(from);
        await page.keyboard.press("/");
        const here = await focused(page);
        if (!isSearch(here) || !here.marked) throw new Error(`/ leads to "${here.name}"`);
        await findsConnie(page, "conn");
      });
      await test("Keyboard: / is a letter like any other in a field that is typed in", async () => {
        await page.goto(from);
        await page.keyboard.press("/");
        await page.keyboard.type("c/o");
        const typed = await page.inputValue("#search");
        if (typed !== "c/o") throw new Error(`the field has "${typed}"`);
      });
    }
    await test(`Keyboard: Tab leads to the search and on to the child, ${kind === "withScript" ? "with" : "without"} script`, async () => {
      await page.goto(from);
      await tabsTo(page, isSearch, "search");
      await findsConnie(page, "  CONN ");
    });
    await context.close();
  }
}
