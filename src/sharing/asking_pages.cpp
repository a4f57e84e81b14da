// What the child is asked, in a child's words and with drawn choices.
#include <algorithm>

#include "base/text.hpp"
#include "design/controls.hpp"
#include "design/notices.hpp"
#include "design/until.hpp"
#include "safeguarding/pages.hpp"
#include "sharing/pages.hpp"

namespace sharing::pages {
namespace {

constexpr std::string_view told_before_too = "Also what you told before.";

std::string who_in_words(AskedAbout const& one) {
    if (one.circle) return std::string(to_the_child(*one.circle));
    if (!one.role) return one.name;
    return one.name + ", " + std::string(to_the_child(*one.role));
}

std::string asked_of(Zone zone) {
    return zone == Zone::progress ? "May they know how it goes with us?" : "May they know what you tell me?";
}

std::string until_which_day(Zone zone) {
    return zone == Zone::progress ? "How it goes with us: until which day?"
                                  : "What you tell me: until which day?";
}

// Who raised a concern is settled by the time of the asking, so the child hears whom they would let know. Who
// holds the sessions changes, and is whoever does.
h::Node who_they_are(AskedAbout const& one, Asking const& asking) {
    if (one.circle == Circle::support)
        return h::p("If somebody new does them one day, they may know it too.");
    if (!one.circle || asking.raised_by.empty()) return {};
    return h::p("This means ", text::listed(asking.raised_by), ".");
}

// Whom the SENCo told is settled, so the child hears it and is asked for no door; why is for adults.
h::Node who_know_already(Asking const& asking) {
    if (asking.know_already.empty()) return {};
    return h::p(
        "How it goes with us, the school had to tell already to ",
        text::listed(asking.know_already),
        ", so that they can help you. What you tell me was not told to them by that."
    );
}

std::string last_time(AskedAbout const& one, Zone zone, Asking const& asking) {
    auto const said = last_word_on(one, zone, asking.last_words);
    if (!said) return {};
    if (!said->yes) return "Last time: closed.";
    if (!said->until_on) return "Last time: open.";
    std::string const over = *said->until_on < asking.today ? " That day is over." : "";
    return "Last time: open, until " + calendar::weekday_day_month(*said->until_on) + "." + over;
}

// The door opens to all that the child ever told in this support, and a child who isn't told so would think
// of what they say from now on.
std::string beside_the_door(AskedAbout const& one, Zone zone, Asking const& asking) {
    auto const last = last_time(one, zone, asking);
    if (zone != Zone::confidence) return last;
    return std::string(told_before_too) + (last.empty() ? "" : " " + last);
}

// Whoever asks may not ask for the door to what was said; the child hears that it stands as they left it.
h::Node door_not_asked_about(AskedAbout const& one, Asking const& asking) {
    if (!one.opens_to_asker || !last_word_on(one, Zone::confidence, asking.last_words)) return {};
    auto const open = last_word_on(one, Zone::confidence, asking.stay_open);
    if (!open || !open->yes)
        return h::p("What you tell me: that door stays closed. I am not the one who may ask you about it.");
    auto const until =
        open->until_on ? ", until " + calendar::weekday_day_month(*open->until_on) : std::string();
    return h::p(
        "What you tell me: that door stays open, as you left it" + until +
        ". I am not the one who may ask you about it. It closes if you close how it goes with us."
    );
}

h::Node about(AskedAbout const& one, Asking const& asking, Answers const& answers) {
    std::vector<h::Node> doors;
    std::vector<design::DateInput> days;
    for (auto const zone : zones_asked(one)) {
        doors.push_back(design::door_radios(
            answers,
            {.name = door_field(zone, one),
             .legend = asked_of(zone),
             .hint = beside_the_door(one, zone, asking)}
        ));
        days.push_back({.name = until_field(zone, one), .legend = until_which_day(zone)});
    }
    return h::div(
        h::css("asked__one"),
        design::fieldset(
            who_in_words(one),
            h::group(
                who_they_are(one, asking),
                h::group(doors),
                design::until(answers, "Only until a day", days),
                door_not_asked_about(one, asking)
            )
        )
    );
}

// Folded away: most children name nobody so, and one that names them stands among the others next time.
h::Node circles(Asking const& asking, Answers const& answers) {
    auto const beside = circles_beside(asking.about);
    if (beside.empty()) return {};
    bool const open = std::ranges::any_of(beside, [&](AskedAbout const& one) {
        return std::ranges::any_of(zones_asked(one), [&](Zone zone) {
            return !answers.typed.value(door_field(zone, one)).empty() ||
                   !answers.error(until_field(zone, one)).empty();
        });
    });
    return design::details(
        "Some grown-ups together",
        h::group(h::each(beside, [&](AskedAbout const& one) { return about(one, asking, answers); })),
        open
    );
}

std::vector<design::Choice> choices_of(std::vector<std::pair<StaffId, std::string>> const& people) {
    std::vector<design::Choice> choices;
    for (auto const& [id, name] : people) choices.push_back({.value = std::string(id.text()), .text = name});
    return choices;
}

bool is_wanted(int number, Answers const& answers) {
    for (int later = number; later <= most_at_once; ++later) {
        auto const who = another_fields(later).who;
        if (!answers.typed.value(who).empty() || !answers.error(who).empty()) return true;
    }
    return false;
}

// Each stands folded away under the one before. What was chosen of nobody stands open again: nothing else
// takes such a choice back.
h::Node another(Asking const& asking, int number, Answers const& answers) {
    auto const fields = another_fields(number);
    bool const is_somebody = !answers.typed.value(fields.who).empty();
    auto const next = [&]() -> h::Node {
        return design::details(
            "And another grown-up", another(asking, number + 1, answers), is_wanted(number + 1, answers)
        );
    };
    return h::group(
        design::select(
            answers,
            {.name = fields.who,
             .label = number == 1 ? "Who" : "Who else",
             .choices = choices_of(asking.colleagues),
             .nothing = "Nobody else"}
        ),
        design::radios(
            is_somebody ? answers : design::blank(),
            {.name = fields.all,
             .legend = "What may they know?",
             .choices =
                 {{.value = "no", .text = "How it goes with us"},
                  {.value = "yes",
                   .text = "That, and what you tell me",
                   .hint = std::string(told_before_too)}}}
        ),
        design::until(
            answers,
            "Only until a day",
            {{.name = fields.until, .legend = until_which_day(Zone::progress)},
             {.name = fields.all_until, .legend = until_which_day(Zone::confidence)}}
        ),
        h::when(number < most_at_once, next)
    );
}

h::Node for_the_adult(Answers const& answers) {
    return h::section(
        h::css("for-the-adult"),
        h::h2("For the adult"),
        h::p("A yes to what the child tells opens all that was said in confidence since this support began, "
             "not only from today on. Make sure that the child knows this. A face and a sentence that the "
             "child kept behind a closed door at the end of a session stay closed."),
        design::radios(
            answers,
            {.name = "understands",
             .legend = "Does the child understand what they were asked?",
             .choices =
                 {{.value = "yes", .text = "Yes"},
                  {.value = "no",
                   .text = "Not yet",
                   .hint =
                       "A closed door counts all the same. An open one waits until the child understands."}}}
        ),
        design::text_input(
            answers,
            {.name = "why_judged",
             .label = "What makes you think so",
             .hint = "Such as: told me in their own words what an open door means"}
        ),
        design::date_input(
            answers,
            {.name = "until_on",
             .legend = "Until when, if the child named a day",
             .hint =
                 "For each open door that has no day of its own. Without a day it holds until the child says "
                 "otherwise or the case closes."}
        )
    );
}

}  // namespace

h::Node way_back(PupilId const& pupil, design::Place const& to) {
    return h::div(
        h::css("asked__back"),
        safeguarding::pages::link_for(pupil),
        h::nav(h::attribute("aria-label", "Back"), h::a(h::css("back"), h::href(to.path), to.text))
    );
}

design::Page asking(Asking const& asking, design::FormGuard const& guard, Answers const& answers) {
    std::vector<h::Node> each;
    for (auto const& one : asking.about) each.push_back(about(one, asking, answers));
    auto const somebody_else = [&] {
        return design::fieldset("Is there another grown-up here who may know?", another(asking, 1, answers));
    };
    return {
        .title = "Who may know?",
        .layout = design::Layout::whole_screen,
        .main = h::div(
            h::css("asked"),
            design::error_summary(answers.errors),
            design::heading("Who may know?"),
            h::p("You decide."),
            h::p("An open door means: yes, you may tell them."),
            h::p("A closed door means: keep it between us."),
            h::p("How a session was, where you closed the door on it, stays closed. Only you can open it, "
                 "when I "
                 "ask you about that session again."),
            h::p("You can change your mind whenever you like."),
            who_know_already(asking),
            h::p("If I am worried that somebody is not safe, I have to tell a grown-up who can help. I will "
                 "say so to you."),
            design::form(
                guard,
                asking_path(asking.the_case),
                h::group(each),
                circles(asking, answers),
                h::div(h::css("asked__one"), somebody_else()),
                for_the_adult(answers),
                design::button("That is what I want")
            ),
            way_back(asking.pupil, {.text = "Back to who may know", .path = sharing_path(asking.the_case)})
        )};
}

}  // namespace sharing::pages
