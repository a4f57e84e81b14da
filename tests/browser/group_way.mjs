// The way of a group of four, on a tablet. One child is ill for a session, what the session did for another is left
// unwritten, and a third is taken out by a parent between two sessions. The others go on to the end, and what was left
// unwritten is asked for until it is written.
import { tablet } from "./product.mjs";
import { classTeacherOf, nurtureAssistant, parent, senco } from "./roles.mjs";
import { walkThrough } from "./walking.mjs";
import { linkIn } from "./way_to_a_place.mjs";

const hope = "I can try it, even when it is hard.";
const told = "It is too much at the moment.";

// What becomes of each, in the order in which a list of names has them.
const fates = ["steady", "ill", "unwritten", "leaving"];
const going_on = ({ steady, ill, unwritten }) => [steady, ill, unwritten];
const forenames = (children) => children.map(({ forename }) => forename);

async function waitingForAGroup(she) {
  const rows = await she.main.getByRole("listitem").filter({ hasText: "In a group" }).allInnerTexts();
  return rows.map((row) => {
    const [, name, class_name] = /^\d+\. ([^\n]+)\s+(\d\w)/.exec(row);
    return { name, class_name, forename: name.split(" ")[0] };
  });
}

async function opensTheProgramme(she, walk) {
  await she.goesTo("Programmes");
  await she.follows(walk.programme);
}

async function seesOf(she, child, ...words) {
  const heading = she.page.getByRole("heading", { name: child.name });
  const text = (await she.main.locator("section").filter({ has: heading }).last().innerText()).replace(/\s+/g, " ");
  for (const part of [`${child.name} ${child.class_name}`, ...words])
    if (!text.includes(part)) throw new Error(`${she.role} does not see “${part}” in “${text}”`);
}

async function seesOnTheRegister(she, children) {
  const named = await she.main.getByRole("group", { name: "Who is not here?" }).locator("label[for^=register-]").allInnerTexts();
  const wanted = children.map(({ name }) => name).join();
  if (named.map((name) => name.trim()).join() !== wanted) throw new Error(`the register names ${named.join()} and not ${wanted}`);
  await she.page.emulateMedia({ media: "print" });
  const labels = await she.main.locator("label[for^=register-]").all();
  const printed = await Promise.all(labels.map((label) => label.isVisible()));
  await she.page.emulateMedia({ media: "screen" });
  if (printed.includes(false)) throw new Error(`paper names ${printed.filter(Boolean).length} of ${wanted}`);
}

// A finger finds the whole week, and not its number alone.
async function tapsTheCornerOf(she, week) {
  const cell = she.main.getByRole("listitem").filter({ has: she.page.getByRole("link", { name: week }) }).first();
  const { width, height } = await cell.boundingBox();
  await she.arrives(() => cell.click({ position: { x: width - 6, y: height - 6 } }));
}

// A reason goes with its tick, and is shown where it came without one: nothing is sent that nobody sees.
async function ticksAndTakesBack(she, child) {
  const box = she.main.getByRole("group", { name: "Who is not here?" }).getByLabel(child.name, { exact: true });
  const why = she.main.getByLabel(`Why ${child.forename} is not here`);
  const sees = async (seen, when) => {
    if ((await why.isVisible()) !== seen) throw new Error(`a reason is ${seen ? "not " : ""}asked for ${when}`);
  };
  await box.check();
  await why.selectOption("Away");
  await box.evaluate((tick) => (tick.checked = false)); // said by nobody, as what was kept before may have it
  await box.evaluate((tick) => tick.form.dispatchEvent(new Event("input")));
  await she.opens(new URL(she.page.url()).pathname);
  await sees(true, "where one stands");
  await box.check();
  await box.uncheck();
  await sees(false, "without a tick");
}

async function writesUp(she, child) {
  await she.sees(`What the session did for ${child.forename}`);
  await she.chooses("Was the child there?", "Yes");
  for (const target of await she.main.getByRole("group", { name: `“${hope}”` }).all()) await target.getByLabel("4", { exact: true }).check();
  await she.presses(/^Save/);
}

const stillToEvaluate = (walk, when) => `Evaluate session 2 of ${walk.programme} Tuesday 29 September: 1 of 4 children still to evaluate. ${when}`;
const one_unwritten = "1 evaluation is still to be written.";
const attendance = (planned, held, came) => `Planned ${planned}, delivered ${held}, attended ${came}`;

const askingTheParents = {
  "the SENCo writes to the parents of four children on the waiting list": senco(async (she, walk) => {
    await she.opens("/waiting-list");
    walk.children = (await waitingForAGroup(she)).slice(0, 4).sort((one, other) => one.name.localeCompare(other.name));
    fates.forEach((fate, place) => (walk[fate] = walk.children[place]));
    for (const child of walk.children) {
      await she.follows(`Place, move or take off ${child.forename}`);
      await she.follows("Offer a place: write to the parents");
      await she.presses("Make the letters");
      const [letter] = await she.lettersToParents();
      child.link = linkIn(letter);
      await she.opens("/waiting-list");
      await she.doesNotSee(child.name);
    }
  }),
};

const givingPlaces = {
  "a parent of each child agrees": async (walk) => {
    for (const child of walk.children)
      await parent(walk, child.link, async (they) => {
        await they.dates("When was the child born?", walk.bornOn(child.name));
        await they.presses("Go on to the letter");
        await they.sees("Your answer is about nurture support in a small group.");
        await they.presses("Yes, I agree");
        await they.sees(`you agreed that ${child.forename} takes part in nurture support.`);
      });
  },
  "the SENCo makes a group and gives each child a place": senco(async (she, walk) => {
    const [first, ...others] = walk.children;
    await she.finds(first.name);
    await she.follows("Find a place");
    await she.follows("Make a programme");
    await she.chooses("One to one or a group", "Group");
    await she.fills({ Name: walk.programme, Places: "4", Time: walk.time, "How long a session takes": "45", "How many weeks": "6" });
    await she.selects("Who delivers it", walk.assistant);
    await she.selects("Room", "The Den");
    await she.dates("First session", "2026-09-22");
    await she.presses("Make the programme");
    await she.presses(`Allocate ${first.forename}`);
    await she.sees("Before it starts with fewer, you write why below.", "3 places are free.");
    await opensTheProgramme(she, walk);
    for (const child of others) await she.presses(`Allocate ${child.forename}`);
    await she.sees("Every place is taken.");
    await she.doesNotSee("with fewer");
    for (const child of walk.children) await seesOf(she, child, "To start", attendance(6, 0, 0));
  }),
};

const firstSession = {
  "the Nurture Assistant writes down what each child hopes for, and starts": nurtureAssistant(async (she, walk) => {
    const [first, ...others] = walk.children;
    await she.sees(`Start ${walk.programme} 4 children, to start on Tuesday 22 September 2026.`);
    await opensTheProgramme(she, walk);
    for (const child of walk.children) {
      await she.follows(`Targets of ${child.forename}`);
      for (const words of await she.main.locator("textarea:visible").all()) await words.fill(hope);
      await she.presses("Save the targets");
      if (child === first) await she.sees(`${first.forename} can start now. ${forenames(others).join(", ").replace(/, (\S+)$/, " and $1")} can start once the targets are written.`);
    }
    await she.presses("Start the programme");
    for (const child of walk.children) await seesOf(she, child, "Running", `“${hope}”`);
  }),
  "everyone comes to the first session, and is written up": nurtureAssistant(async (she, walk) => {
    await she.follows(`${walk.time} ${walk.programme}`);
    await seesOnTheRegister(she, walk.children);
    await ticksAndTakesBack(she, walk.ill);
    await she.presses("Everyone is here: record it");
    await she.follows(`Write up ${walk.steady.forename}`);
    for (const child of walk.children) await writesUp(she, child);
    await she.sees("Everyone is written up. Next: session 2 on Tuesday 29 September.");
    await she.goesTo("Today");
    await she.sees(`${walk.programme} Session 1 in The Den, 4 children Held`);
    await she.doesNotSee(`Evaluate session 1 of ${walk.programme}`);
  }),
};

const secondSession = {
  "one child is ill for the second session, and one is left to be written up": nurtureAssistant(async (she, walk) => {
    const { steady, ill, unwritten, leaving } = walk;
    await she.follows(`${walk.time} ${walk.programme}`);
    await seesOnTheRegister(she, walk.children);
    await she.chooses("Who is not here?", ill.name);
    await she.selects(`Why ${ill.forename} is not here`, "Ill");
    await she.presses("The others are here: record it");
    await she.sees("Held on Tuesday 29 September 2026", new RegExp(`${ill.name} ${ill.class_name}[^“]* Ill ${unwritten.name}`));
    await she.follows(`Write up ${steady.forename}`);
    await writesUp(she, steady);
    await she.sees(`What the session did for ${unwritten.forename}`);
    await she.follows("Back to the session");
    await she.follows(leaving.name);
    await writesUp(she, leaving);
    await she.goesTo("Today");
    await she.sees(stillToEvaluate(walk, "Due today"), `${walk.programme} Session 2 in The Den, 4 children To evaluate`);
  }),
};

const theDayAfter = {
  "what was left unwritten is asked for on the next day": nurtureAssistant(async (she, walk) => {
    await she.sees(stillToEvaluate(walk, "1 day overdue"));
    await opensTheProgramme(she, walk);
    await she.sees(one_unwritten);
    await seesOf(she, walk.unwritten, `${attendance(6, 2, 2)}, 1 to be written up`);
    await seesOf(she, walk.ill, `${attendance(6, 2, 1)} Targets`);
    await seesOf(she, walk.steady, `${attendance(6, 2, 2)} Targets`);
  }),
};

const takingOut = {
  "a parent takes the agreement back": (walk) =>
    parent(walk, walk.leaving.link, async (they) => {
      await they.dates("When was the child born?", walk.bornOn(walk.leaving.name));
      await they.presses("Go on to the letter");
      await they.sees("Sessions are being held.");
      await they.unfolds("I have changed my mind");
      await they.fills({ "Anything you want to say about it": told });
      await they.presses("Take back my agreement");
      await they.sees("you took your agreement back.", `No more sessions are held for ${walk.leaving.forename}.`);
    }),
  "the Nurture Assistant finds the child off the next register": nurtureAssistant(async (she, walk) => {
    await she.sees(`Consent for ${walk.leaving.name} was withdrawn on Thursday 1 October; no more sessions.`);
    await she.doesNotSee(told);
    await she.goesTo("Programmes");
    await she.sees(new RegExp(`${walk.programme} Next Tuesday 6 October[^T]* The Den · 3 of 4 places taken`));
    await she.follows(walk.programme);
    await seesOf(she, walk.leaving, "Consent was withdrawn", attendance(2, 2, 2));
    await seesOf(she, walk.ill, "Running", attendance(6, 2, 1));
    await tapsTheCornerOf(she, "Session 3");
    await she.sees(...going_on(walk).map(({ name }) => name));
    await she.doesNotSee(walk.leaving.name);
  }),
  "the class teacher is told": classTeacherOf((walk) => walk.leaving)(async (she, walk) => {
    await she.sees(`Consent for ${walk.leaving.name} was withdrawn on Thursday 1 October; no more sessions.`);
    await she.doesNotSee(told);
    await she.finds(walk.leaving.name);
    await she.sees("Stopped", "Consent was withdrawn on Thursday 1 October 2026, and the place ended.");
  }),
  "the SENCo reads why, and decides what follows": senco(async (she, walk) => {
    const { leaving } = walk;
    await she.sees(new RegExp(`Consent for ${leaving.name} was withdrawn by .* on Thursday 1 October; no more sessions. In their words: “${told}”`));
    await opensTheProgramme(she, walk);
    await she.sees("1 place is free, for the 4 sessions that are left.");
    await she.goesTo("Today");
    await she.follows(`Decide what follows for ${leaving.name}`);
    await she.sees(`What follows for ${leaving.forename}?`, told);
    await she.fills({ "Why does it end, and what is offered instead?": "The family would like a pause. A quiet place at lunch meanwhile." });
    await she.presses("Close the case");
    await she.goesTo("Today");
    await she.doesNotSee(leaving.name);
    await she.doesNotSee(`${leaving.forename}'s`);
  }),
};

const session = (number) => ({
  [`the others go on with session ${number}`]: nurtureAssistant(async (she, walk) => {
    await she.sees(stillToEvaluate(walk, ""));
    await she.follows(`${walk.time} ${walk.programme}`);
    await seesOnTheRegister(she, going_on(walk));
    await she.presses("Everyone is here: record it");
    await she.follows(`Write up ${walk.steady.forename}`);
    for (const child of going_on(walk)) await writesUp(she, child);
    await she.sees("Everyone is written up.");
  }),
});

const completion = {
  "the Nurture Assistant completes the programme, and is still asked": nurtureAssistant(async (she, walk) => {
    await she.sees("3 children. No session is left.");
    await she.follows(`Complete ${walk.programme}`);
    await she.sees(`Every session is recorded. ${one_unwritten}`);
    await she.presses("Complete the programme");
    await she.sees("Completed on Tuesday 3 November 2026.", one_unwritten);
    await seesOf(she, walk.steady, "The programme was completed", attendance(6, 6, 6));
    await seesOf(she, walk.ill, "The programme was completed", attendance(6, 6, 5));
    await seesOf(she, walk.unwritten, `${attendance(6, 6, 6)}, 1 to be written up`);
    await she.doesNotSee(walk.leaving.name); // whose case was closed a month ago
    await she.goesTo("Today");
    await she.sees(stillToEvaluate(walk, "35 days overdue"));
    await she.doesNotSee(`Complete ${walk.programme}`);
  }),
};

const reviewDue = (child, who) => ({
  [`the impact is to be measured for the child ${who}`]: classTeacherOf((walk) => walk[child])((she, walk) =>
    she.sees(`Measure the impact for ${walk[child].name} “${walk.programme}”, open from Tuesday 1 December to Tuesday 15 December. By Tuesday 15 December`),
  ),
});

const impact = {
  ...reviewDue("steady", "who came each time"),
  ...reviewDue("ill", "who was ill"),
  ...reviewDue("unwritten", "who is still to be written up"),
  "no impact is to be measured for the child who left": classTeacherOf((walk) => walk.leaving)((she, walk) => she.doesNotSee(walk.leaving.name)),
  "the SENCo waits for three class teachers": senco(async (she, walk) => {
    for (const forename of forenames(going_on(walk))) await she.hasToDo(new RegExp(`^${forename}.*'s class teacher, to measure the impact`), "Waiting for 2 days");
  }),
  "the Nurture Assistant writes what was left unwritten": nurtureAssistant(async (she, walk) => {
    await she.sees(stillToEvaluate(walk, "65 days overdue"));
    await she.follows(`Evaluate session 2 of ${walk.programme}`);
    await writesUp(she, walk.unwritten);
    await she.sees("Everyone is written up.", "The register also names 1 child whom you no longer support.");
    await she.goesTo("Today");
    await she.doesNotSee(walk.programme);
    await opensTheProgramme(she, walk);
    await she.doesNotSee("to be written");
  }),
};

const days = [
  { moment: "2026-09-15 08:30", steps: askingTheParents },
  { moment: "2026-09-16 17:30", steps: givingPlaces },
  { moment: "2026-09-22 14:30", steps: firstSession },
  { moment: "2026-09-29 14:30", steps: secondSession },
  { moment: "2026-09-30 08:30", steps: theDayAfter },
  { moment: "2026-10-01 18:30", steps: takingOut },
  { moment: "2026-10-06 14:30", steps: session(3) },
  { moment: "2026-10-13 14:30", steps: session(4) },
  { moment: "2026-10-20 14:30", steps: session(5) },
  { moment: "2026-11-03 14:30", steps: { ...session(6), ...completion } },
  { moment: "2026-12-03 14:30", steps: impact },
];

export const title = "The way of a group";

export function groupWay(browser, test) {
  const view = { title, name: "tablet", view: tablet, programme: "Harbour lights", time: "11:45" };
  return walkThrough(browser, test, { days, views: [view] });
}
