#include <exception>

#include "reference_cases/reference_cases.hpp"
#include "reference_cases/values.hpp"

namespace reference_cases {

std::optional<boost::json::object> found(Case const& one) {
    try {
        for (auto const family :
             {found_of_one_pupil, found_of_change, found_of_groups, found_of_small_numbers})
            if (auto figures = family(one.method, one.variant, one.inputs)) return figures;
        return std::nullopt;
    } catch (std::exception const&) {
        return boost::json::object{{"error", "unreadable_inputs"}};
    }
}

}  // namespace reference_cases
