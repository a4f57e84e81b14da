// The first day of a school: from the code on the terminal to terms, a room, pupils from a file, and a colleague who has
// chosen a password. No link leads to most of these pages, so they are looked at on the way.
import { faultsOf, faultsSaidBy } from "./looking.mjs";
import { desktop, startWithNothing } from "./product.mjs";

const pupils = "tests/samples/pupils/export.csv";
const with_faults = "Forename,Surname,Date of birth,Class\nNora,New,31/02/2017,4B\n,Lost,03/04/2017,4B\n";
const known_perhaps = "Forename,Surname,Date of birth,Class\nMorgan,Davies,16/01/2015,4B\n";
const password = "seven quiet willows";

class Person {
  static async at(browser, base) {
    const context = await browser.newContext({ ...desktop, colorScheme: "light" });
    const page = await context.newPage();
    page.setDefaultTimeout(10_000);
    return new Person(page, base);
  }
  constructor(page, base) {
    Object.assign(this, { page, base, main: page.locator("main"), said: faultsSaidBy(page) });
  }
  leaves() {
    return this.page.context().close();
  }

  // Each act leads to a page, which is looked at under the name that is given to it.
  async arrives(act, name, status = 200) {
    const [response] = await Promise.all([this.page.waitForNavigation({ waitUntil: "load" }), act()]);
    const said = this.said().filter((line) => status < 400 || !line.includes(`status of ${status}`));
    const faults = [...said, ...(await faultsOf(this.page, `first run ${name}`))];
    if (response.status() !== status) faults.unshift(`answers ${response.status()}`);
    if (faults.length > 0) throw new Error(`${name}, ${new URL(this.page.url()).pathname}\n    ${faults.join("\n    ")}`);
  }
  opens(path, name, status) {
    return this.arrives(() => this.page.goto(this.base + path), name, status);
  }
  follows(words, name) {
    return this.arrives(() => this.main.getByRole("link", { name: words }).first().click(), name);
  }
  presses(words, name, status) {
    return this.arrives(() => this.main.getByRole("button", { name: words, exact: true }).first().click(), name, status);
  }
  async fills(fields, within = this.main) {
    for (const [label, value] of Object.entries(fields)) await within.getByLabel(label, { exact: true }).fill(value);
  }
  dates(question, [Day, Month, Year]) {
    return this.fills({ Day, Month, Year }, this.main.getByRole("group", { name: question }));
  }
  async sees(...all) {
    const text = (await this.main.innerText()).replace(/\s+/g, " ");
    for (const words of all) if (!text.includes(words)) throw new Error(`does not see “${words}” in: ${text.slice(0, 1500)}`);
  }

  // To what the columns mean, by the page of imports.
  async uploads(file, name) {
    await this.page.goto(this.base + "/school/imports");
    await this.main.getByLabel("CSV file, or the files of a bundle").setInputFiles(file);
    await this.presses("Upload", name);
  }
}

const typed = (name, words) => ({ name, mimeType: "text/csv", buffer: Buffer.from(words) });

const steps = {
  "another code than that of the terminal sets up nothing": async ({ administrator }) => {
    await administrator.opens("/", "set up");
    await administrator.fills({
      "One-time code": "another",
      "School name": "Brook Lane Junior School",
      Telephone: "01234 567890",
      "Your name": "Ada Quinn",
      "Your e-mail address": "ada@brook.example",
      "Choose a password": password,
    });
    await administrator.presses("Set up the school", "set up with another code", 422);
    await administrator.sees("not the code");
  },
  "the terminal's code makes the school and signs its administrator in": async ({ administrator, product }) => {
    await administrator.fills({ "One-time code": await product.code(), "Choose a password": password });
    await administrator.presses("Set up the school", "school that is new");
    await administrator.sees("Getting ready");
  },
  "a school has terms and a room": async ({ administrator }) => {
    const year = new Date().getFullYear();
    await administrator.opens("/school/terms", "no terms");
    await administrator.follows("Add a term", "new term");
    await administrator.fills({ "Name, such as Autumn 2026": "All year" });
    await administrator.dates("First day", ["1", "1", String(year)]);
    await administrator.dates("Last day", ["31", "12", String(year)]);
    await administrator.presses("Add a term", "terms");
    await administrator.sees("All year");
    await administrator.opens("/school/rooms", "no rooms");
    await administrator.fills({ Name: "The Nest" });
    await administrator.presses("Add room", "rooms");
    await administrator.sees("The Nest");
  },
  "a file with rows to mend is not imported": async ({ administrator }) => {
    await administrator.opens("/school/imports", "no imports");
    await administrator.uploads(typed("to mend.csv", with_faults), "columns of a file to mend");
    await administrator.presses("Check the rows", "check of a file to mend");
    await administrator.sees("to be mended first");
    await administrator.presses("Leave this import", "imports after one was left");
  },
  "pupils come in from a file": async ({ administrator }) => {
    await administrator.uploads(pupils, "columns");
    await administrator.presses("Check the rows", "check");
    await administrator.sees("The file can be imported", "20 pupils read");
    await administrator.follows("Review what will change", "review");
    await administrator.presses("Import now", "import that is done");
    await administrator.sees("The import is done");
  },
  "the same file again changes nothing": async ({ administrator }) => {
    await administrator.uploads(pupils, "columns again");
    await administrator.presses("Check the rows", "check again");
    await administrator.follows("Review what will change", "review of nothing");
    await administrator.sees("Nothing to change");
    await administrator.presses("Close this import", "import of nothing");
  },
  "whether a row is a pupil who is known is asked": async ({ administrator }) => {
    await administrator.uploads(typed("perhaps.csv", known_perhaps), "columns of a doubtful row");
    await administrator.presses("Check the rows", "check of a doubtful row");
    await administrator.follows("Review what will change", "doubtful row");
    await administrator.sees("Is this a pupil you know?");
    await administrator.presses("Save and go on", "doubtful row without an answer", 422);
    await administrator.main.getByLabel("Yes: Morgan Davis").check();
    await administrator.presses("Save and go on", "review of a decision");
    await administrator.sees("Davies");
  },
  "a colleague is invited": async ({ administrator, walk }) => {
    await administrator.opens("/school/people/new", "new person");
    await administrator.fills({ Name: "Grace Moor", "E-mail address": "grace@brook.example" });
    await administrator.presses("Add person", "person who is not invited");
    await administrator.presses("Make an invitation", "invitation that is shown once");
    walk.invitation = new URL(await administrator.main.locator("code").innerText()).pathname;
    await administrator.follows("Back to Grace Moor", "person who is invited");
  },
  "the invitation asks for a password and signs in": async ({ colleague, walk }) => {
    await colleague.opens(walk.invitation, "invitation");
    await colleague.sees("Welcome to Withy, Grace Moor");
    await colleague.fills({ "Choose a password": "short" });
    await colleague.presses("Save password and sign in", "invitation with a short password", 422);
    await colleague.fills({ "Choose a password": "nine slow rivers" });
    await colleague.presses("Save password and sign in", "first page of who has no role yet");
    await colleague.sees("You have no role yet");
  },
  "an invitation that was used works no more": async ({ stranger, walk }) => {
    await stranger.opens(walk.invitation, "invitation that was used", 410);
    await stranger.sees("This link no longer works");
  },
};

export async function firstRun(browser, test) {
  const product = await startWithNothing();
  try {
    const [administrator, colleague, stranger] = await Promise.all([1, 2, 3].map(() => Person.at(browser, product.base)));
    const walk = {};
    for (const [words, step] of Object.entries(steps))
      await test(`First run: ${words}`, () => step({ administrator, colleague, stranger, product, walk }));
    await Promise.all([administrator, colleague, stranger].map((person) => person.leaves()));
  } finally {
    await product.stop();
  }
}
