#pragma once

#include "statistics/single_case.hpp"

namespace statistics {

// Two measures of one pupil beside the same others.
struct MeasureBesideOthers {
    double score = 0;
    double mean = 0;
    double deviation = 0;  // divisor n - 1
};

struct DifferenceOfMeasures {
    int degrees = 0;
    double t = 0;  // its size, without sign
    double p = 0;
    double z_first = 0, z_second = 0;
    double z_difference = 0;
};

// Whether two measures of a pupil differ by more than they do in others: the revised standardized difference
// test of Crawford and Garthwaite 2005 (Neuropsychology 19:318-331). Refuses too_few_controls (fewer than 3),
// zero_variance, degenerate_correlation (at or beyond -1 and 1) and not_finite. A one-sided p is of a first
// measure that lies below (less) or above (greater) the second.
Result<DifferenceOfMeasures> revised_standardized_difference(
    MeasureBesideOthers const& first,
    MeasureBesideOthers const& second,
    double correlation,
    int others,
    Alternative alternative
);

}  // namespace statistics
