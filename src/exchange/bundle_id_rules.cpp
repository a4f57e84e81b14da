#include "exchange/bundle_id_rules.hpp"

#include <algorithm>
#include <array>
#include <bit>
#include <unordered_set>

namespace exchange {
namespace {

std::vector<std::size_t> id_columns(Table const& table) {
    std::vector<std::size_t> columns;
    for (std::size_t at = 0; at < table.sheet.heading.size(); ++at)
        if (may_hold_ids(table.sheet.heading[at])) columns.push_back(at);
    return columns;
}

std::unordered_set<std::string_view> different_values(Table const& table, std::size_t column) {
    std::unordered_set<std::string_view> values;
    for (auto const& row : table.sheet.rows)
        if (auto const& value = table.cell(row, column); !value.empty()) values.insert(value);
    return values;
}

Fault too_many(Table const& table) { return {Code::too_many_id_columns, 0, {}, {}, table.file}; }

}  // namespace

static_assert(most_id_columns <= 32);

LeadingIds::LeadingIds(Table const& lead) : lead_(lead), columns_(id_columns(lead)) {
    if (columns_.size() > most_id_columns) return;
    for (std::size_t which = 0; which < columns_.size(); ++which)
        for (auto const value : different_values(lead, columns_[which]))
            columns_with_[value] |= std::uint32_t{1} << which;
}

Expected<CommonIds, Fault> LeadingIds::common_with(Table const& table) const {
    auto const theirs = id_columns(table);
    if (columns_.size() > most_id_columns) return refuse(too_many(lead_));
    if (theirs.size() > most_id_columns) return refuse(too_many(table));
    // The pair whose column of ours stands first is taken where several have as much in common.
    std::array<std::size_t, most_id_columns> most{};
    std::array<std::size_t, most_id_columns> with{};
    for (auto const column : theirs) {
        std::array<std::size_t, most_id_columns> in_both{};
        for (auto const value : different_values(table, column)) {
            auto const found = columns_with_.find(value);
            if (found == columns_with_.end()) continue;
            for (auto bits = found->second; bits != 0; bits &= bits - 1)
                ++in_both[static_cast<std::size_t>(std::countr_zero(bits))];
        }
        for (std::size_t which = 0; which < columns_.size(); ++which) {
            if (in_both[which] <= most[which]) continue;
            most[which] = in_both[which];
            with[which] = column;
        }
    }
    auto const best = static_cast<std::size_t>(std::ranges::max_element(most) - most.begin());
    if (most[best] == 0) return refuse(Fault{Code::file_does_not_fit, 0, {}, {}, table.file});
    return CommonIds{columns_[best], with[best]};
}

}  // namespace exchange
