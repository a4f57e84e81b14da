// The way of one child, day by day; each step in the words of who takes it. Sessions are on Tuesdays, and one is lost.
import { Somebody } from "./somebody.mjs";

// Everyone keeps a browser of their own, and signs in once a day.
async function be(walk, role, act) {
  const somebody = walk.people.get(role) ?? (await Somebody.at(walk, role));
  walk.people.set(role, somebody);
  await somebody.beginsAtToday();
  await act(somebody, walk);
}
const classTeacher = (act) => (walk) => be(walk, `Class teacher of ${walk.class_name}`, act);
const senco = (act) => (walk) => be(walk, "SENCo", act);
const nurtureAssistant = (act) => (walk) => be(walk, walk.assistant, act);
const headteacher = (act) => (walk) => be(walk, "Headteacher", act);
const administrator = (act) => (walk) => be(walk, "Administrator", act);

const towardsConsent = {
  "the administrator makes a room ready": administrator(async (she, walk) => {
    await she.goesTo("School");
    await she.follows("Rooms");
    await she.fills({ Name: walk.room });
    await she.presses("Add room");
    await she.sees(walk.room);
  }),
  "the class teacher raises a concern and refers": classTeacher(async (she, walk) => {
    await she.follows("Raise a concern");
    await she.sees("CPOMS");
    walk.child = await walk.chooses(she);
    walk.forename = walk.child.split(" ")[0];
    await she.follows(walk.child);
    await she.photograph("concern");
    await she.fills({ "What did you see?": `${walk.forename} stood at the fence alone in every playtime this week.`, "What have you tried? (if anything)": "A talk partner, changed each week." });
    await she.chooses("What is it about?", "Friendships");
    await she.chooses("Have parents been spoken to?", "Yes");
    await she.chooses("Who raised it?", "School staff");
    await she.presses("Send to the SENCo");
    await she.sees("The concern is with the SENCo.", "is to be referred", "To try meanwhile");
    await she.presses("Refer the pupil");
    await she.sees("Referred on Tuesday 15 September 2026 and to be discussed.");
  }),
  "the SENCo talks it through": senco(async (she, walk) => {
    await she.goesTo("Referrals");
    await she.photograph("referrals");
    await she.follows(walk.child);
    await she.sees(`${walk.forename} stood at the fence alone`);
    await she.fills({ "Who was there?": "Ruth Jephson and the class teacher", "Why?": "Wants to join in, and does not know how to begin." });
    await she.chooses("What did you come to?", "Go on with nurture support");
    await she.chooses("Target areas agreed", "Friendships");
    await she.presses("Record the discussion");
    await she.sees("Weigh it", "Talked through Tuesday 15 September 2026");
  }),
  "the SENCo weighs the referral and puts it on the waiting list": senco(async (she, walk) => {
    await she.finds(walk.child);
    await she.sees("Discussed on Tuesday 15 September 2026 and to be prioritised.");
    await she.follows("Prioritise the referral");
    await she.chooses("Which form of support fits?", "One to one");
    await she.chooses("How much does the child need support?", "3");
    await she.chooses("How much does learning suffer?", "2");
    await she.chooses("Was there nurture support before?", "No");
    await she.fills({ "Why?": "It costs learning time each day." });
    await she.presses("Record the priority");
    await she.sees("Suggested priority");
    await she.unfolds("waiting list");
    await she.fills({ "What is offered meanwhile?": "A playtime buddy" });
    await she.presses("Put on the waiting list");
    await she.sees("Waiting list", walk.child, "A playtime buddy");
  }),
  "the SENCo offers a place by writing to the parents": senco(async (she, walk) => {
    await she.finds(walk.child);
    await she.sees("On the waiting list since Tuesday 15 September 2026");
    await she.follows("Open the waiting list");
    await she.photograph("waiting-list");
    const line = she.main.locator("li, section, article").filter({ has: she.page.getByRole("link", { name: walk.child }) }).last();
    await she.follows("Offer a place: write to the parents", line);
    await she.unfolds("Read this letter");
    await she.sees("Everyone who holds parental responsibility is asked.");
    await she.photograph("letters");
    await she.presses("Send letters");
    await she.sees("Asked on Tuesday 15 September 2026, today.", "No answer yet");
    walk.letters = await she.lettersToParents();
  }),
};


const towardsAPlace = {
  "a parent reads the letter on their phone and agrees": async (walk) => {
    for (const letter of walk.letters) {
      const parent = await Somebody.at(walk, "A parent");
      walk.current = parent;
      await parent.opens(/\/consent\/[A-Za-z0-9_-]{43}/.exec(letter.replace(/\s/g, ""))[0]);
      await parent.doesNotSee(walk.child);
      await parent.dates("When was your child born?", walk.bornOn(walk.child));
      await parent.presses("Go on to the letter");
      await parent.sees(`Do you agree that ${walk.forename} takes part?`, "You can change your mind at any time");
      await parent.photograph("parent");
      await parent.presses("Yes, I agree");
      await parent.sees(`On Wednesday 16 September 2026 you agreed that ${walk.forename} takes part in nurture support.`);
      await parent.leaves();
    }
  },
  "the SENCo sees the answer and gives a place": senco(async (she, walk) => {
    await she.finds(walk.child);
    await she.sees("Consent was given on Wednesday 16 September 2026. A place in a programme is to be found.");
    await she.follows("See the answers");
    await she.sees("Given", "by their link");
    await she.photograph("consent");
    await she.follows(walk.forename);
    await she.follows("Find a place");
    await she.follows("Make a programme");
    await she.fills({ Name: walk.programme });
    await she.chooses("One to one or a group", "One to one");
    await she.selects("Who delivers it", walk.assistant);
    await she.selects("Room", walk.room);
    await she.dates("First session", "2026-09-22");
    await she.fills({ Time: "13:30", "How long a session takes": "40", "How many weeks": "6" });
    await she.presses("Make the programme");
    await she.sees(walk.programme, "Ready for a place");
    await she.presses(`Allocate ${walk.forename}`);
    await she.sees("To start");
  }),
  "the Nurture Assistant writes down what the child hopes for": nurtureAssistant(async (she, walk) => {
    await she.sees(walk.forename);
    await she.finds(walk.child);
    await she.follows("Targets in the child's words");
    await she.fills({ Friendships: walk.hope });
    await she.presses("Save the targets");
    await she.sees(walk.hope);
  }),
  "the class teacher measures where the child stands": classTeacher(async (she, walk) => {
    await she.finds(walk.child);
    await she.follows("The measure before the programme");
    await she.chooses(walk.hope, "3");
    await she.presses("Send the measures");
  }),
};

const firstSession = {
  "the Nurture Assistant starts the programme and plans the session": nurtureAssistant(async (she, walk) => {
    await she.photograph("today-nurture-assistant");
    await she.goesTo("Programmes");
    await she.follows(walk.programme);
    await she.presses("Start");
    await she.sees("Running");
    await she.follows("Session 1");
    await she.fills({ "What the session will do": "Make the den rules together. Practise asking to join a game." });
    await she.presses("Save the plan");
    await she.sees("Register");
    await she.photograph("session");
  }),
  "the Nurture Assistant holds the session, and the child says how it was": nurtureAssistant(async (she, walk) => {
    await she.follows(walk.programme);
    await she.presses("Record the session as delivered");
    await she.sees("Held on Tuesday 22 September 2026", "To write up");
    await she.follows(`Ask ${walk.forename} how it was`);
    await she.doesNotSee(walk.child);
    await she.photograph("how-it-was");
    await she.chooses("How was today?", "Good");
    await she.presses("That is how it was");
    await she.sees("Thank you for telling us");
    await she.follows("Go on");
  }),
  "the Nurture Assistant writes down what the session did": nurtureAssistant(async (she, walk) => {
    await she.follows(walk.programme);
    await she.follows(`Write up ${walk.forename}`);
    await she.chooses(walk.hope, "4");
    await she.fills({ "What pleased you": "Asked to join, and waited for the answer.", "Next time": "Practise on the playground.", "In confidence": "Misses the dog." });
    await she.photograph("evaluation");
    await she.presses("Save");
    await she.sees("Written up");
  }),
};

const later = (number) => ({
  [`the Nurture Assistant holds session ${number} and writes it up`]: nurtureAssistant(async (she, walk) => {
    await she.follows(walk.programme);
    await she.presses("Record the session as delivered");
    await she.follows(`Write up ${walk.forename}`);
    await she.chooses("Was the child there?", "Yes");
    await she.chooses(walk.hope, String(number + 2));
    await she.chooses("How was it", "Good");
    await she.presses("Save");
    await she.sees("Written up");
  }),
});

export const firstDay = "2026-09-15 08:30";
export const days = [
  { moment: firstDay, steps: towardsConsent },
  { moment: "2026-09-16 18:30", steps: towardsAPlace },
  { moment: "2026-09-22 08:30", steps: firstSession },
  { moment: "2026-10-06 12:30", steps: later(2) },
];
