#include "insight/edition_rules.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "assessments/instrument_rules.hpp"
#include "base/sha256.hpp"

namespace insight {
namespace {

using assessments::Instrument;

constexpr std::size_t letters_of_a_name = 16;

// No two texts give the same together.
std::string as_a_part(std::string_view text) { return fmt::format("{}:{} ", text.size(), text); }

std::string as_a_part(std::optional<assessments::Range> const& range) {
    return range ? fmt::format("{} to {} ", range->least, range->most) : "open ";
}

bool is_asked(assessments::Form const& form, int item) {
    return form.items.empty() || std::ranges::find(form.items, item) != form.items.end();
}

std::string items_of(Instrument const& instrument, assessments::Form const& form, std::string_view scale) {
    std::string items;
    for (auto const& item : instrument.items)
        if (item.scale == scale && is_asked(form, item.number))
            items += fmt::format("item {} ", item.number) + as_a_part(item.words);
    return items;
}

std::string content_of(
    Instrument const& instrument, assessments::Form const& form, assessments::Scale const& scale
) {
    auto const direction = assessments::section_of(instrument, scale.code)->direction;
    return "scale " + as_a_part(scale.code) + as_a_part(scale.label) + std::string(word(direction)) + " " +
           as_a_part(assessments::range_of(instrument, scale.code, form.occasion)) +
           items_of(instrument, form, scale.code);
}

}  // namespace

std::string edition_of(Instrument const& instrument, std::string_view scale) {
    auto const* const used = assessments::form_for(instrument, assessments::Occasion::entry);
    auto const form = used ? *used : assessments::Form{.occasion = assessments::Occasion::entry};
    auto content = as_a_part(instrument.code) + "rated " + as_a_part(instrument.rating);
    if (auto const* const own = assessments::scale_of(instrument, scale)) {
        content += content_of(instrument, form, *own);
        for (auto const& part : own->sum_of)
            if (auto const* const summed = assessments::scale_of(instrument, part))
                content += content_of(instrument, form, *summed);
    }
    return sha256::hexadecimal(sha256::of(content)).substr(0, letters_of_a_name);
}

}  // namespace insight
