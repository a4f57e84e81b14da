// A child's whole way, from first concern to measured impact and the next step, walked by everyone who has a part in it,
// in each of the views: on a desktop, on a tablet, and on a tablet without JavaScript. The walks share one school and
// its time; each has a child of its own.
import { desktop, tablet } from "./product.mjs";
import { walkThrough } from "./walking.mjs";
import { days } from "./way.mjs";

const hope = "I can ask if I may join in.";
const views = [
  { name: "desktop", view: desktop, class_name: "3A", programme: "Joining in", room: "The Burrow", time: "09:30" },
  { name: "tablet", view: tablet, class_name: "4B", programme: "Finding words", room: "The Treehouse", time: "10:30" },
  { name: "tablet without JavaScript", view: { ...tablet, javaScriptEnabled: false }, class_name: "5C", programme: "Playing together", room: "The Harbour", time: "11:30" },
].map((view) => ({ ...view, title: `The way on a ${view.name}`, hope }));

// `only` names one of the views.
export function wholeWay(browser, test, { only = "", pictureOf } = {}) {
  return walkThrough(browser, test, { days, views: views.filter(({ name }) => only === "" || name === only), pictureOf });
}
