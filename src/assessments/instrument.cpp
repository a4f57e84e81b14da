#include "assessments/instrument.hpp"

#include <algorithm>

namespace assessments {

std::string_view in_words(Informant informant) {
    switch (informant) {
        case Informant::class_teacher: return "The class teacher";
        case Informant::nurture_assistant: return "The Nurture Assistant";
        case Informant::senco: return "The SENCo";
        case Informant::other_staff: return "Another member of staff";
        case Informant::parent: return "A parent or carer";
        case Informant::child: return "The child";
    }
    return {};
}

std::string_view in_words(Occasion occasion) {
    switch (occasion) {
        case Occasion::entry: return "On entry";
        case Occasion::exit: return "At the end";
        case Occasion::follow_up: return "Afterwards";
        case Occasion::weekly: return "Weekly";
        case Occasion::other: return "Between";
    }
    return {};
}

std::string_view in_words(ReliabilityKind kind) {
    switch (kind) {
        case ReliabilityKind::test_retest: return "one child rated twice (test-retest)";
        case ReliabilityKind::between_raters: return "two people rating one child (between raters)";
        case ReliabilityKind::internal_consistency:
            return "the items among themselves (internal consistency)";
        case ReliabilityKind::parallel_forms: return "two forms of it (parallel forms)";
    }
    return {};
}

std::string_view in_words(Direction direction) {
    switch (direction) {
        case Direction::high_is_good: return "More is better";
        case Direction::low_is_good: return "Less is better";
    }
    return {};
}

std::vector<Scale> scales_of(Instrument const& instrument) {
    std::vector<Scale> all;
    for (auto const& section : instrument.sections)
        all.insert(all.end(), section.scales.begin(), section.scales.end());
    return all;
}

Section const* section_of(Instrument const& instrument, std::string_view code) {
    for (auto const& section : instrument.sections)
        if (std::ranges::find(section.scales, code, &Scale::code) != section.scales.end()) return &section;
    return nullptr;
}

Scale const* scale_of(Instrument const& instrument, std::string_view code) {
    auto const* const section = section_of(instrument, code);
    return section == nullptr ? nullptr : &*std::ranges::find(section->scales, code, &Scale::code);
}

std::string called(Scale const& scale) {
    constexpr std::size_t letters = 2;
    return scale.code.size() <= letters ? scale.code + ", " + scale.label : scale.label;
}

Form const* form_for(Instrument const& instrument, Occasion occasion) {
    auto const found = std::ranges::find(instrument.forms, occasion, &Form::occasion);
    return found == instrument.forms.end() ? nullptr : &*found;
}

std::optional<Range> scores_of(Instrument const& instrument, Scale const& scale) {
    if (scale.range || !instrument.rating) return scale.range;
    auto const listed = static_cast<int>(std::ranges::count(instrument.items, scale.code, &Item::scale));
    auto const items = scale.items.value_or(listed);
    if (items == 0) return std::nullopt;
    return Range{instrument.rating->least * items, instrument.rating->most * items};
}

Instrument with_items(Instrument instrument, ItemCounts const& items) {
    for (auto& section : instrument.sections)
        for (auto& scale : section.scales)
            if (auto const found = items.find(scale.code); found != items.end()) scale.items = found->second;
    return instrument;
}

}  // namespace assessments
