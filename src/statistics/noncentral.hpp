#pragma once

namespace statistics {

// The noncentrality d for which P(T <= t) = probability, T = (Z + d)/S noncentral t with these degrees of
// freedom: to 1e-9 of its size, however far out d or the tail lies; within about 10 µs. It takes a finite t,
// degrees of 1 or more, and a probability above 0 and below 1.
//
// P(T <= t) is the integral over s of normal(t s - d) times the density of S = sqrt(chi²/degrees). Its
// logarithm is concave in d, so Newton's steps on it end at the root from wherever they begin.
double noncentrality_at(double t, double degrees, double probability);

}  // namespace statistics
