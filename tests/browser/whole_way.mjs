// A child's whole way, from first concern to measured impact and the next step, walked by everyone who has a part in it,
// in each of the views: on a desktop, on a tablet, and on a tablet without JavaScript. The walks share one school and
// its time; each has a child of its own.
import { desktop, startProduct, tablet } from "./product.mjs";
import { days, firstDay } from "./way.mjs";

const views = [
  { name: "desktop", view: desktop, class_name: "3A", programme: "Joining in", room: "The Burrow", time: "09:30" },
  { name: "tablet", view: tablet, class_name: "4B", programme: "Finding words", room: "The Treehouse", time: "10:30" },
  { name: "tablet without JavaScript", view: { ...tablet, javaScriptEnabled: false }, class_name: "5C", programme: "Playing together", room: "The Harbour", time: "11:30" },
];

// What one walk needs to know; its steps add to it what they learn, such as the child's name.
function walkOf({ name, view, ...more }, browser, { base, bornOn }, pictureOf) {
  const walk = { name, view, browser, base, bornOn, pictureOf, seen: new Set(), faults: [], people: new Map(), assistant: "Maria Duarte", hope: "I can ask if I may join in.", ...more };
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
    await test(`The way on a ${walk.name}: ${words}`, async () => {
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

// `only` names one of the views; `pictureOf` tells where the picture of a page is kept in this view, if anywhere.
export async function wholeWay(browser, test, { only = "", pictureOf = () => undefined } = {}) {
  const product = await startProduct(firstDay);
  try {
    const walks = views.filter(({ name }) => only === "" || name === only).map((view) => walkOf(view, browser, product, pictureOf));
    for (const { moment, steps } of days) {
      product.set_clock(moment);
      await twoAtATime(walks, (walk) => goOn(Object.assign(walk, { day: moment }), steps, test));
    }
  } finally {
    await product.stop();
  }
}
