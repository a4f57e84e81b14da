#pragma once

#include <vector>

#include "cases/store.hpp"

// How the facts of many cases are read at once: a fixed number of queries, however many cases there are.
namespace cases::store {

// One case by its id, or all that are open: every query asks for a stretch of ids, which the keys are made
// for.
class Stretch {
public:
    static Stretch of(CaseId const& the_case) { return {the_case.text(), the_case.text()}; }
    static Stretch of_all_open() { return {"0", "g"}; }  // ids are hexadecimal

    bool is_one() const { return first_ == last_; }
    std::string_view first() const { return first_; }
    std::string_view last() const { return last_; }

private:
    Stretch(std::string_view first, std::string_view last) : first_(first), last_(last) {}

    std::string first_;
    std::string last_;
};

// In the order of the cases' ids. A closed case is found by its own id alone.
std::vector<Case> with_facts(db::Connection& db, SchoolId school, Stretch const& stretch, Date today);

}  // namespace cases::store
