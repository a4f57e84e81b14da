#include "demonstration/diary_actions.hpp"

#include <bit>

#include "db/planner_statistics.hpp"
#include "messages/store.hpp"
#include "sign_in/second_way_rules.hpp"
#include "sign_in/store.hpp"

namespace demonstration {

Diary::Diary(db::Connection& db, SchoolId school, std::string school_name, std::string address, Instant now)
    : db_(db),
      school_(school),
      school_name_(std::move(school_name)),
      address_(std::move(address)),
      now_(now) {}

void Diary::on(Instant at, Actor const& who, Deed deed) {
    if (at > now_) return;
    entries_.push({at, ++entered_, who, std::move(deed)});
}

void Diary::play(std::function<void(Instant)> const& tell) {
    while (!entries_.empty()) {
        auto const entry = entries_.top();
        entries_.pop();
        auto const today = calendar::local_date(entry.at);
        if (today != last_day_) begin_day(entry.at);
        last_day_ = today;
        Visit visit{
            .db = db_,
            .now = entry.at,
            .today = today,
            .school = school_,
            .school_name = school_name_,
            .who = who(entry.who, today),
            .frame = {},
            .public_address = address_};
        entry.deed(visit);
        tell(entry.at);
    }
    carry_the_post(now_);
}

void Diary::begin_day(Instant at) {
    carry_the_post(at);
    // Twice as much stands written then as when it was last looked at.
    if (std::has_single_bit(++days_)) db::learn_statistics(db_);
}

void Diary::carry_the_post(Instant at) {
    for (auto waiting = messages::store::due(db_, school_, at); !waiting.empty();
         waiting = messages::store::due(db_, school_, at))
        for (auto const& message : waiting) messages::store::mark_sent(db_, school_, message.id, at);
}

visits::Who const& Diary::who(Actor const& actor, Date day) {
    auto const key = std::pair(actor.staff, calendar::school_year(day));
    auto found = people_.find(key);
    if (found == people_.end()) {
        sign_in::Presence presence;
        presence.account = actor.account;
        presence.school = school_;
        presence.staff = actor.staff;
        auto comer = sign_in::store::person(db_, presence, day).value();
        found = people_.emplace(key, sign_in::with_every_role(std::move(comer))).first;
    }
    return found->second;
}

}  // namespace demonstration
