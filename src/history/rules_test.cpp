#include "history/rules.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <functional>

#include "history/session_rules.hpp"

namespace history {
namespace {

using cases::EndReason;
using programmes::Outcome;
using records::Action;
using story::Gathered;

Date const first_day = *calendar::parse_iso("2026-05-04");

template <class SomeId>
SomeId id(int last) {
    return *SomeId::parse("0190b6e0-0000-7000-8000-00000000000" + std::to_string(last));
}
auto const the_place = id<PlaceId>(1);
auto const the_programme = id<ProgrammeId>(2);
auto const the_session = id<SessionId>(3);
auto const the_target = id<TargetId>(4);
auto const mother = id<ContactId>(5);
std::string const the_evaluation = "0190b6e0-0000-7000-8000-000000000006";
std::string const the_question = "0190b6e0-0000-7000-8000-000000000007";
std::string const the_deliverer = "0190b6e0-0000-7000-8000-000000000008";
std::string const another_deliverer = "0190b6e0-0000-7000-8000-000000000009";

// A school of one child, as its people would tell it: what there is, and what they did, day by day.
struct World {
    bool closed = false;
    bool referred = false;
    bool placed = false;
    bool ended = false;
    Date ended_on;
    std::string deliverer = the_deliverer;
    Outcome outcome = Outcome::planned;
    Date planned_on = first_day + 7;
    int number = 1;
    bool written = false;
    bool absent = false;
    int rating = 0;
    std::string noticed;
    std::string confided;
    std::string target;
    bool asked = false;
    std::string answer;
    bool has_responsibility = true;
};

// What each row keeps of its own history, whatever the world is now.
struct Rows {
    std::vector<cases::StepTaken> referrals;
    std::vector<story::Happening> closings;  // with their reopenings
    std::optional<Instant> asked_at;
};

struct Deed {
    std::string name;
    std::function<bool(World const&)> may;
    std::function<void(World&, Rows&, Date, std::vector<Since>&)> happens;
};

Instant noon(Date day) { return calendar::start_of(day) + 12 * hours; }

Since entry(
    Action action, std::string subject, std::string_view about, std::vector<records::FieldChange> fields
) {
    return {
        .number = 0,
        .action = action,
        .subject = std::move(subject),
        .subject_id = std::string(about),
        .detail = {},
        .fields = std::move(fields)};
}

std::string rated(int rating) { return std::string(the_target.text()) + ": " + std::to_string(rating); }

std::vector<Deed> const deeds{
    {"refers",
     [](World const& world) { return !world.referred; },
     [](World& world, Rows& rows, Date day, std::vector<Since>&) {
         world.referred = true;
         cases::StepTaken taken;
         taken.step = cases::Step::referral;
         taken.taken_at = noon(day);
         taken.taken_on = day;
         rows.referrals.push_back(taken);
     }},
    {"undoes the referral",
     [](World const& world) { return world.referred && !world.placed; },
     [](World& world, Rows& rows, Date day, std::vector<Since>&) {
         world.referred = false;
         rows.referrals.back().undone_at = noon(day);
         rows.referrals.back().undone_reason = "Too early";
     }},
    {"gives a place",
     [](World const& world) { return world.referred && !world.placed; },
     [](World& world, Rows&, Date, std::vector<Since>& log) {
         world.placed = true;
         log.push_back(entry(Action::made, "place", the_place.text(), {}));
     }},
    {"ends the place",
     [](World const& world) { return world.placed && !world.ended; },
     [](World& world, Rows&, Date day, std::vector<Since>& log) {
         world.ended = true;
         world.ended_on = day;
         log.push_back(entry(Action::ended, "place", the_place.text(), {{"end_reason", "", "completed"}}));
     }},
    {"returns to it",
     [](World const& world) { return world.ended; },
     [](World& world, Rows&, Date, std::vector<Since>& log) {
         log.push_back(entry(
             Action::changed,
             "place",
             the_place.text(),
             {{"ended_on", calendar::iso(world.ended_on), ""}, {"end_reason", "completed", ""}}
         ));
         world.ended = false;
     }},
    {"hands over",
     [](World const& world) { return world.placed; },
     [](World& world, Rows&, Date, std::vector<Since>& log) {
         auto const next = world.deliverer == the_deliverer ? another_deliverer : the_deliverer;
         log.push_back(entry(
             Action::changed, "programme", the_programme.text(), {{"deliverer_id", world.deliverer, next}}
         ));
         world.deliverer = next;
     }},
    {"moves the session",
     [](World const& world) { return world.placed && world.outcome == Outcome::planned; },
     [](World& world, Rows&, Date, std::vector<Since>& log) {
         log.push_back(entry(
             Action::changed,
             "session",
             the_session.text(),
             {{"number", std::to_string(world.number), std::to_string(world.number + 1)},
              {"planned_on", calendar::iso(world.planned_on), calendar::iso(world.planned_on + 7)}}
         ));
         ++world.number;
         world.planned_on = world.planned_on + 7;
     }},
    {"holds it",
     [](World const& world) { return world.placed && world.outcome == Outcome::planned; },
     [](World& world, Rows&, Date, std::vector<Since>& log) {
         world.outcome = Outcome::delivered;
         log.push_back(entry(
             Action::changed,
             "session",
             the_session.text(),
             {{"outcome", "planned", "delivered"}, {"held_on", "", calendar::iso(world.planned_on)}}
         ));
     }},
    {"does not hold it",
     [](World const& world) { return world.placed && world.outcome == Outcome::planned; },
     [](World& world, Rows&, Date, std::vector<Since>& log) {
         world.outcome = Outcome::not_held;
         log.push_back(entry(
             Action::changed,
             "session",
             the_session.text(),
             {{"outcome", "planned", "not_held"}, {"why_not", "", "trip"}}
         ));
     }},
    {"takes that back",
     [](World const& world) { return world.outcome != Outcome::planned && !world.written; },
     [](World& world, Rows&, Date, std::vector<Since>& log) {
         bool const was_held = world.outcome == Outcome::delivered;
         std::vector<records::FieldChange> fields;
         if (was_held)
             fields = {{"outcome", "delivered", "planned"}, {"held_on", calendar::iso(world.planned_on), ""}};
         else
             fields = {{"outcome", "not_held", "planned"}, {"why_not", "trip", ""}};
         log.push_back(entry(Action::undone, "session", the_session.text(), std::move(fields)));
         world.outcome = Outcome::planned;
     }},
    {"writes of it",
     [](World const& world) { return world.outcome == Outcome::delivered && !world.written; },
     [](World& world, Rows&, Date, std::vector<Since>& log) {
         world.written = true;
         world.rating = 4;
         world.noticed = "Joined in";
         log.push_back(entry(
             Action::made,
             "evaluation",
             the_evaluation,
             {{"attended", "", "yes"}, {"ratings", "", rated(4)}, {"noticed", "", "Joined in"}}
         ));
     }},
    {"writes otherwise",
     [](World const& world) { return world.written && !world.absent; },
     [](World& world, Rows&, Date, std::vector<Since>& log) {
         auto const noticed = world.noticed + " again";
         log.push_back(entry(
             Action::changed,
             "evaluation",
             the_evaluation,
             {{"ratings", rated(world.rating), rated(world.rating + 1)},
              {"noticed", world.noticed, noticed},
              {"confidence", "", "changed"}}
         ));
         ++world.rating;
         world.noticed = noticed;
         world.confided += "I was glad. ";
     }},
    {"turns it to absent",
     [](World const& world) { return world.written && !world.absent; },
     [](World& world, Rows&, Date, std::vector<Since>& log) {
         log.push_back(entry(
             Action::changed,
             "evaluation",
             the_evaluation,
             {{"attended", "yes", "no"},
              {"why_absent", "", "ill"},
              {"ratings", rated(world.rating), ""},
              {"noticed", world.noticed, ""}}
         ));
         world.absent = true;
         world.rating = 0;
         world.noticed.clear();
     }},
    {"words the target",
     [](World const& world) { return world.placed; },
     [](World& world, Rows&, Date, std::vector<Since>& log) {
         auto const words = world.target + "I join in. ";
         log.push_back(entry(Action::changed, "target", the_target.text(), {{"words", world.target, words}}));
         world.target = words;
     }},
    {"asks the class teacher",
     [](World const& world) { return !world.asked; },
     [](World& world, Rows& rows, Date day, std::vector<Since>& log) {
         world.asked = true;
         rows.asked_at = noon(day);
         log.push_back(entry(Action::made, "question", the_question, {{"words", "", "How is it?"}}));
     }},
    {"is answered",
     [](World const& world) { return world.asked && world.answer.empty(); },
     [](World& world, Rows&, Date, std::vector<Since>& log) {
         world.answer = "Well";
         log.push_back(entry(Action::changed, "question", the_question, {{"answer", "", "Well"}}));
     }},
    {"closes",
     [](World const& world) { return !world.closed; },
     [](World& world, Rows& rows, Date day, std::vector<Since>&) {
         world.closed = true;
         story::Happening closing{.kind = story::Kind::closing, .id = "the case", .at = noon(day)};
         closing.said = "Enough";
         rows.closings.push_back(closing);
     }},
    {"opens again",
     [](World const& world) { return world.closed; },
     [](World& world, Rows& rows, Date day, std::vector<Since>&) {
         world.closed = false;
         auto& closing = rows.closings.back();
         closing.id = "closing " + std::to_string(rows.closings.size());
         closing.answer = "undone";
         rows.closings.push_back({.kind = story::Kind::reopening, .id = closing.id, .at = noon(day)});
     }},
    {"loses responsibility",
     [](World const& world) { return world.has_responsibility; },
     [](World& world, Rows&, Date, std::vector<Since>& log) {
         world.has_responsibility = false;
         log.push_back(entry(Action::changed, "contact", mother.text(), {{"responsibility", "yes", "no"}}));
     }},
};

// N3: of a session that was written up, what the child said on the days before today's, the latest first.
story::SessionTold looked_back_over(
    std::vector<std::vector<records::FieldChange>> const& changes, story::SessionTold now
) {
    Past past;
    past.evaluated = {{the_evaluation, the_session, the_place}};
    for (auto const& fields : changes)
        past.since.push_back(entry(Action::changed, "evaluation", the_evaluation, fields));
    now.place = the_place;
    now.id = the_session;
    now.attended = true;
    now.noticed = "Joined in";
    return sessions_as_they_stood({now}, past).front();
}

TEST(WhatTheChildSaid, reads_as_those_who_help_saw_it_then) {
    auto const stood = looked_back_over(
        {{{"feeling", "good", "great"}, {"own_words", "Loud", "Quiet"}}},
        {.feeling = sessions::Feeling::great, .own_words = "Quiet"}
    );
    EXPECT_EQ(stood.feeling, sessions::Feeling::good);
    EXPECT_EQ(stood.own_words, "Loud");
}

TEST(WhatTheChildSaid, and_took_out_of_sight_is_not_shown_by_looking_back_to_before_that) {
    std::vector<records::FieldChange> const opened{
        {"voice_for", "only_here", "helpers"}, {"feeling", "", "great"}};
    std::vector<records::FieldChange> const closed{
        {"voice_for", "helpers", "only_here"}, {"voice", "", "changed"}};
    std::vector<records::FieldChange> const before{
        {"feeling", "good", "not_so_good"}, {"own_words", "Loud", "Louder"}};
    auto const kept = looked_back_over({closed, before}, {});
    EXPECT_EQ(kept.feeling, std::nullopt);
    EXPECT_EQ(kept.own_words, "");
    auto const opened_again =
        looked_back_over({opened, closed, before}, {.feeling = sessions::Feeling::great});
    EXPECT_EQ(opened_again.feeling, std::nullopt);
    EXPECT_EQ(opened_again.own_words, "");
    EXPECT_EQ(opened_again.noticed, "Joined in");
}

TEST(WhatTheChildSaid, in_confidence_is_kept_for_who_heard_it_until_it_changed) {
    auto const by_then = [&](Action action, std::vector<records::FieldChange> const& fields) {
        Past past;
        past.evaluated = {{the_evaluation, the_session, the_place}};
        past.since = {entry(action, "evaluation", the_evaluation, fields)};
        story::Confided const said{
            .words = "A secret", .feeling = sessions::Feeling::good, .own_words = "Loud"};
        return confided_by_then({{the_session, said}}, past);
    };
    auto const other = by_then(Action::changed, {{"noticed", "a", "b"}});
    EXPECT_EQ(other.at(the_session).words, "A secret");
    EXPECT_EQ(other.at(the_session).own_words, "Loud");
    auto const voice = by_then(Action::changed, {{"voice", "", "changed"}});
    EXPECT_EQ(voice.at(the_session).words, "A secret");
    EXPECT_EQ(voice.at(the_session).own_words, "");
    EXPECT_EQ(voice.at(the_session).feeling, std::nullopt);
    auto const words = by_then(Action::changed, {{"confidence", "", "changed"}});
    EXPECT_EQ(words.at(the_session).words, "");
    EXPECT_EQ(words.at(the_session).own_words, "Loud");
    EXPECT_TRUE(by_then(Action::made, {}).empty());
}

// What the tables would tell of this world.
Gathered gathered(World const& world, Rows const& rows) {
    Gathered told{.id = {}, .facts = {}};
    told.facts.steps = rows.referrals;
    consent::Received yes;
    yes.by = mother;
    yes.received_at = noon(first_day - 1);
    yes.has_a_say = world.has_responsibility;
    told.facts.answers = {yes};
    if (world.placed) {
        story::PlaceTold place{.id = the_place, .programme = the_programme};
        place.deliverer_name = world.deliverer;
        place.allocated_on = first_day;
        if (world.ended) place.ended_on = world.ended_on;
        if (world.ended) place.end_reason = EndReason::completed;
        told.places.push_back(place);
        story::SessionTold session{.place = the_place, .id = the_session, .number = world.number};
        session.planned_on = world.planned_on;
        session.outcome = world.outcome;
        if (world.outcome == Outcome::planned) session.room_name = "The Den";
        if (world.outcome == Outcome::delivered) session.held_on = world.planned_on;
        if (world.outcome == Outcome::not_held) session.why_not = programmes::WhyNot::trip;
        if (world.written) session.attended = !world.absent;
        if (world.absent) session.why_absent = sessions::WhyAbsent::ill;
        session.noticed = world.noticed;
        if (world.rating > 0) session.ratings = {{the_target, world.rating}};
        told.sessions.push_back(session);
        programmes::Target target{.id = the_target, .place = the_place};
        target.words = world.target;
        told.targets = {target};
    }
    if (!world.confided.empty()) told.confided[the_session] = {.words = world.confided};
    if (world.asked) {
        story::Happening question{.kind = story::Kind::question, .id = the_question, .at = *rows.asked_at};
        question.answer = world.answer;
        if (!world.answer.empty()) question.more = "Rob Ellis";
        told.happenings.push_back(question);
    }
    for (auto const& one : rows.closings) told.happenings.push_back(one);
    std::ranges::stable_sort(told.happenings, std::ranges::greater{}, &story::Happening::at);
    return told;
}

std::string or_none(std::optional<Date> day) { return day ? calendar::iso(*day) : "none"; }

// Everything that is told, in one line.
std::string line_of(Gathered const& told) {
    std::string line;
    for (auto const& taken : told.facts.steps)
        line += taken.stands() ? "referred; " : "undone because " + taken.undone_reason + "; ";
    for (auto const& received : told.facts.answers) line += received.has_a_say ? "yes; " : "no say; ";
    for (auto const& place : told.places)
        line += "place with " + place.deliverer_name + " until " + or_none(place.ended_on) +
                (place.end_reason ? " completed; " : "; ");
    for (auto const& session : told.sessions) {
        line += std::to_string(session.number) + " on " + calendar::iso(session.planned_on) + " in " +
                session.room_name + " " + std::string(word(session.outcome)) + " " +
                or_none(session.held_on) + (session.why_not ? " trip" : "") +
                (session.attended ? (*session.attended ? " came" : " absent") : "") +
                (session.why_absent ? " ill " : " ") + session.noticed;
        for (auto const& rating : session.ratings) line += " " + std::to_string(rating.rating.value_or(-1));
        line += "; ";
    }
    for (auto const& target : told.targets) line += "target " + target.words + "; ";
    for (auto const& one : told.happenings)
        line += std::string(word(one.kind)) + " " + one.answer + " " + one.more + "; ";
    return line;
}

// What is told of closings and the way of the case hangs on the facts, which the rule works out from them.
Gathered with_facts_of(Gathered told, World const& world) {
    told.facts.closed_at = world.closed ? std::optional(Instant{}) : std::nullopt;
    return told;
}

Past past_after(Date day, World const& now, std::vector<std::pair<Date, Since>> const& log) {
    Past past{.day = day, .until = calendar::start_of(day + 1)};
    for (auto entry = log.rbegin(); entry != log.rend(); ++entry)
        if (entry->first > day) past.since.push_back(entry->second);
    if (now.placed) {
        programmes::Target target{.id = the_target, .place = the_place};
        target.words = now.target;
        past.hoped.push_back({.target = target, .made_at = {}, .ended_on = {}});
        past.laid.push_back({.session = the_session, .room_name = "The Den"});
    }
    if (now.written) past.evaluated.push_back({the_evaluation, the_session, the_place});
    past.ties.push_back({.contact = mother, .responsibility = now.has_responsibility});
    past.names = {{the_deliverer, the_deliverer}, {another_deliverer, another_deliverer}};
    return past;
}

struct Lived {
    std::vector<std::pair<Date, Since>> log;
    std::vector<std::string> told;  // after each day
    std::vector<World> worlds;
    Rows rows;
};

void expect_each_day_to_read_as_it_was(Lived const& lived, std::string const& story) {
    auto const& now = lived.worlds.back();
    for (std::size_t at = 0; at < lived.told.size(); ++at) {
        auto const day = first_day + static_cast<int>(at);
        auto past = past_after(day, now, lived.log);
        auto const& then = lived.worlds[at];
        if (!then.placed) past.hoped.clear();
        auto const stood = as_it_stood(with_facts_of(gathered(now, lived.rows), now), past);
        ASSERT_EQ(line_of(stood), lived.told[at]) << story << "on day " << at;
        ASSERT_EQ(stood.facts.closed_at.has_value(), then.closed) << story << "on day " << at;
        bool const words_are_still_the_same = then.confided == now.confided && !now.confided.empty();
        ASSERT_EQ(stood.confided.contains(the_session), words_are_still_the_same) << story << "on day " << at;
        if (then.placed) {
            ASSERT_EQ(stood.facts.deliverer, then.deliverer);
            ASSERT_EQ(stood.facts.place_ended.has_value(), then.ended);
        }
    }
}

// One deed a day, every way that they can follow each other.
void live_on(Lived const& lived, std::string const& story, int days) {
    expect_each_day_to_read_as_it_was(lived, story);
    if (days == 0 || testing::Test::HasFatalFailure()) return;
    for (auto const& deed : deeds) {
        if (!deed.may(lived.worlds.back())) continue;
        auto next = lived;
        auto world = lived.worlds.back();
        auto const day = first_day + static_cast<int>(lived.worlds.size());
        std::vector<Since> logged;
        deed.happens(world, next.rows, day, logged);
        for (auto const& one : logged) next.log.emplace_back(day, one);
        next.worlds.push_back(world);
        next.told.push_back(line_of(gathered(world, next.rows)));
        live_on(next, story + deed.name + ", ", days - 1);
    }
}

Lived begun(World const& world = {}) {
    Lived lived{.log = {}, .told = {}, .worlds = {world}, .rows = {}};
    lived.told.push_back(line_of(gathered(world, lived.rows)));
    return lived;
}

TEST(AsItStood, is_what_was_told_that_day_for_whatever_could_happen_from_the_beginning) {
    live_on(begun(), "", 4);
}

TEST(AsItStood, is_what_was_told_that_day_for_whatever_could_happen_to_a_child_with_a_place) {
    World placed;
    placed.referred = placed.placed = true;
    live_on(begun(placed), "placed, ", 4);
}

TEST(AsItStood, is_what_was_told_that_day_for_whatever_was_written_of_a_session_that_was_held) {
    World written;
    written.referred = written.placed = written.written = true;
    written.outcome = Outcome::delivered;
    written.planned_on = first_day;
    written.rating = 4;
    written.noticed = "Joined in";
    live_on(begun(written), "written, ", 4);
}

TEST(AsItStood, tells_of_a_child_who_was_absent_although_the_session_was_taken_back_since) {
    World world;
    world.referred = world.placed = true;
    Past past{.day = first_day, .until = calendar::start_of(first_day + 1)};
    past.since = {
        entry(
            Action::undone,
            "session",
            the_session.text(),
            {{"outcome", "delivered", "planned"}, {"held_on", "2026-05-04", ""}}
        ),
        entry(
            Action::undone,
            "evaluation",
            the_evaluation,
            {{"session_id", std::string(the_session.text()), ""},
             {"place_id", std::string(the_place.text()), ""},
             {"why_absent", "ill", ""}}
        )};
    auto const stood = as_it_stood(gathered(world, {}), past);
    ASSERT_EQ(stood.sessions.size(), 1U);
    EXPECT_EQ(stood.sessions.front().outcome, Outcome::delivered);
    EXPECT_EQ(stood.sessions.front().attended, false);
    EXPECT_EQ(stood.sessions.front().why_absent, sessions::WhyAbsent::ill);
}

TEST(AsItStood, tells_of_the_session_in_place_of_one_that_is_planned_again_since) {
    World world;
    world.referred = world.placed = true;
    Past past{.day = first_day, .until = calendar::start_of(first_day + 1)};
    past.since = {entry(
        Action::undone,
        "session",
        the_session.text(),
        {{"outcome", "not_held", "planned"},
         {"why_not", "trip", ""},
         {"instead_id", "0190b6e0-0000-7000-8000-00000000000a", ""},
         {"instead_on", "2026-05-18", ""},
         {"instead_at", "10:30", ""},
         {"instead_in", "The Den", ""}}
    )};
    auto const stood = as_it_stood(gathered(world, {}), past);
    ASSERT_EQ(stood.sessions.size(), 2U);
    EXPECT_EQ(stood.sessions.front().why_not, programmes::WhyNot::trip);
    EXPECT_EQ(stood.sessions.back().planned_on, *calendar::parse_iso("2026-05-18"));
    EXPECT_EQ(stood.sessions.back().room_name, "The Den");
}

TEST(AsItStood, a_child_who_had_only_said_how_it_was_is_not_told_of_yet) {
    World world;
    world.referred = world.placed = world.written = true;
    world.outcome = Outcome::delivered;
    world.rating = 4;
    Past past{.day = first_day, .until = calendar::start_of(first_day + 1)};
    past.evaluated = {{the_evaluation, the_session, the_place}};
    past.since = {entry(Action::changed, "evaluation", the_evaluation, {{"ratings", "", rated(4)}})};
    auto const stood = as_it_stood(gathered(world, {}), past);
    EXPECT_EQ(stood.sessions.front().attended, std::nullopt);
}

TEST(AsItStood, counts_the_waiting_list_as_it_was_reviewed_left_and_taken_up_again) {
    auto const review_by = [](std::vector<Since> since) {
        Past past{.day = first_day, .until = calendar::start_of(first_day + 1), .since = std::move(since)};
        past.waited = {{.id = "line", .since_on = first_day, .review_by_on = first_day + 20, .ended_on = {}}};
        return as_it_stood({}, past).facts.waiting_review_by_on;
    };
    EXPECT_EQ(review_by({}), first_day + 20);
    EXPECT_EQ(
        review_by({entry(Action::changed, "waiting", "line", {{"review_by_on", "2026-05-11", "2026-05-24"}})}
        ),
        first_day + 7
    );
    EXPECT_EQ(review_by({entry(Action::undone, "waiting", "line", {})}), std::nullopt);
    EXPECT_EQ(
        review_by({entry(Action::undone, "waiting", "line", {}), entry(Action::ended, "waiting", "line", {})}
        ),
        first_day + 20
    );
    EXPECT_EQ(review_by({entry(Action::made, "waiting", "line", {})}), std::nullopt);
}

TEST(AnAssessmentOfThen, stands_where_it_was_taken_back_later_and_was_not_there_before_it_was_made) {
    std::string const rating = "0190b6e0-0000-7000-8000-00000000000a";
    auto const told_on = [&](Date day, std::vector<Since> const& since) {
        Gathered now;
        story::Happening rated;
        rated.kind = story::Kind::assessment;
        rated.id = rating;
        rated.at = noon(first_day);
        rated.answer = "undone";
        now.happenings = {rated};
        Past past;
        past.day = day;
        past.until = calendar::start_of(day + 1);
        past.since = since;
        return as_it_stood(std::move(now), past).happenings;
    };
    auto const before = told_on(first_day, {entry(Action::undone, "assessment", rating, {})});
    ASSERT_EQ(before.size(), 1U);
    EXPECT_TRUE(before.front().stands());
    EXPECT_FALSE(told_on(first_day + 1, {}).front().stands());
    EXPECT_TRUE(told_on(first_day - 1, {entry(Action::undone, "assessment", rating, {})}).empty());
}

TEST(DayToLookBackTo, lies_between_the_beginning_of_the_case_and_today) {
    for (int day = -2; day <= 5; ++day) {
        auto const refusal = objection_to(first_day + day, first_day, first_day + 3);
        auto const expected = day < 0   ? std::optional(Refusal::before_the_case)
                              : day > 3 ? std::optional(Refusal::still_to_come)
                                        : std::nullopt;
        EXPECT_EQ(refusal, expected) << day;
    }
}

TEST(HeadlineOfThen, tells_of_the_next_session_of_the_place_and_of_no_ended_one) {
    World world;
    world.placed = true;
    auto const headline = headline_of(gathered(world, {}), first_day);
    ASSERT_TRUE(headline);
    EXPECT_EQ(headline->next_on, first_day + 7);
    EXPECT_EQ(headline->room_name, "The Den");
    world.ended = true;
    EXPECT_FALSE(headline_of(gathered(world, {}), first_day));
    EXPECT_TRUE(supporters_of(gathered(world, {})).empty());
}

}  // namespace
}  // namespace history
