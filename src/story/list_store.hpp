#pragma once

#include <map>
#include <optional>
#include <string>
#include <tuple>
#include <vector>

#include "cases/cases.hpp"
#include "db/connection.hpp"

// What the word beside a child in a list is told by.
namespace story::list_store {

// Whose open cases are asked for: a list of any length in one value, so that each question stays one
// statement.
class Pupils {
public:
    explicit Pupils(std::vector<PupilId> const& pupils) {
        for (auto const& pupil : pupils) listed_ += std::string(pupil.text()) + ' ';
    }
    std::string const& listed() const { return listed_; }

private:
    std::string listed_;
};

// Of each open case, what its word on a list hangs on: the furthest step that stands, and why the latest
// place ended.
struct Reached {
    PupilId pupil;
    CaseId the_case;
    int steps = 0;  // how far along the twelve: 1 for the concern, 0 where none stands
    std::optional<cases::EndReason> place_ended;
    std::optional<cases::Step> furthest() const {
        if (steps == 0) return std::nullopt;
        return all_of<cases::Step>()[static_cast<std::size_t>(steps) - 1];
    }
    auto columns() { return std::tie(pupil, the_case, steps, place_ended); }
};
std::vector<Reached> reached(db::Connection& db, SchoolId school, Pupils const& of);

// The answers, and when and about what was asked last, of the open cases between the letter and the place,
// and of those in which a place ended with consent or for another.
std::map<CaseId, cases::Facts> answered(db::Connection& db, SchoolId school, Pupils const& of);

}  // namespace story::list_store
