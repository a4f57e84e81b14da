// Follows every link that each person of the demonstration sees, and looks at one page of each kind, and at the story of a
// child at each place where a case can stand: nothing is wrong with it, and no error stands in the console.
import { faultsOf, faultsSaidBy } from "./looking.mjs";
import { accessibilityFaults, desktop, signInAs } from "./product.mjs";

const roles = ["SENCo", "Nurture Assistant", "Class teacher", "Support staff", "Headteacher", "Safeguarding lead", "Administrator", "Governor"];
const most_pages = 125;
const most_read_of_a_kind = 12;

// "/cases/0190…/consent?page=2" and its like are one kind of page, and so is a case on whatever day.
const kindOf = (path) => path.split("?")[0].replace(/[0-9a-f]{8}-[0-9a-f-]{27}/g, "{id}").replace(/\/\d{4}-\d{2}-\d{2}$/, "/{date}");

async function linksOf(page, base) {
  const links = await page.locator("a[href]").evaluateAll((all) => all.map((link) => link.href));
  return links.filter((link) => link.startsWith(base)).map((link) => link.slice(base.length).split("#")[0]);
}

async function look(page, base, path, role, status = 200) {
  const faults = [];
  const plain = await page.request.get(base + path);
  if (plain.status() !== status) faults.push(`answers ${plain.status()}`);
  if (!plain.headers()["content-type"].startsWith("text/html")) return { faults, links: [] }; // a letter's PDF
  await page.goto(base + path);
  const links = await linksOf(page, base);
  faults.push(...(await faultsOf(page, `${role}${kindOf(path)}`)));
  return { faults, links };
}

// What a stranger sees, what is not there, and a form that was sent empty.
async function pagesOfNobody(browser, base, test) {
  const context = await browser.newContext({ ...desktop, colorScheme: "light" });
  const page = await context.newPage();
  const looks = (path, status) =>
    test(`Nobody: ${path} has no fault`, async () => {
      const { faults } = await look(page, base, path, "nobody", status);
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

async function storiesOfEveryStanding(browser, base, test) {
  const context = await browser.newContext({ ...desktop, colorScheme: "light" });
  const page = await context.newPage();
  await signInAs(page, base, "SENCo");
  const stories = await storiesByStanding(page, base);
  await test("SENCo: the demonstration's stories stand at sixteen places or more", async () => {
    if (stories.size < 16) throw new Error([...stories.keys()].join(", "));
  });
  for (const [standing, address] of stories)
    await test(`SENCo: the story of a child, ${standing}, has no fault`, async () => {
      const { faults } = await look(page, base, address, `story ${standing}`);
      if (faults.length > 0) throw new Error(`${address}\n    ${faults.join("\n    ")}`);
    });
  await context.close();
}

// To the school's CPOMS, which is none of this machine's.
const leads_out = new Set(["/cpoms"]);

// Of each kind the page that is come to first, by reading up to twelve of a kind: a programme that is to start
// leads where one that runs does not.
async function pageOfEachKind(page, base) {
  const kinds = new Map([["/", "/"]]);
  const met = new Set(["/"]);
  const waiting = ["/"];
  const read = new Map();
  while (waiting.length > 0) {
    const next = waiting.shift();
    const times = read.get(kindOf(next)) ?? 0;
    if (times === most_read_of_a_kind) continue;
    read.set(kindOf(next), times + 1);
    const answer = await page.request.get(base + next);
    if (!answer.headers()["content-type"]?.startsWith("text/html")) continue;
    const markup = await answer.text();
    for (const [, address] of markup.matchAll(/ href="(\/[^"#]*)/g)) {
      const path = address.replaceAll("&amp;", "&");
      if (path.startsWith("/assets/") || leads_out.has(path) || met.has(path)) continue;
      met.add(path);
      const kind = kindOf(path);
      if (!kinds.has(kind)) kinds.set(kind, path);
      waiting.push(path);
    }
  }
  return [...kinds.values()];
}

export async function everyPage(browser, base, test) {
  await pagesOfNobody(browser, base, test);
  for (const role of roles) {
    const context = await browser.newContext({ ...desktop, colorScheme: "light" });
    const page = await context.newPage();
    const said = faultsSaidBy(page);
    await signInAs(page, base, role);

    const kinds = await pageOfEachKind(page, base);
    for (const path of kinds.slice(0, most_pages)) {
      await test(`${role}: ${kindOf(path)} has no fault`, async () => {
        const { faults } = await look(page, base, path, role);
        faults.push(...said());
        if (faults.length > 0) throw new Error(`${path}\n    ${faults.join("\n    ")}`);
      });
    }
    await test(`${role}: all kinds of pages were looked at`, async () => {
      if (kinds.length > most_pages) throw new Error(`${kinds.length} kinds of pages, more than ${most_pages}`);
    });
    await context.close();
  }
  await storiesOfEveryStanding(browser, base, test);
}
