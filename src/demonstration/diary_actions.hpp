#pragma once

#include <functional>
#include <map>
#include <queue>
#include <string>

#include "demonstration/school.hpp"
#include "sign_in/sign_in.hpp"
#include "visits/visit.hpp"

namespace demonstration {

// What people of a made-up school did, each at a moment of the past, as if they had come to Withy then: the
// deeds are done in the order of their moments, whatever the order they were entered in. A deed may enter
// further ones. What lies ahead of now is left undone, and that is how far each case has come.
class Diary {
public:
    using Deed = std::function<void(Visit&)>;

    Diary(db::Connection& db, SchoolId school, std::string school_name, std::string address, Instant now);

    void on(Instant at, Actor const& who, Deed deed);
    // `tell` hears of each moment that was come to.
    void play(std::function<void(Instant)> const& tell);

    Instant now() const { return now_; }

private:
    struct Entry {
        Instant at;
        std::int64_t number;
        Actor who;
        Deed deed;
    };
    struct Later {
        bool operator()(Entry const& one, Entry const& other) const {
            return std::pair(one.at, one.number) > std::pair(other.at, other.number);
        }
    };

    void begin_day(Instant at);
    // Nobody reads these addresses, so what waits to go out counts as sent by the next morning.
    void carry_the_post(Instant at);

    visits::Who const& who(Actor const& actor, Date day);

    db::Connection& db_;
    SchoolId school_;
    std::string school_name_;
    std::string address_;
    Instant now_;
    Date last_day_ = {};
    unsigned days_ = 0;
    std::int64_t entered_ = 0;
    std::priority_queue<Entry, std::vector<Entry>, Later> entries_;
    std::map<std::pair<StaffId, int>, visits::Who> people_;  // by school year, with which roles change
};

}  // namespace demonstration
