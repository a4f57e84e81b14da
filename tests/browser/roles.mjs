// Who takes part in a child's way. Each is given a page to act on, and the walk that the act belongs to.
import { Somebody } from "./somebody.mjs";

// Everyone keeps a browser of their own, and signs in once a day.
async function be(walk, role, act) {
  const somebody = walk.people.get(role) ?? (await Somebody.at(walk, role));
  walk.people.set(role, somebody);
  await somebody.beginsAtToday();
  await act(somebody, walk);
}
export const classTeacher = (act) => (walk) => be(walk, `Class teacher of ${walk.class_name}`, act);
export const classTeacherOf = (child) => (act) => (walk) => be(walk, `Class teacher of ${child(walk).class_name}`, act);
export const senco = (act) => (walk) => be(walk, "SENCo", act);
export const nurtureAssistant = (act) => (walk) => be(walk, walk.assistant, act);
export const headteacher = (act) => (walk) => be(walk, "Headteacher", act);
export const administrator = (act) => (walk) => be(walk, "Administrator", act);

// The headteacher opens the child's case, whose page is open, with a reason.
export async function opensTheCase(she, walk) {
  await she.follows(`Open ${walk.forename}'s case`);
  await she.fills({ "Your reason": "To see how it goes" });
  await she.presses("Open the case");
}

// Whoever has an address, such as the link of a letter, and no account.
const passerBy = (who) => async (walk, address, act) => {
  const somebody = await Somebody.at(walk, who);
  walk.current = somebody;
  await somebody.opens(address);
  await act(somebody);
  await somebody.leaves();
};
export const parent = passerBy("A parent");
export const visitor = passerBy("A visitor");
