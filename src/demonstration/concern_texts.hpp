#pragma once

#include <array>
#include <string_view>

// What is written from the first concern to the waiting list.
namespace demonstration::texts {

inline constexpr std::array<std::string_view, 7> seen_friendships{
    "{child} spends most {when} on the bench by the {place}, and says the games are full. Nobody is unkind; "
    "nobody asks.",
    "Since {friend} moved to another table, {child} drifts from group to group and often ends up with the "
    "adults on duty.",
    "{child} joins games by changing the rules, and then is left out. It has happened on four days of the "
    "last ten.",
    "In {lesson} {child} waits to be chosen for pairs and looks relieved when an adult steps in.",
    "{child} and {friend} fall out and make up several times a day. Both lose the first part of {lesson} to "
    "it.",
    "{child} gives sweets and rubbers away to be let into a game, and is upset afterwards.",
    "{child} told me there is nobody to sit with at lunch. I watched for a week and mostly it is so.",
};
inline constexpr std::array<std::string_view, 7> seen_self_esteem{
    "{child} rubs out good work in {lesson} before anyone can see it, and says it is rubbish.",
    "{child} will not put up a hand, though the answer is on the whiteboard in front of them and right.",
    "When praised, {child} looks for who else did better. Stickers come home in the bin, Mum says.",
    "{child} says “I can’t” before the task is given out. With an adult near, the same task is done in "
    "minutes.",
    "{child} asked to be taken out of the assembly because “everyone will see I’m no good at it”.",
    "{child} copies {friend} in {lesson}, word for word, even where {friend} is wrong.",
    "{child} has stopped bringing the reading book home. It lives in the tray, at the same page.",
};
inline constexpr std::array<std::string_view, 7> seen_anger{
    "{child} goes from calm to shouting in a breath when a turn is missed, mostly after {when}. Sorry every "
    "time.",
    "Three times this week {child} has torn the page in {lesson} and gone under the table until it passed.",
    "{child} kicked the {place} door when told the ball had gone over. It took twenty minutes with an adult "
    "to settle.",
    "{child} says the feeling “comes up like a lift”. Leaving the room helps, if somebody notices in time.",
    "{child} argues with every decision in games and walks off the pitch. {friend} has stopped playing.",
    "Losing at anything is hard: the board went on the floor twice, and {child} could not say why.",
    "The afternoons are harder than the mornings. On Tuesday {child} shouted at {friend} over a glue stick.",
};
inline constexpr std::array<std::string_view, 7> seen_anxiety{
    "{child} holds on at the gate in the mornings and needs ten minutes with an adult before coming in.",
    "{child} asks several times a day what happens next, and has tummy ache before {lesson}.",
    "{child} would not come on the trip. In the days before it there was hardly any sleep, Dad says.",
    "Before each test {child} goes to the toilet three or four times. The marks are fine.",
    "{child} freezes when spoken to by somebody new, and did not speak at all to the supply teacher.",
    "When the fire bell rang {child} stayed shaky all day, and now sits where the bell can be seen.",
    "{child} worries about getting things wrong at home time: the coat, the bag, the letter, all checked "
    "again and again.",
};
inline constexpr std::array<std::string_view, 7> seen_separation{
    "Since the parents parted, {child} is tired on changeover days and tearful at home time.",
    "{child}’s grandfather died in the holidays. {child} talks about him in {lesson} and then cannot go on.",
    "{child} has moved to new foster carers this term and keeps a packed bag under the peg.",
    "{child} asks each day who is fetching, and cannot begin {lesson} until it is written on the board.",
    "Dad is working away for some months. {child} keeps the postcards in the tray and reads them in {when}.",
    "A new baby at home, and {child} has gone quiet. Mum says there is not much time for just the two of "
    "them.",
    "{child}’s dog died and it has brought back losing Nan. Tears most days at about the same hour.",
};

// What parents tell, in their own words.
inline constexpr std::array<std::string_view, 3> home_friendships{
    "{child} tells us there is nobody to play with, and asks to go home for lunch.",
    "There was no birthday invitation all year. {child} has noticed, and so have we.",
    "At home we hear every evening who would not sit where. {child} cries about it in bed.",
};
inline constexpr std::array<std::string_view, 3> home_self_esteem{
    "{child} says “I’m the thick one” at the table and means it. We do not know where it comes from.",
    "Homework ends in tears before it has begun. {child} is sure that it will be wrong.",
    "{child} has given up swimming and drawing, and says other children do it better.",
};
inline constexpr std::array<std::string_view, 3> home_anger{
    "The afternoons after school are one long quarrel. On Sunday a door was broken. {child} was sorry.",
    "{child} hits out at the little one when something goes wrong at school. We hear of it days later.",
    "We cannot play a board game any more. {child} asks us for help with it.",
};
inline constexpr std::array<std::string_view, 3> home_anxiety{
    "Sunday evenings {child} has tummy ache, and does not sleep before the week begins.",
    "{child} will not go upstairs alone, and asks each morning what happens if we are late.",
    "Getting out of the house takes an hour. In the car {child} goes quiet and holds on to the seat.",
};
inline constexpr std::array<std::string_view, 3> home_separation{
    "Since we parted, {child} packs and unpacks the bag, and wants to ring whoever is not there.",
    "{child} misses Grandad very much and will not talk about it with us, perhaps not to make us sad.",
    "With the baby at home there is less time for {child}, who has begun to speak like a baby too.",
};
inline constexpr std::array<std::string_view, 5> tried_at_home_lines{
    "We talk about the good things of the day at bedtime.",
    "A chart on the fridge; it worked for two weeks.",
    "Spoke with our doctor, who says to give it time and to ask school.",
    "Time with each of us alone at the weekend.",
    "We did not want to make much of it, and have only listened so far.",
};

// What comes from people outside who work with the family.
inline constexpr std::array<std::string_view, 3> seen_by_agency_lines{
    "On our visits {child} stays close to one adult and watches the door. At school it may look like not "
    "listening.",
    "The family tells us of hard mornings and of a child who says little about the day.",
    "In our sessions with the family {child} finds it hard to say what is wrong, and would like somebody at "
    "school to go to.",
};
inline constexpr std::array<std::string_view, 2> tried_by_agency_lines{
    "Six visits at home, and a plan for mornings that the parents keep to.",
    "A family worker comes once a week; nothing in school yet.",
};

inline constexpr std::array<std::string_view, 16> tried_lines{
    "A quiet word each morning, and a job to do before the register.",
    "Moved to a table nearer the front, beside somebody kind.",
    "A time-out card, used well on some days and forgotten on others.",
    "A visual timetable on the table.",
    "A talk partner, changed each week.",
    "Playground buddy at {when}.",
    "Feelings thermometer on the desk; used without being asked in the last days.",
    "Circle time on the theme, twice.",
    "Spoke with Mum at the door; we use the same words at home and here.",
    "Five minutes with the teaching assistant after {when}.",
    "Praise in private, never in front of the class.",
    "Small steps in {lesson}, ticked off one by one.",
    "A worry box on the windowsill.",
    "Helps in the library on hard days.",
    "Told beforehand what will change today.",
    "Nothing special yet: I wanted to ask first.",
};

inline constexpr std::array<std::string_view, 8> answers_to_parents{
    "Thank you for telling us. We have talked it over and would like to offer nurture support; a letter "
    "follows.",
    "I rang on the same day. We agreed to watch for two weeks, and that nurture support would be discussed.",
    "We spoke at the gate. The class teacher sees the same; the SENCo has taken it into the next discussion.",
    "I have told you what we see in school and which small things we do from now on. You hear from me by "
    "Friday.",
    "We met for half an hour. You would like somebody to listen to {child} regularly, and we are arranging "
    "that.",
    "I explained how nurture support works, and that you are asked before anything starts.",
    "Your worry fits what we see. {child} has been referred, and meanwhile has a job with the caretaker on "
    "Mondays.",
    "We agreed that this is for now a matter for the classroom, and to speak again in three weeks.",
};

inline constexpr std::array<std::string_view, 4> discussion_friendships{
    "The wish to have friends is there; what is missing is how to begin. A group with practice every week "
    "fits.",
    "Seen in class and outside by three adults. Playing together is to be learnt in small steps.",
    "It costs {child} learning time each day. Turn-taking and joining in are the targets.",
    "{child} gets on with younger children and with adults; the gap is with classmates.",
};
inline constexpr std::array<std::string_view, 4> discussion_self_esteem{
    "Ability is not the question. {child} needs to see for themself what goes well.",
    "Work is hidden or thrown away in three subjects. Strengths are to be found and named.",
    "The class teacher’s strategies help while an adult is near; the aim is without.",
    "The picture {child} has of themself does not match what anyone else sees.",
};
inline constexpr std::array<std::string_view, 4> discussion_anger{
    "{child} wants it to be different and can say what helps afterwards. Before is what we work on.",
    "It comes from frustration and passes. Recognising the first signs is the target.",
    "There is a pattern after {when}. Calming in time can be learnt, and {child} is willing.",
    "Two adults have kept a diary for three weeks: it is about losing and about waiting.",
};
inline constexpr std::array<std::string_view, 4> discussion_anxiety{
    "The worry keeps {child} from things that would be fun. Naming it and small brave steps are the targets.",
    "Home sees the same in the evenings. A safe person in school and a plan for mornings.",
    "Attendance is still good, and we want it to stay so. Mornings first.",
    "The worry is about what is unknown; preparing and practising helps.",
};
inline constexpr std::array<std::string_view, 4> discussion_separation{
    "A loss that needs time and a person. One to one, with a memory book.",
    "Much has changed at home at once. {child} needs an adult in school who is the same each week.",
    "The family has asked for it and works with us. Words for feelings first.",
    "Home is doing what it can. A fixed hour in the week gives {child} something to hold on to.",
};

inline constexpr std::array<std::string_view, 8> prioritisation_lines{
    "Learning suffers every day, and nothing has been offered before.",
    "It can wait some weeks; the classroom strategies are helping a little.",
    "A change at home is near, so it is better now than later.",
    "Strong need at home and in school; the family wishes for help early.",
    "Mild, and known for some time. Time waiting speaks for {child}.",
    "The class teacher reports less progress in two subjects since it began.",
    "{child} is willing now. That counts.",
    "The concern is recent and clear, and two adults see the same.",
};

inline constexpr std::array<std::string_view, 3> reasons_for_a_group{
    "Ready to work in a group, and there are others of the same age with the same target.",
    "Needs practice with other children more than talk with an adult.",
    "Gets on well in small company; a group is where it can be tried out.",
};
inline constexpr std::array<std::string_view, 3> reasons_for_one_to_one{
    "A group would be too much at this time. One to one.",
    "Speaks with one adult and falls silent with more. One to one first.",
    "What weighs on {child} is not for other children’s ears. One to one.",
};
inline constexpr std::array<std::string_view, 3> reasons_after_support{
    "Support ended two terms ago and the gain has not held.",
    "Was supported last year and did well; a new worry has come on top.",
    "The earlier programme was cut short, and its targets are still open.",
};

inline constexpr std::array<std::string_view, 10> meanwhile_lines{
    "Checks in with the teaching assistant at the start of each day.",
    "Quiet corner at {when}, with a friend of {child}’s choice.",
    "Playground leader keeps an eye out and starts a game.",
    "Ten minutes with an adult on Mondays, after the register.",
    "The class teacher uses the strategies for this area; reviewed in three weeks.",
    "Lunch club in the library, Tuesdays and Thursdays.",
    "A book to draw in when it gets too much, and a place to go.",
    "Gardening with the caretaker’s team on Wednesdays.",
    "Visual plan for mornings, made with {child}.",
    "Parents have the leaflet, and a talk with the SENCo is booked.",
};

}  // namespace demonstration::texts
