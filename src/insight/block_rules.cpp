#include "insight/block_rules.hpp"

#include <algorithm>
#include <map>
#include <numeric>

#include "insight/insight.hpp"

namespace insight {
namespace {

struct Counted {
    Block block;
    std::map<std::size_t, int> in_stratum;

    int children() const {
        return std::accumulate(in_stratum.begin(), in_stratum.end(), 0, [](int sum, auto const& one) {
            return sum + one.second;
        });
    }
    bool fits() const {
        return std::ranges::all_of(in_stratum, [](auto const& one) { return may_be_told(one.second); });
    }
};

using Blocks = std::vector<Counted>;

Blocks one_for_each_category(std::span<Placed const> children) {
    std::map<std::string, Counted> of;
    for (auto const& child : children) {
        auto& counted = of[child.category];
        counted.block = {child.category};
        ++counted.in_stratum[child.stratum];
    }
    Blocks blocks;
    for (auto& [category, counted] : of) blocks.push_back(std::move(counted));
    return blocks;
}

void join(Blocks& blocks, std::size_t one, std::size_t other) {
    auto& into = blocks[std::min(one, other)];
    auto const& from = blocks[std::max(one, other)];
    into.block.insert(from.block.begin(), from.block.end());
    for (auto const& [stratum, count] : from.in_stratum) into.in_stratum[stratum] += count;
    blocks.erase(blocks.begin() + static_cast<std::ptrdiff_t>(std::max(one, other)));
}

// The smaller neighbour; without an order the smallest of all others.
std::size_t to_join_with(Blocks const& blocks, std::size_t unfit, Order order) {
    std::size_t best = unfit == 0 ? 1 : unfit - 1;
    for (std::size_t other = 0; other < blocks.size(); ++other) {
        bool const may = other != unfit && (order == Order::none || other + 1 == unfit || other == unfit + 1);
        if (may && blocks[other].children() < blocks[best].children()) best = other;
    }
    return best;
}

}  // namespace

bool may_be_told(int children) { return children == 0 || children >= fewest_children; }

std::string named(Block const& block) {
    std::string name;
    for (auto const& category : block) name += (name.empty() ? "" : "+") + category;
    return name;
}

std::vector<Block> blocks_of(std::span<Placed const> children, Order order) {
    auto blocks = one_for_each_category(children);
    for (;;) {
        auto const unfit = std::ranges::find_if_not(blocks, &Counted::fits);
        if (unfit == blocks.end()) break;
        if (blocks.size() < 2) return {};
        auto const at = static_cast<std::size_t>(unfit - blocks.begin());
        join(blocks, at, to_join_with(blocks, at, order));
    }
    if (std::ranges::count_if(blocks, [](Counted const& one) { return one.children() > 0; }) < 2) return {};
    std::vector<Block> found;
    for (auto const& one : blocks) found.push_back(one.block);
    return found;
}

}  // namespace insight
