#include "county/sentences.hpp"

#include "insight/sentences.hpp"

namespace county {

using statistics::Estimate;

std::string with_sign(double value) { return (value > 0 ? "+" : "") + insight::number_in_words(value, 1); }

std::string with_interval(Estimate const& estimate, double degrees) {
    constexpr double confidence = 0.95;
    auto const interval =
        statistics::student_test(estimate.value, estimate.standard_error, degrees, confidence).interval;
    return with_sign(estimate.value) + " (" + with_sign(interval.lower) + " to " + with_sign(interval.upper) +
           ")";
}

std::string mean_of_schools(Estimate const& estimate, int schools) {
    bool const are_few = schools < static_cast<int>(fewest_schools);
    return are_few ? with_sign(estimate.value) : with_interval(estimate, schools - 1);
}

std::string_view told_by(insight::Dimension dimension) {
    bool const is_by_support = dimension == insight::Dimension::everyone;
    return is_by_support ? "Kind of support" : insight::in_words(dimension);
}

std::string in_words(Part const& part) {
    bool const is_by_support = part.dimension == insight::Dimension::everyone;
    return is_by_support ? insight::provision_in_words(part.name)
                         : insight::part_in_words(part.dimension, part.name);
}

}  // namespace county
