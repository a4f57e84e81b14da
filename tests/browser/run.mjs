// The browser tests: the product as people meet it. Prints each test, and writes how many passed to WITHY_RESULTS.
//   node tests/browser/run.mjs [part of a test's name]
import { writeFileSync } from "node:fs";
import { everyPage } from "./every_page.mjs";
import { launchBrowser, startProduct } from "./product.mjs";

const wanted = process.argv[2] ?? "";
const counted = { passed: 0, failed: 0 };

async function test(name, run) {
  if (!name.includes(wanted)) return;
  try {
    await run();
    counted.passed += 1;
    console.log(`ok      ${name}`);
  } catch (fault) {
    counted.failed += 1;
    console.log(`failed  ${name}\n    ${fault.message}`);
  }
}

const product = await startProduct();
const browser = await launchBrowser();
try {
  await everyPage(browser, product.base, test);
} finally {
  await browser.close();
  await product.stop();
}
if (process.env.WITHY_RESULTS) writeFileSync(process.env.WITHY_RESULTS, JSON.stringify(counted));
console.log(`${counted.passed} passed, ${counted.failed} failed in the browser`);
process.exit(counted.failed === 0 && counted.passed > 0 ? 0 : 1);
