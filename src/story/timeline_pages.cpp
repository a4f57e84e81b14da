#include "story/timeline_pages.hpp"

#include <algorithm>

#include "assessments/assessments.hpp"
#include "base/text.hpp"
#include "design/controls.hpp"
#include "design/lists.hpp"
#include "design/notices.hpp"
#include "impact/impact.hpp"
#include "openings/openings.hpp"
#include "referrals/concern.hpp"
#include "referrals/discussion.hpp"
#include "story/undone_pages.hpp"

namespace story::pages {
namespace {

void add(Entries& entries, Instant at, std::string who, h::Node what, h::Node detail = {}) {
    entries.push_back(
        {at,
         {.when = calendar::in_words(calendar::local_date(at)),
          .who = std::move(who),
          .what = std::move(what),
          .detail = std::move(detail)}}
    );
}

// Some steps are taken by writing something down; that stands in the timeline by itself and says more.
bool is_written_down(CaseTold const& told, cases::Step step) {
    auto const has = [&](Kind kind) {
        return std::ranges::find(told.happenings, kind, &Happening::kind) != told.happenings.end();
    };
    switch (step) {
        case cases::Step::concern: return has(Kind::concern);
        case cases::Step::discussion: return has(Kind::discussion);
        case cases::Step::impact_review: return has(Kind::impact_review);
        case cases::Step::next_step: return has(Kind::next_step);
        case cases::Step::referral:
        case cases::Step::prioritisation:
        case cases::Step::waiting_list:
        case cases::Step::letter:
        case cases::Step::consent:
        case cases::Step::allocation:
        case cases::Step::start:
        case cases::Step::completion: return false;
    }
    return false;
}

std::string_view as_taken(cases::Step step) {
    switch (step) {
        case cases::Step::concern: return "A concern was raised";
        case cases::Step::referral: return "Referred";
        case cases::Step::discussion: return "Talked through";
        case cases::Step::prioritisation: return "Prioritised";
        case cases::Step::waiting_list: return "Put on the waiting list";
        case cases::Step::letter: return "The letter to parents was made";
        case cases::Step::consent: return "Consent came into force";
        case cases::Step::allocation: return "Given a place in a programme";
        case cases::Step::start: return "The programme started";
        case cases::Step::completion: return "The programme was completed";
        case cases::Step::impact_review: return "The impact was measured";
        case cases::Step::next_step: return "The next step was decided";
    }
    return {};
}

// The latest first, for what was undone in the same moment as it was taken again stands below that.
void add_steps(Entries& entries, CaseTold const& told) {
    auto const& steps = told.facts.steps;
    for (auto at = steps.rbegin(); at != steps.rend(); ++at) {
        auto const& taken = *at;
        if (!taken.stands() || !is_written_down(told, taken.step)) {
            add(entries,
                taken.taken_at,
                taken.taken_by_name,
                as_taken(taken.step),
                design::as_written(taken.reason));
            entries.back().undone_at = taken.undone_at;
        }
        if (taken.stands()) continue;
        auto const name = std::string(in_words(taken.step));
        add(entries,
            *taken.undone_at,
            taken.undone_by_name,
            "Undone: " + name,
            design::as_written(taken.undone_reason));
        entries.back().undone_at = taken.undone_at;
        entries.back().undone = name;
    }
}

std::string answered(consent::Answer answer) {
    switch (answer) {
        case consent::Answer::given: return "Consent was given";
        case consent::Answer::refused: return "Consent was refused";
        case consent::Answer::withdrawn: return "Consent was withdrawn";
        case consent::Answer::decided_to_go_ahead: return "Parents differ; it was decided to go ahead";
        case consent::Answer::decided_not_to: return "Parents differ; it was decided not to go ahead";
    }
    return {};
}

void add_answers(Entries& entries, CaseTold const& told) {
    for (auto const& received : told.facts.answers) {
        if (!received.by) continue;  // a decision, which stands among what was written down
        auto what = answered(received.answer);
        auto const by = told.respondents.find(*received.by);
        if (by != told.respondents.end()) what += " by " + by->second;
        auto const recorded_on = calendar::local_date(received.received_at);
        if (recorded_on == received.answered_on)
            add(entries, received.received_at, {}, what);
        else
            add(entries,
                calendar::start_of(received.answered_on) + 12 * hours,
                {},
                what,
                "Recorded on " + calendar::in_words(recorded_on) + ".");
    }
}

h::Node labelled(std::string_view label, std::string const& text) {
    if (text.empty()) return {};
    return h::p(h::strong(label), " ", design::as_written(text));
}

// How the session went in the child's eyes stands beside the adults' ratings where the child lets those who
// help see it, and else with who delivers (N3).
h::Node how_it_was(std::optional<sessions::Feeling> const& said, std::string const& own_words) {
    auto const face = [&]() -> h::Node {
        auto const feeling = from_word<design::Feeling>(word(*said));
        return h::p(h::strong("How it was:"), " ", design::face(*feeling));
    };
    return h::group(h::when(said.has_value(), face), labelled("In the child's own words:", own_words));
}

h::Node in_confidence(CaseTold const& told, SessionTold const& session) {
    auto const found = told.confided.find(session.id);
    if (found == told.confided.end() || !session.attended) return {};
    auto const& said = found->second;
    bool const keeps_it = said.feeling || !said.own_words.empty();
    auto const kept = []() -> h::Node { return design::small_print("Said in confidence."); };
    return h::div(
        h::css("in-confidence"),
        design::inset(h::group(
            how_it_was(said.feeling, said.own_words),
            h::when(keeps_it, kept),
            labelled("In confidence:", said.words)
        ))
    );
}

std::string held(SessionTold const& session) {
    auto const name = "Session " + std::to_string(session.number);
    if (!session.attended) return name + " was held and is to be evaluated";
    if (*session.attended) return name + " was held";
    auto const why =
        session.why_absent ? ", absent: " + std::string(in_words(*session.why_absent)) : ", absent";
    return name + " was held" + why;
}

// What was put off counts on the day instead.
std::string not_held(SessionTold const& session) {
    if (!session.moved_to) return "Session " + std::to_string(session.number) + " was not held";
    return "A session was put off to " + calendar::weekday_day_month(*session.moved_to);
}

// Of a session only the day is known, as of a discussion that was written down later: noon, unless what must
// come before it was written down later that day.
Instant moment_of(Date day, cases::Step next, CaseTold const& told) {
    auto moment = calendar::start_of(day) + 12 * hours;
    auto const after = [&](Instant at) {
        if (calendar::local_date(at) == day) moment = std::max(moment, at + 1 * seconds);
    };
    bool const talked_through = next > cases::Step::discussion;
    for (auto const& taken : told.facts.steps)
        if (taken.stands() && taken.step < next) after(taken.taken_at);
    for (auto const& one : told.happenings)
        if (one.kind == Kind::concern || (one.kind == Kind::discussion && talked_through)) after(one.at);
    return moment;
}

Instant moment_of(Happening const& discussion, CaseTold const& told) {
    auto const written_on = calendar::local_date(discussion.at);
    auto const held_on = discussion.held_on.value_or(written_on);
    return held_on == written_on ? discussion.at : moment_of(held_on, cases::Step::discussion, told);
}

void add_sessions(Entries& entries, CaseTold const& told, PlaceTold const& place) {
    for (auto const& session : place.sessions) {
        auto const at = moment_of(session.day(), cases::Step::completion, told);
        if (session.outcome == programmes::Outcome::not_held)
            add(entries,
                at,
                {},
                not_held(session),
                session.why_not ? std::string(in_words(*session.why_not)) : std::string());
        if (session.outcome == programmes::Outcome::delivered)
            add(entries,
                at,
                {},
                held(session),
                h::group(
                    how_it_was(session.feeling, session.own_words),
                    labelled("Noticed:", session.noticed),
                    labelled("Next time:", session.next_time),
                    in_confidence(told, session)
                ));
    }
}

h::Node concern(Happening const& one) {
    auto const source = from_word<referrals::Source>(one.more);
    auto const whose = source == referrals::Source::parent ? "A parent's or carer's concern was written down"
                       : source == referrals::Source::agency ? "An outside agency's concern was written down"
                                                             : "A concern was raised";
    return h::a(h::href("/concerns/" + one.id), whose);
}

template <Worded Set>
std::string worded(std::string const& word) {
    auto const known = from_word<Set>(word);
    return known ? std::string(in_words(*known)) : std::string();
}

std::string outcome_of(Happening const& discussion) {
    auto const outcome = from_word<cases::DiscussionOutcome>(discussion.more);
    return outcome ? std::string(referrals::in_words(*outcome)) : std::string();
}

void add_question(Entries& entries, Happening const& one) {
    auto const answer = one.answer.empty() ? h::Node("No answer yet.") : labelled(one.more + ":", one.answer);
    add(entries, one.at, one.who, design::as_written("Asked the class teacher: " + one.said), answer);
}

std::string message_state(std::string const& state) {
    if (state == "sent") return "A message went to a parent";
    if (state == "spoken") return "Spoken with a parent instead of a message";
    if (state == "put_aside") return "A message to a parent was put aside";
    return "A message to a parent waits for the class teacher";
}

void add_check_in(Entries& entries, Happening const& one) {
    if (auto const held_on = calendar::parse_iso(one.answer))
        return add(
            entries,
            calendar::start_of(*held_on) + 12 * hours,
            one.who,
            "Check-in",
            design::as_written(one.said)
        );
    add(entries,
        one.at,
        one.who,
        "A check-in was asked for by " + worded<impact::AskedBy>(one.more),
        "Not held yet.");
}

// `more` says when in the child's support it was rated and in whose view. The scores stand behind the link,
// as near as its reader may see them there.
void add_assessment(Entries& entries, CaseTold const& told, Happening const& one) {
    auto const parts = text::split(one.more, ' ');
    auto const occasion = from_word<assessments::Occasion>(parts.front());
    auto const informant = from_word<assessments::Informant>(parts.back());
    auto const id = assessments::AssessmentId::parse(one.id);
    if (!occasion || !informant || !id) return;
    auto const written_on = calendar::local_date(one.at);
    auto const rated_on = one.held_on.value_or(written_on);
    auto detail = std::string(assessments::in_words(*occasion)) + ", as " + assessments::seen_by(*informant) +
                  " sees it.";
    if (rated_on != written_on) detail += " Entered on " + calendar::in_words(written_on) + ".";
    auto const what = "Rated by “" + one.said + "”";
    auto const leads = [&]() -> h::Node { return h::a(h::href(assessments::path_of(told.id, *id)), what); };
    add(entries,
        rated_on == written_on ? one.at : calendar::start_of(rated_on) + 12 * hours,
        one.who,
        h::group(told.opens_ratings ? leads() : h::Node(what), one.stands() ? "" : ", taken back since"),
        detail);
}

// `more` says how far the case had come.
std::string as_closed(Happening const& one) {
    auto const words = std::string(one.more == "concern" ? "Not taken up for now" : "The case was closed");
    return one.stands() ? words : words + ", undone since";
}

h::Node override_of(CaseTold const& told, Happening const& one) {
    auto const id = openings::OverrideId::parse(one.id);
    if (!id || !told.overrides_to_read.contains(one.id)) return "Opened for safeguarding";
    return h::a(h::href(openings::path_of(*id)), "Opened for safeguarding");
}

void add_happening(Entries& entries, CaseTold const& told, Happening const& one) {
    auto const said = design::as_written(one.said);
    switch (one.kind) {
        case Kind::concern: return add(entries, one.at, one.who, concern(one), said);
        case Kind::answer_to_parent:
            return add(
                entries,
                one.at,
                one.who,
                h::a(h::href("/concerns/" + one.id), "The parent who raised a concern was answered"),
                said
            );
        case Kind::discussion:
            return add(
                entries,
                moment_of(one, told),
                one.who,
                "Talked through: " + outcome_of(one),
                h::group(h::p(said), labelled("Instead:", one.answer))
            );
        case Kind::decision:
            return add(entries, one.at, one.who, answered(*from_word<consent::Answer>(one.more)), said);
        case Kind::question: return add_question(entries, one);
        case Kind::parent_message:
            return add(
                entries,
                one.at,
                one.who,
                message_state(one.more),
                one.answer.empty() ? said : design::as_written(one.answer)
            );
        case Kind::liaison: return add(entries, one.at, one.who, "Talked with " + one.more, said);
        case Kind::impact_review:
            return add(
                entries,
                one.at,
                one.who,
                (one.stands() ? "Impact review: " : "Impact review, undone since: ") +
                    worded<impact::ReviewOutcome>(one.more),
                said
            );
        case Kind::next_step:
            return add(
                entries,
                one.at,
                one.who,
                (one.stands() ? "Next: " : "Next, undone since: ") + worded<impact::Next>(one.more),
                said
            );
        case Kind::closing: return add(entries, one.at, one.who, as_closed(one), said);
        case Kind::reopening: return add(entries, one.at, one.who, "Opened again", said);
        case Kind::check_in: return add_check_in(entries, one);
        case Kind::assessment: return add_assessment(entries, told, one);
        case Kind::cpoms: return add(entries, one.at, one.who, "A concern was put on CPOMS");
        case Kind::opening: return add(entries, one.at, one.who, "Opened with a reason", said);
        case Kind::override_: return add(entries, one.at, one.who, override_of(told, one));
    }
}

// Chosen by what was seen: at 820 px they are a screen and a half.
constexpr std::size_t at_a_glance = 10;

// Takes from all what is not seen at a glance, where that is more than a line or two.
std::vector<design::TimelineEntry> earlier_than(std::vector<design::TimelineEntry>& all) {
    if (all.size() < at_a_glance + 3) return {};
    auto const from = all.begin() + at_a_glance;
    std::vector<design::TimelineEntry> before;
    std::move(from, all.end(), std::back_inserter(before));
    all.erase(from, all.end());
    return before;
}

h::Node folded_away(std::vector<design::TimelineEntry> const& before) {
    if (before.empty()) return {};
    return design::details(
        "What happened before (" + std::to_string(before.size()) + " entries)", design::timeline(before)
    );
}

}  // namespace

h::Node timeline(CaseTold const& told) {
    Entries entries;
    add_steps(entries, told);
    add_answers(entries, told);
    for (auto const& place : told.places) add_sessions(entries, told, place);
    for (auto const& one : told.happenings) {
        auto const before = entries.size();
        add_happening(entries, told, one);
        if (entries.size() > before) entries.back().undone_at = undone_at(one, told);
    }
    auto recent = latest_first(std::move(entries));
    auto const before = earlier_than(recent);
    return h::section(
        h::css("work-list"), h::h2("What happened"), design::timeline(recent), folded_away(before)
    );
}

}  // namespace story::pages
