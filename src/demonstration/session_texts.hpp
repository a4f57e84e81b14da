#pragma once

#include <array>
#include <string_view>

// What is written in programmes: hopes, plans, evaluations.
namespace demonstration::texts {

inline constexpr std::array<std::string_view, 5> hope_friendships{
    "I want to know how to ask if I can play",
    "I want a friend who waits for me",
    "Not fall out so much",
    "Be able to say no and still be friends",
    "I want to join in without being bossy"};
inline constexpr std::array<std::string_view, 5> hope_self_esteem{
    "I want to show my work without covering it",
    "Put my hand up sometimes",
    "Think I am good at something",
    "Try it before I say I can’t",
    "Believe people when they say well done"};
inline constexpr std::array<std::string_view, 5> hope_anger{
    "I want to stop before I shout",
    "Lose a game and be OK",
    "Know when my lift is going up",
    "Use my words when it isn’t fair",
    "Go to my calm place by myself"};
inline constexpr std::array<std::string_view, 5> hope_anxiety{
    "I want to come in by myself",
    "Not have tummy ache before {lesson}",
    "Make my worries smaller",
    "Talk to someone new",
    "Be brave on trips"};
inline constexpr std::array<std::string_view, 5> hope_separation{
    "I want to talk about it without crying all day",
    "Remember the good things",
    "Feel OK on swap days",
    "Have someone to tell",
    "Know who is picking me up"};

inline constexpr std::array<std::string_view, 8> plans_of_any{
    "First meeting. Rules made by the children. “All about me” cards. End: choose a badge for the folder.",
    "Feelings charades with eight cards; which feelings are near to each other? Close with breathing, five "
    "fingers.",
    "Story with a gap: what could happen next? Act two endings. What would each feel?",
    "Board game with turns. Before: what helps me wait? After: one kind thing I noticed.",
    "Draw a map of school with easy and hard places. Choose one hard place and a plan for it.",
    "Strengths tree: a leaf from each of us for each of us. Read them aloud.",
    "Practise in the {place} with two helpers. Talk about it over juice.",
    "Last meeting. Look through the folder; what has changed, what stays? Letter to myself. Small tea party.",
};
inline constexpr std::array<std::string_view, 6> plan_friendships{
    "How to join a game: watch, wait, ask. Three small plays, swap parts. Try it out on the playground at "
    "{when}.",
    "Falling out and making up: traffic light. Each one tells of a time; what was red, what was green?",
    "Listening pairs: back to back drawing. What made it easy to listen?",
    "What is a good friend? Recipe cards. Cook one up for our wall.",
    "Saying no kindly. Role play with puppets, then without.",
    "Build a den together with one roll of tape. Who did what? Thank each other.",
};
inline constexpr std::array<std::string_view, 6> plan_self_esteem{
    "Proud moments: three photographs or drawings. Tell the story of one of them.",
    "Teach us something you can do. Five minutes each, applause is allowed.",
    "Mistakes that made something good: the story of the sticky note. Our own mistakes museum.",
    "Compliment post box. How does it feel to get one, and to write one?",
    "“Yet”: what I cannot do yet. Choose one and cut it in three steps.",
    "Make a shield with four fields: good at, kind when, proud of, want to try.",
};
inline constexpr std::array<std::string_view, 6> plan_anger{
    "The volcano: what is under it? Draw one’s own. Three first signs in the body.",
    "A toolbox for calm: try six tools, keep two. Card for the pencil case.",
    "Fair and unfair: sort twelve small stories. Where do we differ?",
    "Losing practice: five quick games, and a good loser’s sentence.",
    "Ladder of words from “fed up” to “furious”. Where is a step to get off?",
    "Stop, think, do: a comic in four boxes of something that really happened.",
};
inline constexpr std::array<std::string_view, 6> plan_anxiety{
    "Worry monsters in clay. What does it want, what does it fear?",
    "Big worry, small worry, not my worry: three jars.",
    "A brave ladder with five rungs; climb the lowest this week.",
    "Breathing with a feather; a safe place in the mind, drawn with all five senses.",
    "Detectives: what do I know, what do I only guess? Two cases from this week.",
    "Practise the morning: from the gate to the peg, with a helper and then without.",
};
inline constexpr std::array<std::string_view, 6> plan_separation{
    "Memory jar: layers of coloured salt, one for each memory.",
    "Family tree with everyone who belongs. There is room for all.",
    "Feelings weather for the week; some days have two.",
    "Two homes, two lists: what is the same in both?",
    "A letter that need not be sent.",
    "Hand print of helpers: five people and what each is good for.",
};

inline constexpr std::array<std::string_view, 10> plan_reviews{
    "Clear and well paced. Leave more time for the ending.",
    "Good to see the playground used. Tell the class teacher which words you practise.",
    "A little full: keep two of the three activities.",
    "Fits the targets of all of them. Carry on.",
    "Ask the children which part they would drop.",
    "Talked through together; the second half now starts with movement.",
    "Lovely. May I show it at the staff meeting, without names?",
    "The target on listening could come up earlier.",
    "Agreed. The puppets help more than I had thought.",
    "Plan for what happens if somebody wants to leave the room.",
};

inline constexpr std::array<std::string_view, 10> noticed_friendships{
    "{child} asked {friend} to swap cards, waited for the answer and took the no well.",
    "Laughed with the others for the first time. Stayed in the game to the end.",
    "{child} noticed that {friend} had no chair and fetched one.",
    "Two ideas for the den, and let one of them go.",
    "{child} said “do you want to go first?” without being prompted.",
    "Quiet today, but chose to sit next to {friend}.",
    "Used watch, wait, ask in the playground. They let {child} in.",
    "Fell out over the dice, and it was over in two minutes, with words.",
    "Waited at the edge, breathed, and went in with a question. It worked.",
    "{child} offered a swap instead of a quarrel, and was surprised that it was taken.",
};
inline constexpr std::array<std::string_view, 10> noticed_self_esteem{
    "{child} showed the drawing before I asked, and did not cover it.",
    "Said “I’m quite good at this, actually.” The others agreed.",
    "{child} read the compliment twice and put it in the pocket.",
    "Tried the hard puzzle first. Not finished, not minded.",
    "Taught us finger knitting, clear as a teacher.",
    "A bit flat; one leaf for the strengths tree after long thought, and a true one.",
    "{child} told the mistakes museum story to the headteacher in the corridor.",
    "Put up a hand in {lesson} today, the teacher tells me.",
    "Chose the badge with the star without asking whether it was allowed.",
    "{child} laughed about a mistake and drew it into the museum.",
};
inline constexpr std::array<std::string_view, 10> noticed_anger{
    "{child} felt it coming and squeezed the ball. We carried on after a minute.",
    "Lost twice, shook hands twice. Looked surprised about it.",
    "Named three first signs: hot ears, tight hands, loud voice.",
    "A hard day; {child} asked for the calm corner and came back without being fetched.",
    "Explained the ladder to {friend}, with examples that were funny and exact.",
    "{child} said sorry to {friend} before anyone mentioned it.",
    "Got off at “cross”. It did not go further.",
    "Shouted once, then used the card. That order is new.",
    "Walked to the door, came back, sat down. Nobody had said a word.",
    "{child} told me about lunch: “it went up to three and then down”.",
};
inline constexpr std::array<std::string_view, 10> noticed_anxiety{
    "Came in with a smile and told me about the weekend before sitting down.",
    "Put two worries into the small jar that lay in the big one last week.",
    "{child} said hello to the visitor. Quietly, but first.",
    "Climbed the second rung: read aloud to the group, one line.",
    "Tummy ache at the start, forgotten after the clay.",
    "{child} laughed at the worry monster and gave it a hat.",
    "Asked only once what comes next.",
    "Walked from the gate to the peg alone on three days of five.",
    "Let go of the sleeve after a minute and did not look for it again.",
    "{child} read the brave ladder out and crossed off a rung.",
};
inline constexpr std::array<std::string_view, 10> noticed_separation{
    "{child} told the story of the fishing rod, all of it, and smiled at the end.",
    "Chose blue for the jar, “because he liked the sea”.",
    "A few tears and then wanted to go on. We did.",
    "Put both homes on one page for the first time.",
    "{child} listened to {friend} and said “me too”.",
    "Sleepy after the weekend; drew, and talked while drawing.",
    "Named five helpers without stopping to think.",
    "Asked to take the memory book home to show it.",
    "Brought a photograph and let it lie on the table while we talked.",
    "{child} knew what day it was and who would be at the gate, and was calm.",
};

inline constexpr std::array<std::string_view, 24> next_lines{
    "Start with movement.",
    "Let {child} choose the game.",
    "Practise in the {place}.",
    "Bring the feelings cards again.",
    "More time for talking at the end.",
    "Ask about the weekend first.",
    "Try it with {friend} as a partner.",
    "Show the folder to the class teacher, if {child} agrees.",
    "Smaller steps on the second target.",
    "Begin with the calm corner set up.",
    "Role play, then for real.",
    "Ask {child} to lead the opening.",
    "Finish the shield.",
    "Look at the brave ladder again.",
    "Fewer cards, more time.",
    "A new tool for the box.",
    "Invite {friend} for the last ten minutes.",
    "Write down what helped today.",
    "Repeat: it went well and needs practice.",
    "Use the story from this week.",
    "Take it outside if it is dry.",
    "Sit at the round table.",
    "Talk over {when} and what was hard there.",
    "Praise for small things, at once.",
};

// What a child adds to the face at the end.
inline constexpr std::array<std::string_view, 10> own_lines{
    "It was fun with the jar.",
    "I want to do that again.",
    "It was a bit long today.",
    "I liked it when we laughed.",
    "I said it out loud!",
    "It was loud in the corridor.",
    "I was good at it.",
    "Can we play it next time too?",
    "I didn’t want to go back yet.",
    "It helped.",
};

inline constexpr std::array<std::string_view, 16> said{
    "I like it here because it is quiet.",
    "I didn’t want to come at first, but then I did.",
    "Nobody in my class knows that I do drawing.",
    "I had a bad dream again.",
    "{friend} was nice to me.",
    "I don’t like it when people watch me.",
    "I wish it was longer.",
    "Home is a bit loud just now.",
    "I tried the breathing and it sort of worked.",
    "I told my nan about the jar.",
    "I still get that feeling, but smaller.",
    "I don’t want to talk about Saturday.",
    "I’m going to ask for the corner next time.",
    "It’s the only place I don’t have to be fast.",
    "I was proud.",
    "Can I bring my book next time?",
};

}  // namespace demonstration::texts
