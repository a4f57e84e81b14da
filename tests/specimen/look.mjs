// Photographs every specimen page at three widths, light, dark and as print, and lets axe look at each.
//   node tests/specimen/look.mjs build/dev/specimen [page…]
import { createServer } from "node:http";
import { mkdirSync, readFileSync, readdirSync } from "node:fs";
import { extname, join } from "node:path";
import { chromium } from "playwright-core";

const [folder, ...wanted] = process.argv.slice(2);
const shots = join(folder, "shots");
mkdirSync(shots, { recursive: true });

const types = { ".html": "text/html; charset=utf-8", ".css": "text/css", ".js": "text/javascript", ".svg": "image/svg+xml", ".woff2": "font/woff2" };
const policy = "default-src 'none'; style-src 'self'; script-src 'self'; font-src 'self'; img-src 'self'; form-action 'self'; base-uri 'none'";
const server = createServer((request, response) => {
  const path = new URL(request.url, "http://x").pathname;
  try {
    const content = readFileSync(join(folder, path));
    response.writeHead(200, { "content-type": types[extname(path)], "content-security-policy": policy });
    response.end(content);
  } catch {
    response.writeHead(404).end();
  }
});
await new Promise((ready) => server.listen(0, "127.0.0.1", ready));
const base = `http://127.0.0.1:${server.address().port}`;

const browser = await chromium.launch({
  executablePath: "/usr/bin/chromium",
  args: ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
});
const axe = readFileSync("node_modules/axe-core/axe.min.js", "utf8");
const views = [
  { name: "1280-light", width: 1280, scheme: "light" },
  { name: "1280-dark", width: 1280, scheme: "dark" },
  { name: "820-light", width: 820, scheme: "light" },
  { name: "320-light", width: 320, scheme: "light" },
  { name: "print", width: 794, scheme: "dark", media: "print" },
];

let faults = 0;
const report = (...words) => {
  faults += 1;
  console.log(...words);
};

for (const file of readdirSync(folder).filter((name) => name.endsWith(".html"))) {
  const name = file.replace(".html", "");
  if (wanted.length > 0 && !wanted.includes(name)) continue;
  for (const view of views) {
    const context = await browser.newContext({ viewport: { width: view.width, height: 900 }, colorScheme: view.scheme, reducedMotion: "reduce" });
    const page = await context.newPage();
    page.on("console", (message) => message.type() === "error" && report(name, view.name, message.text()));
    page.on("pageerror", (error) => report(name, view.name, error.message));
    if (view.media) await page.emulateMedia({ media: view.media });
    await page.goto(`${base}/${file}`);
    await page.evaluate(() => document.fonts.ready);
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    if (overflow > 0 && !view.media) report(name, view.name, `wider than the screen by ${overflow} px`);
    await page.screenshot({ path: join(shots, `${name}-${view.name}.png`), fullPage: true });
    if (!view.media) {
      await page.evaluate(axe);
      const { violations } = await page.evaluate(() => window.axe.run());
      for (const violation of violations)
        report(name, view.name, violation.id, violation.help, violation.nodes.slice(0, 3).map((node) => node.html.slice(0, 160)));
    }
    await context.close();
  }
}
await browser.close();
server.close();
console.log(faults === 0 ? "No faults" : `${faults} faults`);
process.exit(faults === 0 ? 0 : 1);
