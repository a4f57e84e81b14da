#pragma once

#include <optional>
#include <string>
#include <vector>

#include "insight/insight.hpp"

namespace insight {

// "Girls", "Years 3 and 4", "SEN support or EHC plan", "Friendships".
std::string part_in_words(Dimension dimension, std::string const& part);

// "One to one", "In a group or both".
std::string provision_in_words(std::string const& provision);

// "by SEN provision"
std::string_view in_words(Dimension dimension);

std::string_view in_words(Span span);
// "The class teacher"
std::string_view informant_in_words(std::string_view informant);

// "24 of 360 children on the roll began a programme (7 %)."
std::string reach_in_words(Cell const& cell);

// "Half of them waited 21 days or less from referral to their first programme."
std::string waiting_in_words(Cell const& cell);

// "Counting each child's sessions, 192 were planned, 180 held (94 %) and 171 attended (89 %)."
std::string sessions_in_words(Cell const& cell);

// "24", "7 %", "1.8", "−0.4": figures of tables.
std::string number_in_words(double value, int places);
std::string percent_in_words(int part, int whole);

// The mean change and what it may be with a confidence of 95 %, as "+1.8 (+1.1 to +2.5)"; empty where it
// can't be told.
std::string interval_in_words(GroupChange const& change);

// Hedges' g of the changes, in their standard deviations; nothing where it can't be told.
std::optional<double> effect_of(GroupChange const& change);

// "+0.42": an effect size; of a group, empty where it can't be told.
std::string effect_in_words(double effect);
std::string effect_in_words(GroupChange const& change);

// How they changed, most important first: the mean with its interval, whether it can be told from none, and
// who is not counted.
std::vector<std::string> change_in_words(GroupChange const& change, int supported);

// By which words of statistics that was worked out, who is not counted, and the effect size; empty where it
// can't be told.
std::vector<std::string> how_change_is_worked_out(GroupChange const& change, int supported);

}  // namespace insight
