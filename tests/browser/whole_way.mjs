// A child's whole way, from first concern to measured impact and the next step, walked by everyone who has a part in it,
// in each of the views: on a desktop, on a tablet, and on a tablet without JavaScript. The walks share one school and
// its time; each has a child of its own.
import { desktop, startProduct, tablet } from "./product.mjs";
import { days, firstDay } from "./way.mjs";

const views = [
  { name: "desktop", view: desktop, class_name: "3A", assistant: "Maria Duarte" },
  { name: "tablet", view: tablet, class_name: "4B", assistant: "Ngozi McElroy" },
  { name: "tablet without JavaScript", view: { ...tablet, javaScriptEnabled: false }, class_name: "5C", assistant: "Maria Duarte" },
];

// What one walk needs to know; its steps add to it what they learn, such as the child's name.
function walkOf({ name, view, ...more }, browser, { base, bornOn }) {
  let reader;
  const walk = { name, view, browser, base, bornOn, seen: new Set(), faults: [], people: new Map(), programme: `Time to talk (${name})`, hope: "I can ask if I may join in.", room: `The Den (${name})`, ...more };
  // A child of the class who has no support yet: the first of the list.
  walk.chooses = async (she) => (await she.main.getByRole("link").allInnerTexts())[5];
  walk.reader = async () => {
    reader ??= browser.newContext({ ...view, javaScriptEnabled: true }).then((context) => context.newPage());
    return reader;
  };
  return walk;
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

export async function wholeWay(browser, test, wanted = "") {
  const product = await startProduct(firstDay);
  try {
    const walks = views.filter(({ name }) => wanted === "" || name === wanted).map((view) => walkOf(view, browser, product));
    for (const { moment, steps } of days) {
      product.set_clock(moment);
      for (const walk of walks) await goOn(Object.assign(walk, { day: moment }), steps, test);
    }
  } finally {
    await product.stop();
  }
}
