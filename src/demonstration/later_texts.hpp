#pragma once

#include <array>
#include <string_view>

// What is written afterwards and beside, and what fills the slots.
namespace demonstration::texts {

inline constexpr std::array<std::string_view, 5> impact_not_yet{
    "Little change that I can see in class. The words are there when we talk, but not in the moment.",
    "Better in the weeks of the programme, and now back to where we were. Something else is going on.",
    "{child} enjoyed it, and speaks of it. In {lesson} it is much as before.",
    "It is too early to say that it has helped. I would like another look at mornings.",
    "No harm, and not much change; the hard part of the day has only moved to {when}.",
};
inline constexpr std::array<std::string_view, 6> impact_partly{
    "Clearly better in class, not yet at {when}. {child} now tells me when it is hard.",
    "Two good weeks and one bad one. The tools are used, if somebody reminds.",
    "Joins in with {friend} and two others; new children are still difficult.",
    "Hands up in {lesson} most days. In other lessons not yet.",
    "Home sees more than I do. In class it is a start.",
    "Settles faster than before: five minutes where it was twenty.",
};
inline constexpr std::array<std::string_view, 7> impact_sustained{
    "{child} comes in alone now and starts work. I had nearly forgotten how it was.",
    "Still using the card, without fuss. The class has taken up the idea.",
    "Plays with {friend} and others at {when}, falls out and makes up like anybody.",
    "Work goes up on the wall. {child} asked for it.",
    "Not one torn page since the programme, and told me why.",
    "Calm on changeover days. Talks about both homes.",
    "Reads aloud when asked, and once when not.",
};

inline constexpr std::array<std::string_view, 5> nothing_further_lines{
    "The gain has held. Check-ins as {child} asks for them.",
    "Nothing further for now; the class teacher keeps an eye on it.",
    "A good end. {child} wrote the last page of the folder.",
    "What was hoped for is reached. Look again in a term.",
    "Needs to practise in class more than to talk. The class teacher has a plan.",
};
inline constexpr std::array<std::string_view, 6> further_lines{
    "Half of it is reached, and it is worth another round.",
    "A place in the lunch club and a mentor from Year 6 may fit better.",
    "We will ask for advice from outside, as the parents wish.",
    "Again, and on a single target.",
    "The Early Help Service has offered to work with the family.",
    "The gain has not held at home. We try another way together.",
};

inline constexpr std::array<std::string_view, 12> questions{
    "How are the mornings at the moment? We practise coming in.",
    "Does {child} use the calm card in {lesson}?",
    "Who does {child} sit with at lunch these days?",
    "How was the week after our session on falling out?",
    "Is there a time of day that is harder than others?",
    "Have you seen {child} put up a hand?",
    "How does {child} take losing in PE?",
    "Did the trip go well?",
    "Has anything changed since we began?",
    "Would it help if I came into {lesson} for ten minutes?",
    "How does {child} manage when somebody else takes the class?",
    "Is the homework coming back?",
};
inline constexpr std::array<std::string_view, 12> question_answers{
    "Better. Three mornings of five without holding on.",
    "Yes, twice this week, and once I had to point at it.",
    "With {friend} mostly. On Friday with a larger group.",
    "A quarrel on Monday, and then really good.",
    "After {when}. The rest of the day is easy.",
    "Yes. In {lesson}, and the answer was right.",
    "Still hard, but no walking off.",
    "Went, enjoyed it, and sat with {friend} on the coach.",
    "More talk, fewer tears. I am pleased.",
    "That would be good, Thursdays are best.",
    "Asked me the day before who it would be, and was fine.",
    "Now and then. I would not press it at the moment.",
};

inline constexpr std::array<std::string_view, 10> messages{
    "{child} made something today that is worth asking about.",
    "{child} was brave today and may be tired this evening.",
    "We begin each session with a story from the week. You might help {child} choose one.",
    "Next week’s session is on another day because of the class trip.",
    "{child} would like to bring a photograph for the memory book. A copy is enough.",
    "We practise a breathing exercise with five fingers. {child} can show you how.",
    "{child} did well with waiting for a turn. If it shows at home, tell us.",
    "The last session is coming up. {child} has chosen to invite you to see the folder.",
    "{child} asked me to tell you that the calm card works on the bus too.",
    "Thank you for the note about the weekend. It helped today.",
};

inline constexpr std::array<std::string_view, 12> liaisons{
    "Mornings are the time to watch; class teacher greets at the door.",
    "Lunchtime staff know the calm card now.",
    "Same words for feelings in class as in the sessions.",
    "PE: {child} keeps the score on Fridays.",
    "Seating changed, {friend} is two tables away.",
    "Agreed not to take {child} out of {lesson}.",
    "Supply teacher on Monday; {child} is told before.",
    "Reading partner found in Year 6.",
    "Club on Wednesdays is going well, leave it as it is.",
    "Changeover day is now Thursday.",
    "Small praise, in private.",
    "Class teacher will try the strengths tree with all.",
};

inline constexpr std::array<std::string_view, 12> check_ins{
    "All well; showed me the new shoes.",
    "A wobble after the weekend, sorted by talking.",
    "Wanted to say that the card still works.",
    "New friend, and told me the name.",
    "A little worried about the trip. We looked at the map together.",
    "Came to borrow the feelings cards for the class.",
    "Five minutes, mostly jokes.",
    "A quarrel with {friend}; had already thought of a plan.",
    "Tired, glad of a quiet place.",
    "Drew for ten minutes, then back to class.",
    "Proud of a swimming badge.",
    "Misses the group. We will meet again before the end of term.",
};

inline constexpr std::array<std::string_view, 12> lessons{
    "maths",
    "reading",
    "writing",
    "science",
    "PE",
    "art",
    "music",
    "spelling",
    "computing",
    "history",
    "assembly",
    "guided reading"};
inline constexpr std::array<std::string_view, 8> places{
    "playground", "library", "hall", "field", "cloakroom", "music room", "garden", "quiet corner"};
inline constexpr std::array<std::string_view, 5> times{"break", "lunch", "playtime", "wet play", "home time"};
inline constexpr std::array<std::string_view, 16> friends{
    "Ash",
    "Robin",
    "Jordan",
    "Sky",
    "Rowan",
    "Ali",
    "Sasha",
    "Noor",
    "Kit",
    "Charlie",
    "Remi",
    "Jo",
    "Frankie",
    "Ariel",
    "Mika",
    "Alex"};

}  // namespace demonstration::texts
