#pragma once

#include <cstddef>
#include <set>
#include <span>
#include <string>
#include <vector>

namespace insight {

// What one child is in a dimension, and to which stratum the child belongs.
struct Placed {
    std::string category;
    std::size_t stratum = 0;
};

// Categories that are told together.
using Block = std::set<std::string>;

// Whether categories have an order, so that only neighbours are told together.
enum class Order { by_name, none };

// The finest blocks of categories, as far as they are found by joining the smallest, of which each has nobody
// or five children and more in every stratum. Empty where fewer than two blocks have anybody.
std::vector<Block> blocks_of(std::span<Placed const> children, Order order);

// Nobody, or enough to be told.
bool may_be_told(int children);

// "3+4"
std::string named(Block const& block);

}  // namespace insight
