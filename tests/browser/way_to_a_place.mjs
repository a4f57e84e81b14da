// From first concern to a place in a programme.
import { administrator, classTeacher, nurtureAssistant, parent, senco, visitor } from "./roles.mjs";

// The first of the class list, which has a column for support where anybody has it.
async function childWithoutSupport(she) {
  const rows = await she.main.getByRole("row").evaluateAll((all) => all.slice(1).map((row) => [...row.cells].map((cell) => cell.innerText.trim())));
  return rows.find(([, , support]) => !support)[0];
}

// However its lines are broken.
export const linkIn = (letter) => /\/consent\/[A-Za-z0-9_-]{43}/.exec(letter.replace(/\s/g, ""))[0];

export const towardsConsent = {
  "a visitor finds the people to be": (walk) => visitor(walk, "/demonstration", (they) => they.sees("are made up", "Sign in as")),
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
    await she.sees("The SENCo decides whether to refer, by", "There is nothing left for you to do.", "To try meanwhile");
  }),
  "the class teacher refers": classTeacher(async (she, walk) => {
    await she.sees(walk.child);
    await she.finds(walk.child);
    await she.sees("Concern raised", "It is for the SENCo");
    await she.follows("Read the concern, and refer");
    await she.unfolds(/^Refer .* yourself$|^I have now spoken with a parent$/);
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
    await she.follows(`Place, move or take off ${walk.child.split(" ")[0]}`);
    await she.sees("Waiting list", walk.child, "Move on the list", "Look at it again", "Take off the list");
    await she.follows("Offer a place: write to the parents");
    await she.unfolds("Read this letter");
    await she.sees("Everyone who holds parental responsibility is asked.");
    await she.photograph("letters");
    await she.presses("Make the letters");
    await she.sees(/is made and is to be printed|are made and are to be printed/, "No answer yet");
    await she.sees(/letters? to print/);
    walk.letters = await she.lettersToParents();
    // Spaces are not compared: pdftotext loses some between letters that stand close.
    const close = (words) => words.replace(/\s+/g, "");
    for (const letter of walk.letters)
      for (const part of ["Reply slip: nurture support", `for ${walk.child}, class`, "Return this slip to"])
        if (!close(letter).includes(close(part))) throw new Error(`the slip lacks “${part}”`);
  }),
};


export const towardsAPlace = {
  "a parent reads the letter on their phone and agrees": async (walk) => {
    for (const letter of walk.letters)
      await parent(walk, linkIn(letter), async (they) => {
        await they.doesNotSee(walk.child);
        await they.dates("When was the child born?", walk.bornOn(walk.child));
        await they.presses("Go on to the letter");
        await they.sees(`Do you agree that ${walk.forename} takes part?`, "You can change your mind at any time");
        await they.photograph("parent");
        await they.presses("Yes, I agree");
        await they.sees(`On Wednesday 16 September 2026 you agreed that ${walk.forename} takes part in nurture support.`);
      });
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
    await she.fills({ Time: walk.time, "How long a session takes": "40", "How many weeks": "6" });
    await she.presses("Make the programme");
    await she.sees(`A place for ${walk.forename}`, walk.programme, "Just made");
    await she.presses(`Allocate ${walk.forename}`);
    await she.sees("To start");
  }),
  "the Nurture Assistant writes down what the child hopes for": nurtureAssistant(async (she, walk) => {
    await she.sees(`Write the targets for ${walk.programme}`, "It starts on Tuesday 22 September 2026.");
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
