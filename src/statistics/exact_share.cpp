#include "statistics/exact_share.hpp"

#include <boost/math/distributions/binomial.hpp>

#include "statistics/sample.hpp"

namespace statistics {

Result<ShareInterval> exact_share(int count, int all, double level) {
    using Binomial = boost::math::binomial_distribution<>;
    if (all < 1 || count < 0 || count > all) return refuse(Refusal::invalid_count);
    if (!is_level(level)) return refuse(Refusal::invalid_level);
    double const aside = (1 - level) / 2;
    return ShareInterval{
        .low = count == 0 ? 0 : Binomial::find_lower_bound_on_p(all, count, aside),
        .high = count == all ? 1 : Binomial::find_upper_bound_on_p(all, count, aside)};
}

}  // namespace statistics
