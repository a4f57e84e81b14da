#pragma once

#include <cstddef>
#include <span>

#include "statistics/refusal.hpp"

namespace statistics {

// From and to, both included, in the units of what it is an interval of.
struct Interval {
    double lower = 0;
    double upper = 0;
};

// What a published table gives of a list of scores: how many, their mean, and their standard deviation with
// the divisor n - 1, both in the scores' units.
struct Summary {
    std::size_t n = 0;
    double mean = 0;
    double sd = 0;
};

// True where each of these is a number, and not beyond all bounds.
bool all_finite(std::span<double const> values);

// The mean and standard deviation; 0 for a standard deviation of fewer than two, or of scores that differ by
// no more than rounding does.
Summary summary_of(std::span<double const> values);

// The interval estimate -+ (quantile of t at this confidence) * standard_error, and the two-sided p of the
// estimate against nothing. It takes a standard error above 0, degrees above 0 and a confidence between 0
// and 1.
struct StudentTest {
    double t = 0;
    double degrees = 0;
    double p = 1;
    Interval interval;
};
StudentTest student_test(double estimate, double standard_error, double degrees, double confidence);

// True where a confidence lies between 0 and 1; not for a number that is none.
bool is_level(double confidence);

}  // namespace statistics
