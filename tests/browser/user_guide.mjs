// Photographs a child's way for docs/user-guide. Run by hand after the look has changed:
//   node tests/browser/user_guide.mjs
import { launchBrowser } from "./product.mjs";
import { wholeWay } from "./whole_way.mjs";

const folder = "docs/user-guide";
const pictures = {
  desktop: ["today-senco", "referrals", "waiting-list", "consent", "story", "next-step"],
  tablet: ["concern", "parent", "today-nurture-assistant", "programme", "session", "how-it-was", "evaluation", "today-class-teacher", "impact-review"],
};

const browser = await launchBrowser();
for (const only of Object.keys(pictures))
  await wholeWay(browser, (name, step) => step(), {
    only,
    pictureOf: (name, view) => (pictures[view].includes(name) ? `${folder}/${name}.png` : undefined),
  });
await browser.close();
