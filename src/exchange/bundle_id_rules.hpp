#pragma once

#include <cstdint>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "exchange/bundle_table_rules.hpp"

// Which column of one file repeats the ids of which column of another, told by the values in both.
namespace exchange {

// More columns of ids than any export holds that was seen (a bundle's files have up to 6); what more they
// cost is paid in counting pairs.
inline constexpr std::size_t most_id_columns = 20;

struct CommonIds {
    std::size_t ours = 0;
    std::size_t theirs = 0;
};

// The ids of the leading file, read once however many files are joined to it.
class LeadingIds {
public:
    explicit LeadingIds(Table const& lead);

    // The pair of columns with the most different values in common; the fault where there is none, or where
    // a file has more columns of ids than are looked at.
    Expected<CommonIds, Fault> common_with(Table const& table) const;

private:
    Table const& lead_;
    std::vector<std::size_t> columns_;
    std::unordered_map<std::string_view, std::uint32_t> columns_with_;  // a bit for each of them
};

}  // namespace exchange
