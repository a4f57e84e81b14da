#pragma once

#include <algorithm>
#include <array>

#include "data_map/agencies.hpp"
#include "data_map/assessments.hpp"
#include "data_map/cases.hpp"
#include "data_map/child_keys.hpp"
#include "data_map/data_requests.hpp"
#include "data_map/exchange.hpp"
#include "data_map/impact.hpp"
#include "data_map/insight.hpp"
#include "data_map/letters.hpp"
#include "data_map/liaison.hpp"
#include "data_map/measures.hpp"
#include "data_map/merging.hpp"
#include "data_map/moving.hpp"
#include "data_map/openings.hpp"
#include "data_map/programmes.hpp"
#include "data_map/pupils.hpp"
#include "data_map/records.hpp"
#include "data_map/referrals.hpp"
#include "data_map/retention.hpp"
#include "data_map/safeguarding.hpp"
#include "data_map/schools.hpp"
#include "data_map/sessions.hpp"
#include "data_map/sharing.hpp"
#include "data_map/sign_in.hpp"
#include "data_map/staff.hpp"

namespace data_map {

// The whole map: every table of the database, in the order in which it is given out.
inline constexpr auto tables = [] {
    constexpr std::array rooms{
        std::span<Table const>(declared::pupils_tables),
        std::span<Table const>(declared::insight_tables),
        std::span<Table const>(declared::measures_tables),
        std::span<Table const>(declared::cases_tables),
        std::span<Table const>(declared::referrals_tables),
        std::span<Table const>(declared::letters_tables),
        std::span<Table const>(declared::programmes_tables),
        std::span<Table const>(declared::sessions_tables),
        std::span<Table const>(declared::impact_tables),
        std::span<Table const>(declared::assessments_tables),
        std::span<Table const>(declared::liaison_tables),
        std::span<Table const>(declared::agencies_tables),
        std::span<Table const>(declared::sharing_tables),
        std::span<Table const>(declared::moving_tables),
        std::span<Table const>(declared::openings_tables),
        std::span<Table const>(declared::safeguarding_tables),
        std::span<Table const>(declared::records_tables),
        std::span<Table const>(declared::data_requests_tables),
        std::span<Table const>(declared::retention_tables),
        std::span<Table const>(declared::child_keys_tables),
        std::span<Table const>(declared::merging_tables),
        std::span<Table const>(declared::staff_tables),
        std::span<Table const>(declared::sign_in_tables),
        std::span<Table const>(declared::schools_tables),
        std::span<Table const>(declared::instruments_tables),
        std::span<Table const>(declared::exchange_tables),
    };
    constexpr auto count = [&] {
        std::size_t all = 0;
        for (auto const& room : rooms) all += room.size();
        return all;
    }();
    std::array<Table, count> all{};
    auto* at = all.begin();
    for (auto const& room : rooms) at = std::ranges::copy(room, at).out;
    return all;
}();

// The table of this name; nothing where none has it.
constexpr Table const* table_named(std::string_view name) {
    auto const* const found = std::ranges::find(tables, name, &Table::name);
    return found == tables.end() ? nullptr : found;
}

// The column of this name; nothing where the table has none.
constexpr Column const* column_named(Table const& table, std::string_view name) {
    auto const found = std::ranges::find(table.columns, name, &Column::name);
    return found == table.columns.end() ? nullptr : &*found;
}

// Whether the table has a column of this name, where only that is asked: to GCC 12 under -fsanitize=undefined
// it is no constant whether what column_named points to is null.
constexpr bool has_column(Table const& table, std::string_view name) {
    return std::ranges::any_of(table.columns, [&](Column const& column) { return column.name == name; });
}

}  // namespace data_map
