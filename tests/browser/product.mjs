// The product with its demonstration on a free port, and browsers to look at it with.
import { spawn, spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { chromium } from "playwright-core";

const binary = process.env.WITHY_BINARY ?? "build/dev/withy";
const axe = readFileSync("node_modules/axe-core/axe.min.js", "utf8");

export async function startProduct() {
  const data = mkdtempSync(join(tmpdir(), "withy-browser-"));
  const seeded = spawnSync(binary, ["demo", "--data", data, "--seed-only"], { stdio: ["ignore", "ignore", "inherit"] });
  if (seeded.status !== 0) throw new Error("the demonstration could not be made");
  const server = spawn(binary, ["serve", "--data", data, "--listen", "127.0.0.1:0"], { stdio: ["ignore", "pipe", "inherit"] });
  const base = await new Promise((found, failed) => {
    let said = "";
    server.stdout.on("data", (chunk) => {
      said += chunk;
      const address = /http:\/\/127\.0\.0\.1:\d+/.exec(said);
      if (address) found(address[0]);
    });
    server.on("exit", () => failed(new Error(`the server ended: ${said}`)));
  });
  const stop = () =>
    new Promise((ended) => {
      server.removeAllListeners("exit");
      server.on("exit", () => {
        rmSync(data, { recursive: true });
        ended();
      });
      server.kill("SIGTERM");
    });
  return { base, data, stop };
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

// Signs in through the page that the demonstration has for it.
export async function signInAs(page, base, role) {
  await page.goto(`${base}/demonstration`);
  const person = page.locator("li", { hasText: role }).first();
  await person.getByRole("button", { name: /^Sign in as/ }).click();
  await page.waitForURL(`${base}/`);
}

// What axe finds wrong with the page, as lines; empty where nothing.
export async function accessibilityFaults(page) {
  await page.evaluate(axe);
  const result = await page.evaluate(() => window.axe.run(document, { resultTypes: ["violations"] }));
  return result.violations.flatMap((violation) => violation.nodes.map((node) => `${violation.id}: ${node.target.join(" ")} (${violation.help})`));
}

// By how many pixels the page is wider than its window.
export function overflow(page) {
  return page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
}
