// The way of one child, day by day. Sessions are on Tuesdays, with a half term before the last but one; the third of them
// is lost and made up for at the end, so that the fourth counts as the third. The impact is measured four weeks after the
// last.
import { lostSession, firstSession, lookingOn, session } from "./way_through_sessions.mjs";
import { towardsAPlace, towardsConsent } from "./way_to_a_place.mjs";
import { checkIn, completion, impact } from "./way_to_impact.mjs";

export const days = [
  { moment: "2026-09-15 08:30", steps: towardsConsent },
  { moment: "2026-09-16 17:30", steps: towardsAPlace },
  { moment: "2026-09-22 12:30", steps: { ...firstSession, ...lookingOn } },
  { moment: "2026-09-29 12:30", steps: session(2, 4) },
  { moment: "2026-10-06 12:30", steps: lostSession },
  { moment: "2026-10-13 12:30", steps: session(3, 5) },
  { moment: "2026-10-20 12:30", steps: session(4, 6) },
  { moment: "2026-11-03 13:30", steps: session(5, 7) },
  { moment: "2026-11-10 13:30", steps: { ...session(6, 8), ...completion } },
  { moment: "2026-11-17 13:30", steps: checkIn },
  { moment: "2026-12-08 13:30", steps: impact },
];
