#include "strategies/library.hpp"

#include <array>

namespace strategies {
namespace {

constexpr std::array suggestions{
    Suggestion{
        "Friendships",
        "Give the pair a job",
        "Ask the child and one kind classmate to do a small job together each day, such as giving out books. "
        "Keep the pair the same for two weeks."},
    Suggestion{
        "Friendships",
        "Plan playtime before it begins",
        "Two minutes before the bell, ask: who will you play with, what will you play, what will you do if "
        "they are busy? Ask afterwards how it went."},
    Suggestion{
        "Friendships",
        "Words to join a game",
        "Practise one sentence until it comes easily: “Can I join in? What are the rules?” "
        "Tell the adult on duty to listen for it."},
    Suggestion{
        "Friendships",
        "Choose groups yourself",
        "Avoid “find a partner”. Name the groups, so that nobody is left until last."},
    Suggestion{
        "Self-esteem",
        "Praise what was done",
        "Name the effort and what it led to: “You tried a second way, and it worked.” "
        "Say it quietly where praise in front of others is hard to bear."},
    Suggestion{
        "Self-esteem",
        "A book of things I can do",
        "Once a week write one line together about something that went well, with the date. "
        "Read back to the first page when a day goes badly."},
    Suggestion{
        "Self-esteem",
        "Let the child be the one who knows",
        "Find something the child knows well and ask them to show it to a younger child or a small group."},
    Suggestion{
        "Self-esteem",
        "Begin with what is certain",
        "Start each task with a question that the child can surely answer, then go on to the new part."},
    Suggestion{
        "Anger",
        "Agree a way out",
        "Agree a sign and a place: the child shows a card, goes to the quiet corner for five minutes, and "
        "comes "
        "back without being asked why."},
    Suggestion{
        "Anger",
        "Say less",
        "When the child is cross, stand beside and not in front, say one short sentence, and wait. "
        "Talk about it when both are calm."},
    Suggestion{
        "Anger",
        "Look for the minute before",
        "For a week note what happened just before: where, when, with whom, which task. "
        "Change one of these and see."},
    Suggestion{
        "Anger",
        "A thermometer of feelings",
        "Draw a scale from calm to boiling on the desk. Ask for a number at three fixed times a day, "
        "and offer a calming thing at the middle of the scale."},
    Suggestion{
        "Anxiety",
        "Show the day",
        "Put the day's plan where the child can see it and cross off what is done. "
        "Tell them of changes early, and what stays the same."},
    Suggestion{
        "Anxiety",
        "A soft start",
        "Let the child come in five minutes early to a known adult and a known job."},
    Suggestion{
        "Anxiety",
        "Small steps",
        "Cut what is feared into five steps and take the easiest first. Stay on a step until it is dull."},
    Suggestion{
        "Anxiety",
        "A time for worries",
        "Write worries on slips through the day and put them into a box. Look at them together at a fixed "
        "time "
        "for ten minutes; most have shrunk."},
    Suggestion{
        "Separation",
        "A known face at the door",
        "The same adult meets the child each morning with the same words. The goodbye is short and kind, "
        "and says who comes back and when."},
    Suggestion{
        "Separation",
        "Something from home",
        "Let the child keep a small thing from home in a pocket or tray, and decide themselves when to hold "
        "it."},
    Suggestion{
        "Separation",
        "Use plain words for loss",
        "Say “died” where somebody died, and “lives somewhere else” where parents parted. "
        "Answer what is asked, no more; it is fine to say that you do not know."},
    Suggestion{
        "Separation",
        "Mind the hard dates",
        "Note birthdays, anniversaries, Mother's Day and court days, and ask the child beforehand what they "
        "would like to do."},
    Suggestion{
        "Confidence",
        "Think first, then speak",
        "Give ten seconds before anybody answers, and let children tell a partner before they tell the "
        "class."},
    Suggestion{
        "Confidence",
        "Let the child choose",
        "Offer two ways to do the same task and let the child choose. Keep to what they chose."},
    Suggestion{
        "Confidence",
        "Mistakes on purpose",
        "Make a small mistake on the board, notice it aloud and mend it calmly, so that the class sees how."},
    Suggestion{
        "Social skills",
        "Turn by turn",
        "Play a short board game with an adult twice a week. Say each step aloud: wait, watch, my turn, well "
        "played."},
    Suggestion{
        "Social skills",
        "Listening partners",
        "One talks for a minute, the other listens and says back one thing. Then they change over."},
    Suggestion{
        "Social skills",
        "Replay it",
        "After a quarrel, draw it as three pictures: what happened, what each one thought, what could happen "
        "next time."},
    Suggestion{
        "Early learning skills",
        "One instruction at a time",
        "Say the name, wait for the eyes, give one instruction, and let the child say it back."},
    Suggestion{
        "Early learning skills",
        "Short tasks with an end",
        "Set a task of five minutes with a clear end and a sand timer. Make it longer by a minute each "
        "week."},
    Suggestion{
        "Early learning skills",
        "Everything in its place",
        "Label trays with pictures and give the child one tray to look after, so that starting takes no "
        "search."}};

}  // namespace

std::span<Suggestion const> library() { return suggestions; }

}  // namespace strategies
