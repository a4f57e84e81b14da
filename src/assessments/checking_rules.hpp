#pragma once

#include <algorithm>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "assessments/instrument.hpp"

// The parts of checking an instrument. Each adds its faults, with where in the file they stand.
namespace assessments::checking {

void particulars(Instrument const& instrument, Faults& faults);
void sections(Instrument const& instrument, Faults& faults);
void items(Instrument const& instrument, Faults& faults);
void forms(Instrument const& instrument, Faults& faults);
void schemes(Instrument const& instrument, Faults& faults);

void code(std::string_view code, std::string const& where, Faults& faults);
void ages(Range const& ages, std::string const& where, Faults& faults);
void unknown_scale(std::string_view code, std::string const& where, Faults& faults);

// "/sections/0"
std::string at(std::string const& list, std::size_t index);
// "“A”"
std::string in_quotes(std::string_view text);
// "0 to 136"
std::string in_words(Range const& range);

// Adds a fault for every entry whose name stood in the list before.
template <class Entry, class Name>
void each_once(
    std::vector<Entry> const& entries,
    Name Entry::*name,
    std::string const& list,
    std::string const& member,
    std::string const& what,
    Faults& faults
) {
    std::set<Name> seen;
    for (std::size_t i = 0; i < entries.size(); ++i) {
        if (seen.insert(entries[i].*name).second) continue;
        std::string called;
        if constexpr (std::is_same_v<Name, std::string>) called = " " + in_quotes(entries[i].*name);
        faults.push_back({at(list, i) + member, "Take one out: there is another " + what + called});
    }
}

}  // namespace assessments::checking
