// What is looked at on every page: no fault that axe finds by day or in the dark, no face out of line with its label, nothing
// wider than a 320 px screen (which is also 400 % zoom of 1280 px) or than a sheet of paper, nothing on paper that only a
// screen needs.
import { mkdirSync } from "node:fs";
import { accessibilityFaults, desktop, facesOutOfLine, faultsOnPaper, narrow, overflow, sheet } from "./product.mjs";

const rulesIn = { light: undefined, dark: ["color-contrast", "link-in-text-block"] }; // the dark changes colours alone
const photographs = process.env.WITHY_PHOTOGRAPHS; // a folder for a picture of each page

// What is wrong with the page that is open, as lines; `name` is that of its pictures.
export async function faultsOf(page, name) {
  const faults = [];
  if (photographs) mkdirSync(photographs, { recursive: true });
  const file = name.toLowerCase().replace(/[^a-z0-9]+/g, "-");
  const photograph = (side) => photographs && page.screenshot({ path: `${photographs}/${file}-${side}.png`, fullPage: true });
  for (const [colorScheme, rules] of Object.entries(rulesIn)) {
    await page.emulateMedia({ colorScheme });
    faults.push(...(await accessibilityFaults(page, rules)).map((fault) => `${colorScheme}: ${fault}`));
    await photograph(colorScheme);
  }
  const [apart] = await facesOutOfLine(page);
  if (apart !== undefined) faults.push(`has a face ${apart.toFixed(1)} px out of line with its label`);
  await page.setViewportSize(narrow.viewport);
  const wider = await overflow(page);
  if (wider > 0) faults.push(`is wider than a 320 px screen by ${wider} px`);
  await photograph("320");
  await page.emulateMedia({ media: "print" });
  await page.setViewportSize(sheet);
  const over = await overflow(page);
  if (over > 0) faults.push(`is wider than a sheet of paper by ${over} px`);
  faults.push(...(await faultsOnPaper(page)));
  await photograph("paper");
  await page.emulateMedia({ media: "screen", colorScheme: "light" });
  await page.setViewportSize(desktop.viewport);
  return faults;
}

// What the page says to the console from now on that it should not; reading empties it.
export function faultsSaidBy(page) {
  const said = [];
  page.on("console", (message) => message.type() === "error" && said.push(message.text()));
  page.on("pageerror", (error) => said.push(error.message));
  return () => said.splice(0);
}
