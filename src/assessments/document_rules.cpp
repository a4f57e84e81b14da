#include "assessments/document_rules.hpp"

#include <algorithm>

#include "assessments/instrument_rules.hpp"

namespace assessments {

// Of what can't be read at a place, nothing else is said there.
ReadInstrument checked_document(std::string_view text) {
    auto read = read_document(text);
    bool const is_no_json = read.faults.size() == 1 && read.faults.front().where.empty();
    if (is_no_json) return read;
    auto const unreadable = read.faults;
    for (auto const& fault : faults_of(read.instrument))
        if (std::ranges::find(unreadable, fault.where, &Fault::where) == unreadable.end())
            read.faults.push_back(fault);
    return read;
}

}  // namespace assessments
