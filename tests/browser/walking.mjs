// Walks ways through the product, day by day, by everyone who has a part in them.
import { startProduct } from "./product.mjs";

// What one walk needs to know; its steps add to it what they learn, such as the child's name.
function walkOf({ name, view, ...more }, browser, { base, bornOn }, pictureOf) {
  const walk = { name, view, browser, base, bornOn, pictureOf, seen: new Set(), faults: [], people: new Map(), assistant: "Maria Duarte", ...more };
  let reader;
  walk.reader = () => (reader ??= readerOf(browser, view));
  return walk;
}

// A window for axe, which shows pages as they are where no script of theirs runs.
async function readerOf(browser, view) {
  const context = await browser.newContext({ ...view, javaScriptEnabled: true });
  await context.route("**/*.js", (route) => route.fulfill({ contentType: "text/javascript", body: "" }));
  return context.newPage();
}

async function goOn(walk, steps, test) {
  for (const [words, step] of Object.entries(steps)) {
    await test(`${walk.title}: ${words}`, async () => {
      if (walk.ended) throw new Error("the way had ended before");
      try {
        await step(walk);
      } catch (fault) {
        walk.ended = true;
        walk.faults.push(`${fault.message}\n    ${await walk.current.whereabouts()}`);
      }
      const faults = walk.faults.splice(0);
      if (faults.length > 0) throw new Error(faults.join("\n    "));
    });
  }
}

async function twoAtATime(all, act) {
  const waiting = [...all];
  const lane = async () => {
    while (waiting.length > 0) await act(waiting.shift());
  };
  await Promise.all([lane(), lane()]);
}

// The walks share one school and its time. `pictureOf` tells where the picture of a page is kept in a view, if anywhere.
export async function walkThrough(browser, test, { days, views, pictureOf = () => undefined }) {
  const product = await startProduct(days[0].moment);
  try {
    const walks = views.map((view) => walkOf(view, browser, product, pictureOf));
    for (const { moment, steps } of days) {
      product.set_clock(moment);
      await twoAtATime(walks, (walk) => goOn(Object.assign(walk, { day: moment }), steps, test));
    }
  } finally {
    await product.stop();
  }
}
