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

const confided = "Misses the dog.";

// The first of the class list, which has a column for support where anybody has it.
async function childWithoutSupport(she) {
  const rows = await she.main.getByRole("row").evaluateAll((all) => all.slice(1).map((row) => [...row.cells].map((cell) => cell.innerText.trim())));
  return rows.find(([, , support]) => !support)[0];
}

const towardsConsent = {
  "the administrator makes a room ready": administrator(async (she, walk) => {
    await she.goesTo("School");
    await she.follows("Rooms");
    await she.fills({ Name: walk.room });
    await she.presses("Add room");
    await she.sees(walk.room);
  }),
  "the class teacher raises a concern": classTeacher(async (she, walk) => {
    await she.goesTo("Pupils");
    await she.follows(walk.class_name);
    walk.child = await childWithoutSupport(she);
    walk.forename = walk.child.split(" ")[0];
    await she.follows(walk.child);
    await she.sees("No support", "A concern opens one.");
    await she.follows("Raise a concern");
    await she.sees("CPOMS");
    await she.photograph("concern");
    await she.fills({ "What did you see?": `${walk.forename} stood at the fence alone in every playtime this week.`, "What have you tried? (if anything)": "A talk partner, changed each week." });
    await she.chooses("What is it about?", "Friendships");
    await she.chooses("Have parents been spoken to?", "Yes");
    await she.chooses("Who raised it?", "School staff");
    await she.presses("Send to the SENCo");
    await she.sees("The concern is with the SENCo.", "is to be referred", "To try meanwhile");
  }),
  "the class teacher refers": classTeacher(async (she, walk) => {
    await she.sees(walk.child);
    await she.finds(walk.child);
    await she.sees("Concern raised", "It is for the SENCo");
    await she.follows("Read the concern, and refer");
    await she.presses("Refer the pupil");
    await she.sees("Referred on Tuesday 15 September 2026 and to be discussed.");
  }),
  "the SENCo talks it through": senco(async (she, walk) => {
    await she.photograph("today-senco");
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
    await she.sees(`Start ${walk.programme}`);
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
    await she.follows(`13:30 ${walk.programme}`);
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
    await she.follows(`13:30 ${walk.programme}`);
    await she.follows(`Write up ${walk.forename}`);
    await she.chooses(walk.hope, "4");
    await she.fills({ "What pleased you": "Asked to join, and waited for the answer.", "Next time": "Practise on the playground.", "In confidence": confided });
    await she.photograph("evaluation");
    await she.presses("Save");
    await she.sees("Written up");
  }),
};

const lookingOn = {
  "the SENCo looks at the plan": senco(async (she, walk) => {
    await she.finds(walk.child);
    await she.sees("Running");
    await she.follows("Open the programme");
    await she.photograph("programme");
    await she.follows("Session 1");
    await she.unfolds("Note that you have looked at the plan");
    await she.fills({ "A note for who delivers it": "Clear and well paced." });
    await she.presses("Mark the plan as reviewed");
    await she.sees("Reviewed by the SENCo on Tuesday 22 September 2026: Clear and well paced.");
    await she.follows(walk.child);
    await she.sees("Asked to join, and waited for the answer.");
    await she.doesNotSee(confided);
  }),
  "the Nurture Assistant asks the class teacher": nurtureAssistant(async (she, walk) => {
    await she.finds(walk.child);
    await she.sees("because you");
    await she.follows("Ask the class teacher");
    await she.fills({ "What do you want to know?": walk.question });
    await she.presses("Ask the class teacher");
    await she.sees(walk.question);
  }),
  "the class teacher answers from Today": classTeacher(async (she, walk) => {
    await she.sees(walk.question);
    await she.photograph("today-class-teacher");
    await she.unfolds("Answer here");
    await she.fills({ [walk.question]: "On two days of five, and for longer each time." });
    await she.presses("Send the answer");
    await she.finds(walk.child);
    await she.sees("You see this because you teach", "Running");
    await she.doesNotSee(confided);
  }),
  "the headteacher opens the story": headteacher(async (she, walk) => {
    await she.finds(walk.child);
    await she.sees("You see this because you are the headteacher.", "Running");
    await she.doesNotSee(confided);
  }),
};

const session = (number, lost = 0) => ({
  [`the Nurture Assistant holds session ${number} and writes it up`]: nurtureAssistant(async (she, walk) => {
    await she.follows(`13:30 ${walk.programme}`);
    await she.presses("Record the session as delivered");
    await she.follows(`Write up ${walk.forename}`);
    await she.sees(`Session ${number}`, "Last time: ");
    await she.chooses("Was the child there?", "Yes");
    await she.chooses(walk.hope, String(number - lost + 2));
    await she.chooses("How was it", "Good");
    await she.presses("Save");
    await she.sees("Written up");
  }),
});

const lostSession = {
  "the Nurture Assistant records that the room was lost": nurtureAssistant(async (she, walk) => {
    await she.follows(`13:30 ${walk.programme}`);
    await she.sees("Session 3");
    await she.unfolds("The session was not held");
    await she.chooses("Why", "The room was needed");
    await she.chooses("Is it held on another day?", "Yes, a week after the last session");
    await she.presses("Record that it was not held");
    await she.sees("rearranged", "Tuesday 10 November");
  }),
};

const completion = {
  "the Nurture Assistant completes the programme": nurtureAssistant(async (she, walk) => {
    await she.goesTo("Programmes");
    await she.follows(walk.programme);
    await she.presses("Complete");
    await she.sees("Completed", "Planned 6, delivered 6, attended 6");
    await she.finds(walk.child);
    await she.sees("Impact review to come", "The impact review opens on Tuesday 8 December 2026.", "Missed The room was needed");
    await she.photograph("story");
  }),
  "the class teacher learns when the impact is to be measured": classTeacher(async (she, walk) => {
    await she.finds(walk.child);
    await she.sees("Impact review to come", "Tuesday 8 December");
  }),
};

const checkIn = {
  "the Nurture Assistant logs a check-in": nurtureAssistant(async (she, walk) => {
    await she.finds(walk.child);
    await she.follows("Check-ins");
    await she.fills({ "How the child is, in a line": "Came to say hello." });
    await she.presses("Log the check-in");
    await she.sees("Came to say hello.");
  }),
};

const impact = {
  "the class teacher measures the impact": classTeacher(async (she, walk) => {
    await she.sees(`Measure the impact for ${walk.forename}`);
    await she.finds(walk.child);
    await she.sees("Impact review open");
    await she.follows("Write the impact review");
    await she.sees("You or a colleague first said: 3");
    await she.chooses(walk.hope, "8");
    await she.fills({ "What you see in class": "Plays with two others at most playtimes." });
    await she.chooses("How far does the change last?", "Sustained");
    await she.photograph("impact-review");
    await she.presses("Send the impact review");
    await she.sees("Sustained", "up 5");
  }),
  "the SENCo decides what comes next": senco(async (she, walk) => {
    await she.unfolds("Later: ");
    await she.sees(`Decide what comes next for ${walk.forename}`);
    await she.finds(walk.child);
    await she.follows("Decide the next step");
    await she.sees("The class teacher says: Sustained.");
    await she.chooses("What comes next?", "Nothing more is needed now");
    await she.fills({ Why: "It lasts without support." });
    await she.photograph("next-step");
    await she.presses("Decide and close");
    await she.finds(walk.child);
    await she.sees("Closed", "Session 7 was held", "The programme was completed");
  }),
  "the headteacher sees what came of it": headteacher(async (she, walk) => {
    await she.finds(walk.child);
    await she.sees("Closed", "Sustained", "Plays with two others at most playtimes.");
  }),
  "the administrator sees nothing of it": administrator(async (she, walk) => {
    await she.finds(walk.child);
    await she.doesNotSee("Sustained");
    await she.doesNotSee("Friendships");
  }),
};

export const firstDay = "2026-09-15 08:30";
export const days = [
  { moment: firstDay, steps: towardsConsent },
  { moment: "2026-09-16 17:30", steps: towardsAPlace },
  { moment: "2026-09-22 12:30", steps: { ...firstSession, ...lookingOn } },
  { moment: "2026-10-06 12:30", steps: session(2) },
  { moment: "2026-10-13 12:30", steps: lostSession },
  { moment: "2026-10-20 12:30", steps: session(4, 1) },
  { moment: "2026-10-27 13:30", steps: session(5, 1) },
  { moment: "2026-11-03 13:30", steps: session(6, 1) },
  { moment: "2026-11-10 13:30", steps: { ...session(7, 1), ...completion } },
  { moment: "2026-11-17 13:30", steps: checkIn },
  { moment: "2026-12-08 13:30", steps: impact },
];
