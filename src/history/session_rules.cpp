#include "history/session_rules.hpp"

#include <algorithm>
#include <charconv>
#include <set>

#include "base/text.hpp"

namespace history {
namespace {

using programmes::Outcome;
using records::Action;
using story::SessionTold;

template <class Set>
std::optional<Set> former(records::FieldChange const& change) {
    return from_word<Set>(change.from);
}

int number_in(std::string_view text) {
    int number = 0;
    std::from_chars(text.data(), text.data() + text.size(), number);
    return number;
}

// "0190…: 6, 0191…: not_seen", as the log has it.
std::vector<story::RatingTold> ratings_in(std::string_view words) {
    std::vector<story::RatingTold> ratings;
    for (auto const one : text::split(words, ',')) {
        auto const parts = text::split(text::trimmed(one), ':');
        auto const target = TargetId::parse(parts.front());
        if (!target || parts.size() != 2) continue;
        auto const rated = text::trimmed(parts.back());
        ratings.push_back(
            {*target, rated == sessions::not_seen ? std::nullopt : std::optional(number_in(rated))}
        );
    }
    return ratings;
}

void forget_what_was_written(SessionTold& session) {
    session.attended.reset();
    session.why_absent.reset();
    session.feeling.reset();
    session.own_words.clear();
    session.noticed.clear();
    session.next_time.clear();
    session.ratings.clear();
}

bool says_more_than_a_face(SessionTold const& session) {
    return session.why_absent || !session.ratings.empty() || !session.noticed.empty() ||
           !session.next_time.empty();
}

// Of a session still to come its room and whether it has a plan are told; of others neither is.
void tell_what_is_to_come(SessionTold& session, Past const& past) {
    auto const laid = std::ranges::find(past.laid, session.id, &Laid::session);
    if (laid == past.laid.end()) return;
    session.room_name = laid->room_name;
    session.has_plan = laid->has_plan;
}

void forget_what_was_to_come(SessionTold& session) {
    session.room_name.clear();
    session.has_plan = false;
}

void take_back_outcome(SessionTold& session, Since const& since, Past const& past) {
    auto const* const change = since.changed("outcome");
    auto const outcome = change ? former<Outcome>(*change) : std::nullopt;
    if (!outcome) return;
    session.outcome = *outcome;
    if (auto const* const held_on = since.changed("held_on"))
        session.held_on = calendar::parse_iso(held_on->from);
    if (auto const* const why = since.changed("why_not")) session.why_not = former<programmes::WhyNot>(*why);
    if (session.outcome != Outcome::delivered) session.held_on.reset();
    if (session.outcome != Outcome::not_held) session.why_not.reset();
    session.not_on_register = false;
    if (session.outcome == Outcome::planned)
        tell_what_is_to_come(session, past);
    else
        forget_what_was_to_come(session);
}

void take_back_place(SessionTold& session, Since const& since, Past const& past) {
    if (auto const* const number = since.changed("number")) session.number = number_in(number->from);
    if (auto const* const day = since.changed("planned_on"))
        session.planned_on = calendar::parse_iso(day->from).value_or(session.planned_on);
    if (auto const* const time = since.changed("starts_at_time")) session.starts_at_time = time->from;
    if (session.outcome != Outcome::planned) return;
    if (auto const* const room = since.changed("room_id"))
        if (auto const name = past.names.find(room->from); name != past.names.end())
            session.room_name = name->second;
    if (auto const* const plan = since.changed("plan")) session.has_plan = !plan->from.empty();
}

// A session that was laid in place of this one and went with the putting off.
std::optional<SessionTold> laid_instead(SessionTold const& put_off, Since const& since) {
    auto const* const id = since.changed("instead_id");
    auto const* const on = since.changed("instead_on");
    auto const session = id ? SessionId::parse(id->from) : std::nullopt;
    auto const day = on ? calendar::parse_iso(on->from) : std::nullopt;
    if (!session || !day) return std::nullopt;
    SessionTold laid{.place = put_off.place, .id = *session, .number = put_off.number, .planned_on = *day};
    laid.outcome = Outcome::planned;
    laid.has_plan = put_off.has_plan;
    if (auto const* const at = since.changed("instead_at")) laid.starts_at_time = at->from;
    if (auto const* const in = since.changed("instead_in")) laid.room_name = in->from;
    return laid;
}

void take_back_written(SessionTold& session, Since const& since) {
    if (since.action == Action::made) return forget_what_was_written(session);
    if (auto const* const attended = since.changed("attended")) session.attended = attended->from == "yes";
    if (auto const* const why = since.changed("why_absent"))
        session.why_absent = former<sessions::WhyAbsent>(*why);
    if (since.action == Action::undone && session.why_absent) session.attended = false;
    if (auto const* const ratings = since.changed("ratings")) session.ratings = ratings_in(ratings->from);
    if (auto const* const noticed = since.changed("noticed")) session.noticed = noticed->from;
    if (auto const* const next = since.changed("next_time")) session.next_time = next->from;
}

// As those who help saw it.
void take_back_voice(SessionTold& session, Since const& since) {
    if (auto const* const feeling = since.changed("feeling"))
        session.feeling = former<sessions::Feeling>(*feeling);
    if (auto const* const own_words = since.changed("own_words")) session.own_words = own_words->from;
}

// Of which session and place an entry about an evaluation is: what was taken back says so itself.
std::optional<Evaluated> evaluation_of(Since const& since, Past const& past) {
    auto const found = std::ranges::find(past.evaluated, since.subject_id, &Evaluated::id);
    if (found != past.evaluated.end()) return *found;
    for (auto const& other : past.since) {
        auto const* const session = other.changed("session_id");
        auto const* const place = other.changed("place_id");
        if (other.subject != "evaluation" || other.subject_id != since.subject_id || !session || !place)
            continue;
        auto const of_session = SessionId::parse(session->from);
        auto const of_place = programmes::PlaceId::parse(place->from);
        if (of_session && of_place) return Evaluated{since.subject_id, *of_session, *of_place};
    }
    return std::nullopt;
}

class Sessions {
public:
    Sessions(std::vector<SessionTold> now, Past const& past) : all_(std::move(now)), past_(past) {}

    void take_back(Since const& since) {
        if (since.subject == "session") take_back_session(since);
        if (since.subject == "evaluation") take_back_evaluation(since);
    }

    std::vector<SessionTold> as_they_stood() {
        for (auto& session : laid_)
            if (was_put_off(session)) all_.push_back(std::move(session));
        for (auto const& [place, session] : changed_) keep_what_was_written(place, session);
        std::ranges::stable_sort(all_, {}, [](auto const& session) {
            return std::tie(session.planned_on, session.number);
        });
        return std::move(all_);
    }

private:
    void take_back_session(Since const& since) {
        auto const is_it = [&](SessionTold const& session) { return session.id.text() == since.subject_id; };
        if (since.action == Action::made) {
            std::erase_if(all_, is_it);
            return;
        }
        for (auto& session : all_) {
            if (!is_it(session)) continue;
            if (auto laid = laid_instead(session, since)) laid_.push_back(std::move(*laid));
            take_back_outcome(session, since, past_);
            take_back_place(session, since, past_);
        }
    }

    void take_back_evaluation(Since const& since) {
        auto const of = evaluation_of(since, past_);
        if (!of) return;
        for (auto& session : all_)
            if (session.id == of->session && session.place == of->place) {
                std::pair const written{of->place, of->session};
                // What a child took out of sight is not shown again by looking back to before that.
                if (since.changed("voice")) out_of_sight_.insert(written);
                take_back_written(session, since);
                if (!out_of_sight_.contains(written)) take_back_voice(session, since);
                changed_.insert(written);
            }
    }

    bool was_put_off(SessionTold const& laid) const {
        return std::ranges::any_of(all_, [&](SessionTold const& session) {
            return session.place == laid.place && session.number == laid.number &&
                   session.outcome == Outcome::not_held;
        });
    }

    // A face alone is not told before the adult has written of the session, nor anything of one not held.
    void keep_what_was_written(programmes::PlaceId const& place, SessionId const& of) {
        for (auto& session : all_) {
            if (session.id != of || session.place != place) continue;
            if (!says_more_than_a_face(session)) forget_what_was_written(session);
            if (says_more_than_a_face(session) && !session.attended) session.attended = true;
        }
    }

    std::vector<SessionTold> all_;
    std::vector<SessionTold> laid_;
    std::set<std::pair<programmes::PlaceId, SessionId>> changed_;
    std::set<std::pair<programmes::PlaceId, SessionId>> out_of_sight_;
    Past const& past_;
};

}  // namespace

std::vector<SessionTold> sessions_as_they_stood(std::vector<SessionTold> now, Past const& past) {
    Sessions sessions(std::move(now), past);
    for (auto const& since : past.since) sessions.take_back(since);
    return sessions.as_they_stood();
}

namespace {

void forget_what_changed(story::Confided& confided, Since const& since) {
    bool const made = since.action == Action::made;
    if (made || since.changed("confidence")) confided.words.clear();
    if (made || since.changed("voice") || since.changed("voice_for")) {
        confided.feeling.reset();
        confided.own_words.clear();
    }
}

}  // namespace

std::map<SessionId, story::Confided> confided_by_then(
    std::map<SessionId, story::Confided> now, Past const& past
) {
    for (auto const& since : past.since) {
        if (since.subject != "evaluation") continue;
        auto const of = evaluation_of(since, past);
        auto const found = of ? now.find(of->session) : now.end();
        if (found == now.end()) continue;
        forget_what_changed(found->second, since);
        if (!found->second.says_something()) now.erase(found);
    }
    return now;
}

}  // namespace history
