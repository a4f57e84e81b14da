// A passkey, held by an authenticator that the browser pretends to have: added, then used to sign in and to open a lock. And
// what the browser shows by Back once somebody has locked or left.
import { accessibilityFaults, desktop, overflow, startWithNothing } from "./product.mjs";

const password = "seven quiet willows";
const address = "ada@brook.example";

// Of the kind that is built into a device; `verified` says whether its person gives finger, face or PIN.
async function withAuthenticator(page) {
  const session = await page.context().newCDPSession(page);
  await session.send("WebAuthn.enable");
  const options = { protocol: "ctap2", transport: "internal", hasResidentKey: true, hasUserVerification: true, isUserVerified: true, automaticPresenceSimulation: true };
  const { authenticatorId } = await session.send("WebAuthn.addVirtualAuthenticator", { options });
  return {
    is: (verified) => session.send("WebAuthn.setUserVerified", { authenticatorId, isUserVerified: verified }),
    held: async () => (await session.send("WebAuthn.getCredentials", { authenticatorId })).credentials,
  };
}

async function setsUp(page, product) {
  await page.goto(`${product.base}/set-up`);
  const typed = { "One-time code": await product.code(), "School name": "Brook Lane Junior School", Telephone: "01234 567890", "Your name": "Ada Quinn", "Your e-mail address": address, "Choose a password": password };
  for (const [label, words] of Object.entries(typed)) await page.getByLabel(label, { exact: true }).fill(words);
  await presses(page, "Set up the school");
}

async function presses(page, words, within = page.locator("main")) {
  await Promise.all([page.waitForNavigation({ waitUntil: "load" }), within.getByRole("button", { name: words, exact: true }).first().click()]);
}

async function isAt(page, path) {
  const here = new URL(page.url()).pathname;
  if (here !== path) throw new Error(`is at ${here} instead of ${path}: ${(await page.locator("main").innerText()).slice(0, 600)}`);
}

async function isInOrder(page) {
  const faults = await accessibilityFaults(page);
  if (faults.length > 0) throw new Error(faults.join("\n    "));
  await page.setViewportSize({ width: 320, height: 800 });
  const wider = await overflow(page);
  await page.setViewportSize(desktop.viewport);
  if (wider > 0) throw new Error(`is wider than a 320 px screen by ${wider} px`);
}

// Where nothing of the school can be read any more, whatever the browser had kept.
async function showsNothing(page) {
  await page.waitForLoadState("load");
  const text = await page.locator("body").innerText();
  if (/Getting ready|Ada Quinn\s+Administrator/.test(text)) throw new Error(`shows ${text.slice(0, 300)}`);
}

export async function passkeys(browser, test) {
  const product = await startWithNothing({ at_localhost: true });
  const context = await browser.newContext(desktop);
  const page = await context.newPage();
  page.setDefaultTimeout(10_000);
  const bar = page.getByRole("banner");
  try {
    await setsUp(page, product);
    const authenticator = await withAuthenticator(page);

    await test("Passkeys: one is added, by its name", async () => {
      await page.goto(`${product.base}/sign-ins`);
      await isInOrder(page);
      await page.getByRole("link", { name: "Add a passkey" }).click();
      await page.getByLabel("Name").waitFor();
      await isInOrder(page);
      await page.getByLabel("Name").fill("The laptop in the Den");
      await presses(page, "Add the passkey");
      await isAt(page, "/sign-ins");
      await page.getByRole("cell", { name: "The laptop in the Den" }).or(page.getByRole("rowheader", { name: "The laptop in the Den" })).first().waitFor();
      const held = await authenticator.held();
      if (held.length !== 1 || !held[0].isResidentCredential) throw new Error(`the authenticator holds ${JSON.stringify(held)}`);
    });
    await test("Passkeys: a device makes no second one for the same person", async () => {
      await page.goto(`${product.base}/sign-ins/passkeys/new`);
      await page.getByLabel("Name").fill("The same again");
      await page.getByRole("button", { name: "Add the passkey" }).click();
      await page.getByText("That did not work").waitFor();
    });
    await test("Passkeys: signing out and in again takes no password", async () => {
      await presses(page, "Sign out", bar);
      await isAt(page, "/sign-in");
      await isInOrder(page);
      await presses(page, "Sign in with a passkey");
      await isAt(page, "/");
    });
    await test("Passkeys: nobody signs in whom the device did not verify", async () => {
      await presses(page, "Sign out", bar);
      await authenticator.is(false);
      await page.getByRole("button", { name: "Sign in with a passkey" }).click();
      await page.getByText("That did not work").waitFor();
      await authenticator.is(true);
      await presses(page, "Sign in with a passkey");
      await isAt(page, "/");
    });
    await test("Passkeys: one opens a lock, where its person was", async () => {
      await page.goto(`${product.base}/school/terms`);
      await presses(page, "Lock", bar);
      await isAt(page, "/locked");
      await isInOrder(page);
      await presses(page, "Go on with a passkey");
      await isAt(page, "/school/terms");
    });
    await test("Passkeys: Back shows nothing behind a lock, nor does Forward", async () => {
      await page.goto(`${product.base}/school`);
      await page.goto(`${product.base}/school/terms`);
      await presses(page, "Lock", bar);
      for (const way of ["goBack", "goBack", "goForward"]) {
        await page[way]();
        await showsNothing(page);
        await isAt(page, "/locked");
      }
      await presses(page, "Go on with a passkey");
    });
    await test("Passkeys: Back shows nothing after signing out, and nothing is kept", async () => {
      await page.goto(`${product.base}/school`);
      await page.goto(`${product.base}/school/rooms`);
      await page.evaluate(() => sessionStorage.setItem("withy-whose", "Ada Quinn"));
      await presses(page, "Sign out", bar);
      for (const way of ["goBack", "goBack"]) {
        await page[way]();
        await showsNothing(page);
        await isAt(page, "/sign-in");
      }
      const kept = await page.evaluate(() => ({ ...sessionStorage, ...localStorage }));
      if (Object.keys(kept).length > 0) throw new Error(`keeps ${JSON.stringify(kept)}`);
    });
    await test("Passkeys: without script there is the password, and no passkey", async () => {
      const plain = await browser.newContext({ ...desktop, javaScriptEnabled: false });
      const other = await plain.newPage();
      await other.goto(`${product.base}/sign-in`);
      if (await other.getByRole("button", { name: "Sign in with a passkey" }).isVisible()) throw new Error("offers a passkey");
      await other.getByLabel("E-mail address").fill(address);
      await other.getByLabel("Password", { exact: true }).fill(password);
      await presses(other, "Sign in");
      await isAt(other, "/");
      await plain.close();
    });
    await test("Passkeys: an authenticator app shows its square and its secret", async () => {
      await presses(page, "Sign in with a passkey");
      await page.goto(`${product.base}/sign-ins`);
      await presses(page, "Add an authenticator app");
      await page.getByRole("img", { name: "The square code for your authenticator app" }).waitFor();
      await isInOrder(page);
    });
    await test("Passkeys: one that was removed signs nobody in", async () => {
      await page.goto(`${product.base}/sign-ins`);
      await presses(page, "Remove The laptop in the Den");
      await page.getByText("You have no passkey yet").waitFor();
      await presses(page, "Sign out", bar);
      await presses(page, "Sign in with a passkey");
      await page.getByText("The passkey did not work here").first().waitFor();
    });
  } finally {
    await context.close();
    await product.stop();
  }
}
