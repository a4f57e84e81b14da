#include "demonstration/upn_rules.hpp"

#include <fmt/format.h>

#include "pupils/upn_rules.hpp"

namespace demonstration {
namespace {

constexpr std::size_t numbers = 1'000;  // of one school and year under one authority
constexpr std::size_t first_authority = 990;
constexpr std::size_t last_authority = 999;
constexpr int before_schools = 1'000;
static_assert(most_pupils == numbers * (last_authority - first_authority + 1));
static_assert(before_schools + most_schools == 9'999);

}  // namespace

std::string made_up_upn(int school, std::size_t pupil, int joined_in) {
    auto upn = fmt::format(
        "A{}{}{:02}{:03}",
        last_authority - pupil / numbers,
        before_schools + school,
        joined_in % 100,
        pupil % numbers
    );
    upn.front() = pupils::upn_check_letter(upn);
    return upn;
}

}  // namespace demonstration
