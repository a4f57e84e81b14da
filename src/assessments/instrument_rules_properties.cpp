#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "assessments/document_rules.hpp"
#include "assessments/instrument_rules.hpp"
#include "assessments/shipped.hpp"

namespace assessments {
namespace {

Instrument any_shipped() {
    auto const& all = shipped();
    return all[*rc::gen::inRange<std::size_t>(0, all.size())].instrument;
}

RC_GTEST_PROP(InstrumentProperties, a_strand_too_many_or_too_few_items_is_always_a_fault, ()) {
    auto boxall = shipped("boxall")->instrument;
    std::map<std::string, int> items;
    int sums[] = {0, 0};
    for (std::size_t i = 0; i < 2; ++i)
        for (auto const& scale : boxall.sections[i].scales)
            sums[i] += items[scale.code] = *rc::gen::inRange(1, 7);
    auto const faults = faults_of(with_items(boxall, items)).size();
    RC_ASSERT(faults == static_cast<std::size_t>((sums[0] != 34) + (sums[1] != 34)));
}

// Every score within the range has one name in each scheme, so that a band is never guessed.
RC_GTEST_PROP(InstrumentProperties, a_moved_cut_between_two_bands_is_a_fault_unless_both_sides_move, ()) {
    auto sdq = shipped(*rc::gen::element<std::string>("sdq-teacher", "sdq-parent"))->instrument;
    auto& bands = sdq.schemes[*rc::gen::inRange<std::size_t>(0, 2)].bands;
    auto& steps = bands[*rc::gen::inRange<std::size_t>(0, bands.size())].steps;
    auto const cut = *rc::gen::inRange<std::size_t>(1, steps.size());
    steps[cut].scores.least += *rc::gen::element(-1, 1);
    RC_ASSERT(!faults_of(sdq).empty());
}

// However a file is cut off or spoilt, it is answered with faults or with an instrument that has none.
RC_GTEST_PROP(InstrumentProperties, a_spoilt_file_is_answered_and_never_taken_for_another, ()) {
    auto const& all = shipped();
    auto const& whole = all[*rc::gen::inRange<std::size_t>(0, all.size())];
    std::string text(whole.document);
    auto const at = *rc::gen::inRange<std::size_t>(0, text.size());
    bool const cut = *rc::gen::arbitrary<bool>();
    if (cut)
        text.resize(at);
    else
        text[at] = *rc::gen::element('"', '{', '9', '-', ',', 'x', '\0');
    auto const checked = checked_document(text);
    if (cut && at + 1 < text.size()) RC_ASSERT(!checked.faults.empty());
    if (checked.faults.empty()) RC_ASSERT(faults_of(checked.instrument).empty());
}

RC_GTEST_PROP(InstrumentProperties, a_sum_ranges_over_what_its_parts_do, ()) {
    auto const instrument = any_shipped();
    for (auto const& scale : scales_of(instrument)) {
        if (scale.sum_of.empty()) continue;
        int most = 0;
        for (auto const& part : scale.sum_of) most += range_of(instrument, part)->most;
        RC_ASSERT(range_of(instrument, scale.code)->most == most);
    }
}

}  // namespace
}  // namespace assessments
