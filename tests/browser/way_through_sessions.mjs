// The weeks of the programme.
import { classTeacher, headteacher, nurtureAssistant, opensTheCase, senco } from "./roles.mjs";

const confided = "Misses the dog.";
const ownWords = "I asked and they said yes.";
const question = "How often do you see the child join in at playtime?";

export const firstSession = {
  "the Nurture Assistant starts the programme and plans the session": nurtureAssistant(async (she, walk) => {
    await she.photograph("today-nurture-assistant");
    await she.goesTo("Programmes");
    await she.follows(walk.programme);
    await she.presses("Start");
    await she.sees("Running");
    await she.follows("Session 1");
    await she.fills({ "What the session will do": "Make the den rules together. Practise asking to join a game." });
    await she.presses("Save the plan");
    await she.sees("Register", walk.hope);
    await she.photograph("session");
  }),
  "the Nurture Assistant holds the session, and the child says how it was": nurtureAssistant(async (she, walk) => {
    await she.follows(`${walk.time} ${walk.programme}`);
    await she.presses(`${walk.forename} is here: record it`);
    await she.sees("Held on Tuesday 22 September 2026", "To write up");
    await she.follows(`Ask ${walk.forename} how it was`);
    await she.doesNotSee(walk.child);
    await she.photograph("how-it-was");
    await she.chooses("How was today?", "Good");
    await she.fills({ "Is there something you want to say?": ownWords });
    await she.chooses("May the others who help you see this?", "Yes, you may tell");
    await she.presses("That is how it was");
    await she.sees("Thank you for telling us");
    await she.unfolds("For the adult");
    await she.follows("Write it up");
  }),
  "the Nurture Assistant writes down what the session did": nurtureAssistant(async (she, walk) => {
    await she.follows(`${walk.time} ${walk.programme}`);
    await she.follows(`Write up ${walk.forename}`);
    await she.chooses(walk.hope, "4");
    await she.fills({ "What pleased you": "Asked to join, and waited for the answer.", "Next time": "Practise on the playground.", "In confidence": confided });
    await she.sees(`In ${walk.forename}'s own words`);
    await she.photograph("evaluation");
    await she.presses("Save");
    await she.sees("Written up");
  }),
};

export const lookingOn = {
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
    await she.sees("Asked to join, and waited for the answer.", ownWords);
    await she.doesNotSee(confided);
  }),
  "the Nurture Assistant asks the class teacher": nurtureAssistant(async (she, walk) => {
    await she.finds(walk.child);
    await she.sees("because you");
    await she.follows("Ask the class teacher");
    await she.fills({ "What do you want to know?": question });
    await she.presses("Ask the class teacher");
    await she.sees(question);
  }),
  "the class teacher answers from Today": classTeacher(async (she, walk) => {
    await she.sees(question);
    await she.photograph("today-class-teacher");
    await she.unfolds("Answer here");
    await she.fills({ [question]: "On two days of five, and for longer each time." });
    await she.presses("Send the answer");
    await she.finds(walk.child);
    await she.sees("You see this because you teach", "Running");
    await she.doesNotSee(confided);
  }),
  "the headteacher opens the story": headteacher(async (she, walk) => {
    await she.finds(walk.child);
    await she.sees("You see this because you are the headteacher.");
    await opensTheCase(she, walk);
    await she.sees("You see this because you are the headteacher and opened it with a reason.", "Running");
    await she.doesNotSee(confided);
  }),
};

export const session = (number, rating) => ({
  [`the Nurture Assistant holds session ${number} and writes it up`]: nurtureAssistant(async (she, walk) => {
    await she.follows(`${walk.time} ${walk.programme}`);
    await she.presses(`${walk.forename} is here: record it`);
    await she.follows(`Write up ${walk.forename}`);
    await she.sees(`Session ${number}`, "Last time: ");
    await she.chooses("Was the child there?", "Yes");
    await she.chooses(walk.hope, String(rating));
    await she.chooses("How was it", "Good");
    await she.presses("Save");
    await she.sees("Written up");
  }),
});

export const lostSession = {
  "the Nurture Assistant records that the room was lost": nurtureAssistant(async (she, walk) => {
    await she.follows(`${walk.time} ${walk.programme}`);
    await she.sees("Session 3");
    await she.unfolds("The session was not held");
    await she.chooses("Why", "The room was needed");
    await she.chooses("Is it held on another day?", "Yes, a week after the last session");
    await she.presses("Record that it was not held");
    await she.sees("Put off", "Tuesday 10 November");
  }),
};
