// The product with its demonstration on a free port, and browsers to look at it with.
import { execFileSync, spawn, spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { chromium } from "playwright-core";

const binary = process.env.WITHY_BINARY ?? "build/dev/withy";
const axe = readFileSync("node_modules/axe-core/axe.min.js", "utf8");

const birthday = `
import sqlite3, sys
name = "coalesce(nullif(preferred_forename, ''), legal_forename) || ' ' || coalesce(nullif(preferred_surname, ''), legal_surname)"
print(*sqlite3.connect(sys.argv[1]).execute(f"SELECT born_on FROM pupil WHERE {name} = ?", sys.argv[2:]).fetchone())`;

// A clock that the product reads instead of the machine's, and that goes on from wherever it is set. Debian's
// libfaketime stands between the two, so that the product needs no door through which its time could be changed.
function clockIn(folder) {
  const library = readdirSync("/usr/lib").map((machine) => `/usr/lib/${machine}/faketime/libfaketimeMT.so.1`).find(existsSync);
  if (!library) throw new Error("the package faketime is missing; bin/setup --test installs it");
  const file = join(folder, "clock");
  const set = (moment) => {
    writeFileSync(`${file}.next`, `@${moment}:00\n`); // such as 2026-09-15 08:30, in UTC
    renameSync(`${file}.next`, file);
  };
  const environment = { ...process.env, TZ: "UTC", LD_PRELOAD: library, FAKETIME_TIMESTAMP_FILE: file, FAKETIME_NO_CACHE: "1", FAKETIME_DONT_FAKE_MONOTONIC: "1", NO_FAKE_STAT: "1" };
  return { set, environment };
}

// The product on this data, at a free port; `said` is what it has printed up to now.
async function serve(folder, data, environment, { port = 0, address = "http://withy.example" } = {}) {
  const server = spawn(binary, ["serve", "--data", data, "--listen", `127.0.0.1:${port}`], {
    stdio: ["ignore", "pipe", "inherit"],
    env: { ...environment, WITHY_PUBLIC_ADDRESS: address }, // as letters name it
  });
  let printed = "";
  const base = await new Promise((found, failed) => {
    server.stdout.on("data", (chunk) => {
      printed += chunk;
      const address = /http:\/\/127\.0\.0\.1:\d+/.exec(printed);
      if (address) found(address[0]);
    });
    server.on("exit", () => failed(new Error(`the server ended: ${printed}`)));
  });
  const stop = () =>
    new Promise((ended) => {
      server.removeAllListeners("exit");
      server.on("exit", () => {
        rmSync(folder, { recursive: true });
        ended();
      });
      server.kill("SIGTERM");
    });
  return { base, said: () => printed, stop };
}

// The demonstration is made and served at this moment where one is given; `set_clock` moves it on.
export async function startProduct(moment) {
  const folder = mkdtempSync(join(tmpdir(), "withy-browser-"));
  const data = join(folder, "data");
  const clock = moment ? clockIn(folder) : { environment: process.env };
  if (moment) clock.set(moment);
  const seeded = spawnSync(binary, ["demo", "--data", data, "--seed-only"], { stdio: ["ignore", "ignore", "inherit"], env: clock.environment });
  if (seeded.status !== 0) throw new Error("the demonstration could not be made");
  const { base, stop } = await serve(folder, data, clock.environment);
  // What a parent knows and no page shows.
  const bornOn = (name) =>
    execFileSync("python3", ["-c", birthday, join(data, "withy.db"), name], { encoding: "utf8" }).trim();
  return { base, bornOn, set_clock: clock.set, stop };
}

const give_to_the_county = `
import sys
sys.path.insert(0, "benchmarks")
import county
county.give_outcomes(sys.argv[1], int(sys.argv[2]))`;

// A county of eight schools that gave ten years of figures; `link` is by which the first of its team chooses a password.
export async function startCounty(last_year) {
  const folder = mkdtempSync(join(tmpdir(), "withy-browser-"));
  const data = join(folder, "data");
  const run = (...words) => execFileSync(binary, [...words, "--data", data], { encoding: "utf8", stdio: ["ignore", "pipe", "inherit"] });
  run("demo", "--seed-only", "--schools", "8", "--pupils", "800", "--cases", "48", "--evaluations", "48");
  execFileSync("python3", ["-c", give_to_the_county, join(data, "withy.db"), String(last_year)]);
  const said = run("county", "team", "--name", "Fern County nurture team", "--person", "Ada Holt", "--address", "ada@fern.example");
  const { base, stop } = await serve(folder, data, process.env);
  return { base, link: base + /\/invitations\/\S+/.exec(said)[0], stop };
}

// A port that nothing listens on at this moment.
function freePort() {
  return new Promise((found) => {
    const server = createServer().listen(0, "127.0.0.1", () => {
      const { port } = server.address();
      server.close(() => found(port));
    });
  });
}

// As it is on its first day, without a school; `code` is the one that its terminal shows. At localhost, where browsers give
// passkeys, or at an address of numbers.
export async function startWithNothing({ at_localhost = false } = {}) {
  const folder = mkdtempSync(join(tmpdir(), "withy-browser-"));
  const port = at_localhost ? await freePort() : 0;
  const named = at_localhost ? { port, address: `http://localhost:${port}` } : {};
  const { base: by_number, said, stop } = await serve(folder, join(folder, "data"), process.env, named);
  const base = named.address ?? by_number;
  const code = async () => {
    for (let tries = 0; tries < 100; ++tries) {
      const shown = /enter this code: (\S+)\s/.exec(said());
      if (shown) return shown[1];
      await new Promise((later) => setTimeout(later, 50));
    }
    throw new Error(`the terminal shows no code: ${said()}`);
  };
  return { base, code, stop };
}

export function launchBrowser() {
  return chromium.launch({
    executablePath: "/usr/bin/chromium",
    args: ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
  });
}

export const desktop = { viewport: { width: 1280, height: 900 }, reducedMotion: "reduce" };
export const tablet = { viewport: { width: 820, height: 1180 }, hasTouch: true, reducedMotion: "reduce" };
export const narrow = { viewport: { width: 320, height: 800 }, reducedMotion: "reduce" };

export const sheet = { width: 658, height: 971 }; // A4 without the margins that the styles leave, at 96 px an inch

// Signs in through the page that the demonstration has for it.
export async function signInAs(page, base, role) {
  await page.goto(`${base}/demonstration`);
  const person = page.locator("li", { hasText: role }).first();
  if (!(await person.isVisible())) await page.locator("summary", { hasText: "More people" }).click();
  await person.getByRole("button", { name: /^Sign in as/ }).click();
  await page.waitForURL(`${base}/`);
}

// What axe finds wrong with the page, as lines; empty where nothing. `rules` names those that it asks, all where none is named.
export async function accessibilityFaults(page, rules) {
  if (!(await page.evaluate(() => "axe" in window))) await page.evaluate(axe);
  const result = await page.evaluate((runOnly) => window.axe.run(document, { resultTypes: ["violations"], ...(runOnly && { runOnly }) }), rules);
  return result.violations.flatMap((violation) => violation.nodes.map((node) => `${violation.id}: ${node.target.join(" ")} (${violation.help})`));
}

// What is wrong with the print, as lines: ways to elsewhere and buttons, with which paper can do nothing; what was
// confided, which is not for whoever finds a sheet; what lies in a fold, which paper can't open; and words in letters that are
// not the product's.
export function faultsOnPaper(page) {
  return page.evaluate(() => {
    const named = (element) => `${element.tagName.toLowerCase()}.${element.className} “${element.textContent.trim().slice(0, 40)}”`;
    const visible = (element) => element.checkVisibility({ visibilityProperty: true });
    const useless = [...document.querySelectorAll("nav a, button, input[type=submit], .govuk-button, .skip, .search, .top__person, .foot, .demonstration, .confided, .in-confidence")].filter(visible);
    const strange = [...document.querySelectorAll("main *")].filter((element) => {
      const has_words = [...element.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.textContent.trim() !== "");
      return has_words && visible(element) && !/Atkinson|monospace/.test(getComputedStyle(element).fontFamily);
    });
    const to_read = [...document.querySelectorAll("details.more:not(:has(form))")].filter((fold) => visible(fold.parentElement));
    const folded = to_read.filter((fold) => ![...fold.children].every(visible));
    return [...useless.map((one) => `prints ${named(one)}`), ...folded.map((one) => `keeps folded ${named(one)}`), ...strange.map((one) => `prints in other letters: ${named(one)}`)];
  });
}

// How far the middles of faces stand from those of the labels before them, where it shows.
export async function facesOutOfLine(page) {
  const apart = await page.locator("strong + .feeling").evaluateAll((faces) => {
    const middle = ({ top, height }) => top + height / 2;
    return faces.map((face) =>
      Math.abs(middle(face.getBoundingClientRect()) - middle(face.previousElementSibling.getBoundingClientRect())),
    );
  });
  return apart.filter((pixels) => pixels > 3);
}

// By how many pixels the page is wider than its window.
export function overflow(page) {
  return page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
}
