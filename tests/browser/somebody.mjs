// A person at a browser of their own, who finds their way by what they see: links and buttons by their words, fields by
// their labels. Every page they come to is looked at, and what is wrong with it is kept in `faults`.
import { execFileSync } from "node:child_process";
import { accessibilityFaults, overflow, signInAs } from "./product.mjs";

const identifier = /[0-9a-f]{8}-[0-9a-f-]{27}|[A-Za-z0-9_-]{43}/g;

// The sides from which every page is looked at. 320 px is also what 400 % zoom leaves of 1280 px.
const narrow = { width: 320, height: 800 };

export class Somebody {
  // `walk` holds the browser, the base address, the view, the pages looked at, and the faults found.
  static async at(walk, role) {
    const context = await walk.browser.newContext({ ...walk.view, colorScheme: process.env.WITHY_SCHEME ?? "light" });
    const somebody = new Somebody(walk, role, context, await context.newPage());
    somebody.page.setDefaultTimeout(10_000);
    somebody.page.on("console", (message) => message.type() === "error" && somebody.faultHere(`says: ${message.text()}`));
    somebody.page.on("pageerror", (error) => somebody.faultHere(`fails: ${error.message}`));
    somebody.page.on("response", (response) => {
      if (response.request().isNavigationRequest() && response.status() >= 400) somebody.faultHere(`answers ${response.status()}`);
    });
    return somebody;
  }
  constructor(walk, role, context, page) {
    Object.assign(this, { walk, role, context, page });
    this.main = page.locator("main");
  }
  leaves() {
    return this.context.close();
  }
  // Signs in where that has not been done on this day.
  async beginsAtToday() {
    this.walk.current = this;
    if (this.signed_in_on === this.walk.day) return this.goesTo("Today");
    await signInAs(this.page, this.walk.base, this.role);
    this.signed_in_on = this.walk.day;
    return this.look();
  }

  faultHere(fault) {
    this.walk.faults.push(`${this.role} at ${this.kind()}: ${fault}`);
  }
  kind() {
    return new URL(this.page.url()).pathname.replace(identifier, "{id}");
  }

  async arrives(act) {
    await Promise.all([this.page.waitForNavigation({ waitUntil: "load" }), act()]);
    await this.look();
    return this;
  }
  opens(path) {
    return this.arrives(() => this.page.goto(this.walk.base + path));
  }
  follows(words, within = this.main) {
    return this.arrives(() => within.getByRole("link", { name: words }).first().click());
  }
  presses(words, within = this.main) {
    return this.arrives(() => within.getByRole("button", { name: words }).first().click());
  }
  // From the bar at the top of each page.
  goesTo(words) {
    return this.follows(words, this.page.getByRole("navigation").first());
  }
  // Finds a pupil by the search at the top of each page.
  async finds(name) {
    await this.page.getByRole("searchbox").first().fill(name);
    await this.arrives(() => this.page.getByRole("searchbox").first().press("Enter"));
    return this.follows(name);
  }
  // The parent's own link stands in the letter to them.
  async lettersToParents() {
    const letters = await this.main.getByRole("link", { name: /^The letter to/ }).all();
    return Promise.all(letters.map((letter) => this.reads(letter)));
  }
  // Keeps a picture of the page for the user guide, where one is asked for.
  async photograph(name) {
    const path = this.walk.pictureOf(name, this.walk.name);
    if (!path) return;
    await this.page.evaluate(() => window.scrollTo(0, 0));
    await this.page.screenshot({ path });
  }
  unfolds(words) {
    return this.main.locator("summary", { hasText: words }).first().click();
  }

  // On Today, where what is to be done for several is folded under one line.
  async hasToDo(words, when = "") {
    await this.page.evaluate(() => document.querySelectorAll("details").forEach((one) => (one.open = true)));
    const links = this.page.getByRole("link", { name: words });
    const lines = this.main.getByRole("listitem").filter({ has: links, hasText: when });
    if ((await lines.count()) === 0) throw new Error(`${this.role} does not find “${words}” ${when} at ${this.kind()} in:\n${await this.text()}`);
  }

  // What stands in the letter that a link leads to, as a reader of its PDF has it.
  async reads(link) {
    const letter = await this.page.request.get(new URL(await link.getAttribute("href"), this.page.url()).href);
    return execFileSync("pdftotext", ["-raw", "-", "-"], { input: await letter.body(), encoding: "utf8" });
  }
  async fills(fields, within = this.main) {
    for (const [label, value] of Object.entries(fields)) await within.getByLabel(label, { exact: true }).first().fill(value);
    return this;
  }
  async chooses(question, answer) {
    await this.main.getByRole("group", { name: question }).first().getByLabel(answer, { exact: true }).check();
    return this;
  }
  async selects(label, answer) {
    await this.main.getByLabel(label).first().selectOption(answer);
    return this;
  }
  async dates(question, day) {
    const [year, month, date] = day.split("-").map((part) => String(Number(part)));
    return this.fills({ Day: date, Month: month, Year: year }, this.main.getByRole("group", { name: question }).first());
  }

  async sees(...words) {
    for (const part of words) {
      const text = await this.text();
      if (!(part instanceof RegExp ? part.test(text) : text.includes(part))) throw new Error(`${this.role} does not see “${part}” at ${this.kind()} in:\n${text.slice(0, 1500)}`);
    }
    return this;
  }
  async doesNotSee(words) {
    if ((await this.text()).includes(words)) throw new Error(`${this.role} sees “${words}” at ${this.kind()}`);
    return this;
  }
  async whereabouts() {
    return `${this.role} was at ${this.kind()}: ${(await this.text()).slice(0, 3000)}`;
  }
  async text() {
    return (await this.page.locator("body").innerText()).replace(/\s+/g, " ");
  }

  // Looks at the page once in each of its states, told apart by its headings but for numbers and days: everything unfolded, at its own width, at
  // 320 px, and with letters twice as large.
  async look() {
    const headings = await this.page.locator("h1, h2").allInnerTexts();
    const state = `${this.kind()} ${headings.join("/").replace(/\d+|\b\w+(day|ber|uary)\b/g, "")}`;
    if (this.walk.seen.has(state)) return;
    this.walk.seen.add(state);
    await this.page.evaluate(() => document.querySelectorAll("details:not([open])").forEach((one) => one.classList.add("folded") || (one.open = true)));
    for (const fault of await this.accessibility()) this.faultHere(fault);
    const wide = async (where) => {
      const wider = await overflow(this.page);
      if (wider > 0) this.faultHere(`is wider than ${where} by ${wider} px`);
    };
    await wide("the screen");
    await this.page.evaluate(() => (document.documentElement.style.fontSize = "200%"));
    await wide("the screen with letters twice as large");
    await this.page.evaluate(() => (document.documentElement.style.fontSize = ""));
    await this.page.setViewportSize(narrow);
    await wide("a 320 px screen");
    await this.page.setViewportSize(this.walk.view.viewport);
    await this.page.evaluate(() => document.querySelectorAll("details.folded").forEach((one) => one.classList.remove("folded") || (one.open = false)));
  }
  // Where the page runs no script, axe can't run in it either: it reads the same page in a window that runs only axe.
  async accessibility() {
    if (this.walk.view.javaScriptEnabled !== false) return accessibilityFaults(this.page);
    const html = await this.page.content();
    const window = await this.walk.reader();
    await window.route(this.page.url(), (route) => route.fulfill({ contentType: "text/html; charset=utf-8", body: html }));
    await window.goto(this.page.url());
    await window.unrouteAll();
    return accessibilityFaults(window);
  }
}
