// From the last session to the impact and the next step.
import { administrator, classTeacher, headteacher, nurtureAssistant, opensTheCase, senco } from "./roles.mjs";

export const completion = {
  "the Nurture Assistant completes the programme": nurtureAssistant(async (she, walk) => {
    await she.goesTo("Programmes");
    await she.follows(walk.programme);
    await she.presses("Complete");
    await she.sees("Completed", "Planned 6, delivered 6, attended 6");
    await she.finds(walk.child);
    await she.sees("Impact review to come", "The impact review opens on Tuesday 8 December 2026.", "Put off , 6 Oct The room was needed");
    await she.photograph("story");
  }),
  "the class teacher learns when the impact is to be measured": classTeacher(async (she, walk) => {
    await she.finds(walk.child);
    await she.sees("Impact review to come", "Tuesday 8 December");
  }),
};

export const checkIn = {
  "the Nurture Assistant logs a check-in": nurtureAssistant(async (she, walk) => {
    await she.finds(walk.child);
    await she.follows("Check-ins");
    await she.fills({ "How the child is, in a line": "Came to say hello." });
    await she.presses("Log the check-in");
    await she.sees("Came to say hello.");
  }),
};

export const impact = {
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
    await she.hasToDo(`Decide the next step for ${walk.forename}`);
    await she.finds(walk.child);
    await she.follows("Decide the next step");
    await she.sees("The class teacher says: Sustained.");
    await she.chooses("What comes next?", "Nothing more is needed now");
    await she.fills({ Why: "It lasts without support." });
    await she.photograph("next-step");
    await she.presses("Decide and close");
    await she.finds(walk.child);
    await she.sees("Closed", "Session 3 was held", "The programme was completed");
  }),
  "the headteacher sees what came of it": headteacher(async (she, walk) => {
    await she.finds(walk.child);
    await opensTheCase(she, walk);
    await she.sees("Closed", "Sustained", "Plays with two others at most playtimes.");
  }),
  "the administrator sees nothing of it": administrator(async (she, walk) => {
    await she.finds(walk.child);
    await she.doesNotSee("Sustained");
    await she.doesNotSee("Friendships");
  }),
};
