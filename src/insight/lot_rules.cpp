#include "insight/lot_rules.hpp"

#include <utility>

namespace insight {

// Fisher and Yates.
std::vector<Child> drawn_by_lot(std::vector<Child> children, Lot const& below) {
    for (std::size_t left = children.size(); left > 1; --left)
        std::swap(children[left - 1], children[below(left)]);
    return children;
}

}  // namespace insight
