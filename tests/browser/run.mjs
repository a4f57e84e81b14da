// The browser tests: the product as people meet it. Prints each test, and writes how many passed to WITHY_RESULTS.
//   node tests/browser/run.mjs [part of a test's name]   a step of a child's way or of the first run is tested with all those before it
import { writeFileSync } from "node:fs";
import { besideTheClass } from "./beside_the_class.mjs";
import { classMeasures } from "./class_measures.mjs";
import { comingBack } from "./coming_back.mjs";
import { county } from "./county.mjs";
import { everyPage } from "./every_page.mjs";
import { firstRun } from "./first_run.mjs";
import { groupWay, title as of_a_group } from "./group_way.mjs";
import { insight } from "./insight.mjs";
import { keyboardSearch } from "./keyboard_search.mjs";
import { lostAnswers } from "./lost_answers.mjs";
import { norms } from "./norms.mjs";
import { onPaper } from "./on_paper.mjs";
import { otherTabs } from "./other_tabs.mjs";
import { passkeys } from "./passkeys.mjs";
import { launchBrowser, startProduct } from "./product.mjs";
import { rollEntry } from "./roll_entry.mjs";
import { scoreOverviews } from "./score_overviews.mjs";
import { weeksAndChange } from "./weeks_and_change.mjs";
import { override, whoMayKnow } from "./who_may_know.mjs";
import { wholeWay } from "./whole_way.mjs";

const wanted = process.argv[2] ?? "";
const counted = { passed: 0, failed: 0 };
const tried = new Set();

async function test(name, run) {
  if (name.includes(wanted)) await count(name, run);
}

async function count(name, run) {
  tried.add(name);
  try {
    await run();
    counted.passed += 1;
    console.log(`ok      ${name}`);
  } catch (fault) {
    counted.failed += 1;
    console.log(`failed  ${name}\n    ${fault.message}`);
  }
}

// Whoever overrides need to know is seen to, so a run of everything that did not try it is no good one.
function overrideWasTried() {
  if (wanted !== "" || tried.has(override)) return;
  counted.failed += 1;
  console.log(`failed  ${override}\n    it is always tried, and was not tried here`);
}

const group = wanted.startsWith(of_a_group);
const first_run = wanted.startsWith("First run");
const way = !group && /^The way(?: on a ([^:]+))?/.exec(wanted);

async function ways(browser) {
  if (wanted === "" || way) await wholeWay(browser, count, { only: way?.[1] });
  if (wanted === "" || group || wanted === "The way") await groupWay(browser, count);
  if (wanted === "" || first_run) await firstRun(browser, count);
}

async function pages(browser) {
  if (way || group || first_run) return;
  await passkeys(browser, test);
  if (wanted === "" || wanted.startsWith("County")) await county(browser, test);
  if (wanted.startsWith("County")) return;
  const product = await startProduct();
  try {
    await comingBack(browser, product.base, test);
    await otherTabs(browser, product.base, test);
    await lostAnswers(browser, product.base, test);
    await keyboardSearch(browser, product.base, test);
    await everyPage(browser, product.base, test);
    if (wanted === "" || wanted.startsWith("Measures")) await classMeasures(browser, product.base, test);
    if (wanted === "" || wanted.startsWith("Beside")) await besideTheClass(browser, test);
    if (wanted === "" || wanted.startsWith("Overviews")) await scoreOverviews(browser, product.base, test);
    if (wanted === "" || wanted.startsWith("Weeks")) await weeksAndChange(browser, product.base, test);
    if (wanted === "" || wanted.startsWith("Norms")) await norms(browser, product.base, test);
    if (wanted === "" || wanted.startsWith("Insight")) await insight(browser, product.base, test);
    if (wanted === "" || wanted.startsWith("On paper")) await onPaper(browser, product.base, test);
    if (wanted === "" || wanted.startsWith("Roll entry")) await rollEntry(browser, product.base, test);
    if (wanted === "" || wanted.startsWith("Who may know")) await whoMayKnow(browser, product.base, test);
  } finally {
    await product.stop();
  }
}

// Each has a product and people of its own, so both go at a time: a browser waits more than it works.
const browser = await launchBrowser();
try {
  const fault = (await Promise.allSettled([ways(browser), pages(browser)])).find(({ status }) => status === "rejected");
  if (fault) throw fault.reason;
} finally {
  await browser.close();
}
overrideWasTried();
if (process.env.WITHY_RESULTS) writeFileSync(process.env.WITHY_RESULTS, JSON.stringify(counted));
console.log(`${counted.passed} passed, ${counted.failed} failed in the browser`);
process.exit(counted.failed === 0 && counted.passed > 0 ? 0 : 1);
