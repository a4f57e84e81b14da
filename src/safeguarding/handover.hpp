#pragma once

#include <array>
#include <optional>
#include <string>
#include <tuple>

#include "base/words.hpp"
#include "safeguarding/safeguarding.hpp"

// Handing a pointer over to the school's CPOMS, where that takes one (S2). There is no public way to do so:
// what is sent is Withy's own, and docs/operations.md says what it is.
namespace safeguarding {

// What a school hands over, and which reference of the child goes with it.
enum class HandsOver { nothing, with_upn, with_admission_number };
constexpr auto words(HandsOver) { return std::array{"nothing", "with_upn", "with_admission_number"}; }
std::string_view in_words(HandsOver hands_over);

// Where the school's CPOMS opens, and what is handed over to it.
struct CpomsSettings {
    std::string address;  // "https://…"; empty: the school has not said
    HandsOver hands_over{};
};

enum class HandoverState { waiting, handed_over, given_up };
constexpr auto words(HandoverState) { return std::array{"waiting", "handed_over", "given_up"}; }

// How far a pointer has come. `fault` is what went wrong at the last try.
struct Handover {
    PointerId pointer;
    Instant put_at;
    HandoverState state{};
    int tries = 0;
    Instant next_try_at;
    std::optional<Instant> handed_over_at;
    std::string fault;
    auto columns() { return std::tie(pointer, put_at, state, tries, next_try_at, handed_over_at, fault); }
};
// "Handed over on 3 May 2026, 10:04", without what went wrong.
std::string in_words(Handover const& handover);

// A pointer that is due, with all that is handed over of it.
struct Due {
    PointerId pointer;
    Instant put_at;
    std::string reference;
    std::string noted_by_name;
    std::string child_reference;  // empty where the child has none of the kind that was agreed
    HandsOver by{};
    int tries = 0;
    Instant tries_since;
    auto columns() {
        return std::tie(pointer, put_at, reference, noted_by_name, child_reference, by, tries, tries_since);
    }
};

// What came of one try.
struct Delivery {
    std::string fault;            // empty: it was taken
    bool for_good = false;        // no later try will change it
    std::int64_t not_before = 0;  // milliseconds that the receiver asked to be left alone
    bool kept_waiting = false;    // no answer came in time
};

}  // namespace safeguarding
