#include "history/rules.hpp"

#include <algorithm>
#include <set>

#include "history/session_rules.hpp"

namespace history {
namespace {

using records::Action;
using story::Gathered;
using story::Happening;
using story::Kind;
using story::PlaceTold;

bool is_about(Since const& since, std::string_view subject, std::string_view id) {
    return since.subject == subject && since.subject_id == id;
}

// Takes back, from the latest on, what was logged of this row; false where the row came later than the day.
template <class TakeBack>
bool was_there(Past const& past, std::string_view subject, std::string_view id, TakeBack take_back) {
    bool stands = true;
    for (auto const& since : past.since) {
        if (!is_about(since, subject, id)) continue;
        if (since.action == Action::made)
            stands = false;
        else
            take_back(since);
    }
    return stands;
}

void take_back_steps(cases::Facts& facts, Past const& past) {
    std::erase_if(facts.steps, [&](auto const& taken) { return taken.taken_at >= past.until; });
    for (auto& taken : facts.steps) {
        if (!taken.undone_at || *taken.undone_at < past.until) continue;
        taken.undone_at.reset();
        taken.undone_by_name.clear();
        taken.undone_reason.clear();
    }
}

Tie as_it_was(Tie tie, Past const& past) {
    was_there(past, "contact", tie.contact.text(), [&](Since const& since) {
        if (auto const* const change = since.changed("responsibility"))
            tie.responsibility = change->from == "yes";
        if (auto const* const change = since.changed("restriction")) tie.restriction = change->from;
    });
    return tie;
}

// As the view consent_said has it: nothing stands against this person but what was known.
bool has_a_say(consent::Received const& received, Tie const& tie) {
    if (!tie.restriction.empty()) return received.although == consent::LeftOut::restricted;
    if (!tie.responsibility) return received.although == consent::LeftOut::no_responsibility;
    return true;
}

void take_back_answers(cases::Facts& facts, Past const& past) {
    std::erase_if(facts.answers, [&](auto const& received) { return received.received_at >= past.until; });
    for (auto& received : facts.answers) {
        if (!received.by) continue;
        auto const tie = std::ranges::find(past.ties, *received.by, &Tie::contact);
        received.has_a_say = tie != past.ties.end() && has_a_say(received, as_it_was(*tie, past));
    }
}

void ask_as_then(cases::Facts& facts, Past const& past) {
    facts.last_asked_on.reset();
    facts.last_went_on.reset();
    facts.last_asked_form.reset();
    facts.letters_wait = false;
    if (!past.asked) return;
    facts.last_asked_on = calendar::local_date(past.asked->asked_at);
    if (past.asked->went_at) facts.last_went_on = calendar::local_date(*past.asked->went_at);
    facts.letters_wait = !facts.last_went_on;
    facts.last_asked_form = past.asked->form;
}

void discuss_as_then(cases::Facts& facts, Past const& past) {
    auto const discussed = past.discussed.value_or(Discussed{});
    facts.last_discussion = past.discussed ? std::optional(discussed.outcome) : std::nullopt;
    facts.information_from = discussed.information_from;
    facts.information_by_on = discussed.information_by_on;
}

void wait_as_then(cases::Facts& facts, Past const& past) {
    facts.waiting_review_by_on.reset();
    for (auto waited : past.waited) {
        bool const waits = was_there(past, "waiting", waited.id, [&](Since const& since) {
            if (since.action == Action::ended) waited.ended_on.reset();
            if (since.action == Action::undone) waited.ended_on = past.day;
            if (auto const* const change = since.changed("review_by_on"))
                waited.review_by_on = calendar::parse_iso(change->from).value_or(waited.review_by_on);
        });
        if (waits && !waited.ended_on) facts.waiting_review_by_on = waited.review_by_on;
    }
}

void take_back(Happening& one, Since const& since) {
    switch (one.kind) {
        case Kind::concern:
            if (auto const* const change = since.changed("answer")) one.answer = change->from;
            break;
        case Kind::question:
            if (!since.changed("answer")) break;
            one.answer.clear();
            one.more.clear();
            break;
        case Kind::parent_message:
            if (auto const* const change = since.changed("state")) {
                one.more = change->from;
                one.answer.clear();
            }
            break;
        case Kind::check_in:
            if (auto const* const change = since.changed("held_on")) one.answer = change->from;
            if (auto const* const change = since.changed("line")) one.said = change->from;
            break;
        case Kind::impact_review:
        case Kind::next_step:
        case Kind::assessment:
            if (since.action == Action::undone) one.answer.clear();
            break;
        case Kind::answer_to_parent:
        case Kind::discussion:
        case Kind::decision:
        case Kind::liaison:
        case Kind::closing:
        case Kind::reopening:
        case Kind::cpoms:
        case Kind::opening:
        case Kind::override_: break;
    }
}

std::vector<Happening> happened_by_then(std::vector<Happening> happenings, Past const& past) {
    std::erase_if(happenings, [&](Happening const& one) { return one.at >= past.until; });
    for (auto& one : happenings) {
        was_there(past, word(one.kind), one.id, [&](Since const& since) { take_back(one, since); });
        bool const opened_again = std::ranges::any_of(happenings, [&](Happening const& other) {
            return other.kind == Kind::reopening && other.id == one.id;
        });
        if (one.kind == Kind::closing && !opened_again) one.answer.clear();
    }
    return happenings;
}

void close_as_then(Gathered& stood) {
    auto const closing = std::ranges::find_if(stood.happenings, [](Happening const& one) {
        return one.kind == Kind::closing && one.stands();
    });
    bool const closed = closing != stood.happenings.end();
    stood.facts.closed_at = closed ? std::optional(closing->at) : std::nullopt;
    stood.facts.closed_why = closed ? closing->said : std::string();
}

// Whoever delivers a programme now took it over from whoever delivered it on the day.
void take_back_programme(PlaceTold& place, Past const& past) {
    was_there(past, "programme", place.programme.text(), [&](Since const& since) {
        if (auto const* const change = since.changed("name")) place.programme_name = change->from;
        if (auto const* const change = since.changed("deliverer_id"))
            if (auto const name = past.names.find(change->from); name != past.names.end())
                place.deliverer_name = name->second;
    });
}

void take_back_end(PlaceTold& place, Since const& since) {
    if (since.action == Action::ended) {
        place.ended_on.reset();
        place.end_reason.reset();
    }
    if (auto const* const ended = since.changed("ended_on"))
        place.ended_on = calendar::parse_iso(ended->from);
    if (auto const* const why = since.changed("end_reason"); why && place.ended_on)
        place.end_reason = from_word<cases::EndReason>(why->from);
}

std::vector<PlaceTold> places_by_then(std::vector<PlaceTold> now, Past const& past) {
    std::vector<PlaceTold> places;
    for (auto& place : now) {
        bool const given = was_there(past, "place", place.id.text(), [&](Since const& since) {
            take_back_end(place, since);
        });
        if (!given) continue;
        take_back_programme(place, past);
        places.push_back(std::move(place));
    }
    return places;
}

// As it stands in cases/last_session_store: on the day on which the child got the place, and on the one on
// which it ended with consent, their name on the register decides.
bool counts_as_held(story::SessionTold const& session, PlaceTold const& place) {
    if (session.place != place.id || session.outcome != programmes::Outcome::delivered || !session.held_on)
        return false;
    auto const day = *session.held_on;
    if (place.ended_on && day > *place.ended_on) return false;
    bool const by_its_day =
        day > place.allocated_on &&
        (!place.ended_on || day < *place.ended_on || place.end_reason != cases::EndReason::consent_withdrawn);
    return by_its_day || !session.not_on_register;
}

void place_as_then(Gathered& stood, Past const& past) {
    auto& facts = stood.facts;
    facts.deliverer.clear();
    facts.form.reset();
    facts.starts_on.reset();
    facts.next_session_on.reset();
    facts.last_delivered_on.reset();
    facts.place_ended.reset();
    facts.place_ended_on.reset();
    if (stood.places.empty()) return;
    auto const& place = stood.places.front();
    facts.deliverer = place.deliverer_name;
    facts.form = place.form;
    facts.place_ended = place.end_reason;
    facts.place_ended_on = place.ended_on;
    for (auto const& session : stood.sessions) {
        if (session.place == place.id && session.outcome == programmes::Outcome::planned)
            facts.next_session_on =
                std::min(facts.next_session_on.value_or(session.planned_on), session.planned_on);
        if (counts_as_held(session, place))
            facts.last_delivered_on =
                std::max(facts.last_delivered_on.value_or(*session.held_on), *session.held_on);
    }
    auto const found = std::ranges::find(past.programmes, place.programme, &InProgramme::id);
    if (found == past.programmes.end()) return;
    facts.starts_on = found->starts_on;
    facts.impact_opens_weeks = found->impact_opens_weeks;
    facts.impact_closes_weeks = found->impact_closes_weeks;
    was_there(past, "programme", place.programme.text(), [&](Since const& since) {
        if (auto const* const change = since.changed("starts_on"))
            facts.starts_on = calendar::parse_iso(change->from);
    });
}

std::vector<programmes::Target> targets_by_then(Past const& past) {
    std::vector<programmes::Target> targets;
    for (auto hoped : past.hoped) {
        if (hoped.made_at >= past.until) continue;
        was_there(past, "target", hoped.target.id.text(), [&](Since const& since) {
            if (auto const* const change = since.changed("words")) hoped.target.words = change->from;
            if (since.action == Action::ended) hoped.ended_on.reset();
        });
        if (hoped.ended_on) continue;
        if (hoped.target.before_at && *hoped.target.before_at >= past.until) {
            hoped.target.before.reset();
            hoped.target.before_at.reset();
        }
        targets.push_back(std::move(hoped.target));
    }
    return targets;
}

}  // namespace

Gathered as_it_stood(Gathered now, Past const& past) {
    auto stood = std::move(now);
    take_back_steps(stood.facts, past);
    take_back_answers(stood.facts, past);
    discuss_as_then(stood.facts, past);
    ask_as_then(stood.facts, past);
    wait_as_then(stood.facts, past);
    stood.happenings = happened_by_then(std::move(stood.happenings), past);
    close_as_then(stood);
    stood.places = places_by_then(std::move(stood.places), past);
    stood.sessions = sessions_as_they_stood(std::move(stood.sessions), past);
    std::erase_if(stood.sessions, [&](auto const& session) {
        return std::ranges::find(stood.places, session.place, &PlaceTold::id) == stood.places.end();
    });
    stood.confided = confided_by_then(std::move(stood.confided), past);
    stood.targets = targets_by_then(past);
    stood.needs = past.needs;
    place_as_then(stood, past);
    return stood;
}

std::vector<std::string> supporters_of(Gathered const& stood) {
    std::set<std::string> names;
    for (auto const& place : stood.places)
        if (!place.ended_on) names.insert(place.deliverer_name);
    return {names.begin(), names.end()};
}

std::optional<story::Headline> headline_of(Gathered const& stood, Date day) {
    auto const place = std::ranges::find_if(stood.places, [](auto const& one) { return !one.ended_on; });
    if (place == stood.places.end()) return std::nullopt;
    story::Headline headline{.next_on = {}, .starts_at_time = {}, .room_name = {}, .deliverer_name = {}};
    headline.deliverer_name = place->deliverer_name;
    for (auto const& session : stood.sessions) {
        bool const to_come = session.place == place->id && session.outcome == programmes::Outcome::planned &&
                             session.planned_on >= day;
        if (!to_come || headline.next_on) continue;
        headline.next_on = session.planned_on;
        headline.starts_at_time = session.starts_at_time;
        headline.room_name = session.room_name;
    }
    return headline;
}

std::vector<story::EarlierCase> closed_by(std::vector<story::EarlierCase> cases, Instant until) {
    std::erase_if(cases, [&](auto const& one) { return one.closed_at >= until; });
    return cases;
}

std::optional<Refusal> objection_to(Date day, Date opened_on, Date today) {
    if (day < opened_on) return Refusal::before_the_case;
    if (day > today) return Refusal::still_to_come;
    return std::nullopt;
}

}  // namespace history
