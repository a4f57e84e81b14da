// Photographs a child's way for docs/user-guide. Run by hand after the look has changed:
//   node tests/browser/user_guide.mjs
import { launchBrowser } from "./product.mjs";
import { wholeWay } from "./whole_way.mjs";

const folder = "docs/user-guide";
const pictures = {
  desktop: ["today-senco", "referrals", "waiting-list", "letters", "consent", "programme", "story", "next-step"],
  tablet: ["concern", "parent", "today-nurture-assistant", "session", "how-it-was", "evaluation", "today-class-teacher", "impact-review"],
};

const browser = await launchBrowser();
try {
  await wholeWay(
    browser,
    async (words, step) => {
      console.log(words);
      await step();
    },
    { pictureOf: (name, view) => (pictures[view]?.includes(name) ? `${folder}/${name}.png` : undefined) },
  );
} finally {
  await browser.close();
}
