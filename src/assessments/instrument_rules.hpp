#pragma once

#include <optional>
#include <string>

#include "assessments/instrument.hpp"

namespace assessments {

inline constexpr std::size_t most_scales = 60;
inline constexpr std::size_t most_items = 200;

// Everything that is wrong with what a file says, with where it stands and what to do about it; of norms,
// bands and forms too. None: the instrument may be used, once what the school enters is known.
Faults faults_of(Instrument const& instrument);
// The same of one norm set, as a school types it.
Faults faults_of(NormSet const& norms, Instrument const& instrument, std::string const& where);

// The codes of the scales for which a school enters how many items they have: the owner's score sheet says
// it, and no file that may be given on.
std::vector<std::string> scales_without_items(Instrument const& instrument);

// Between which numbers the scale is scored on this occasion: a short form has fewer items. Empty where that
// is not known yet, or the scale is not part of it.
std::optional<Range> range_of(Instrument const& instrument, std::string_view scale, Occasion occasion);
// The same with every item.
std::optional<Range> range_of(Instrument const& instrument, std::string_view scale);
// From the least to the most that any of its forms gives: a short form can give less than the whole one's
// least.
std::optional<Range> range_on_any_form(Instrument const& instrument, std::string_view scale);

}  // namespace assessments
