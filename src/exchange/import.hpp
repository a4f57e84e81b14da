#pragma once

#include <array>
#include <map>
#include <optional>
#include <string>
#include <tuple>

#include "base/id.hpp"
#include "exchange/columns.hpp"
#include "exchange/date_order.hpp"
#include "exchange/plan.hpp"
#include "exchange/staff_plan.hpp"

namespace exchange {

using ImportId = Id<struct ImportTag>;

enum class State { columns, review, done, left };
constexpr auto words(State) { return std::array{"columns", "review", "done", "left"}; }

// An import on its way, or how it ended.
struct Import {
    ImportId id;
    Kind kind{};
    State state{};
    std::string file_name;
    std::string columns;  // as chosen, or as guessed
    std::string answers;  // what a person decided, as text
    std::string started_by;
    Instant started_at;
    std::optional<Instant> done_at;
    std::string summary;
    int version = 1;
    auto columns_of_row() {
        return std::tie(
            id, kind, state, file_name, columns, answers, started_by, started_at, done_at, summary, version
        );
    }
};

// "/school/imports/…", and one of its steps, such as "/check".
std::string path_of(Import const& import, std::string_view step = {});

// What a person decided on the way: how dates are written, who the doubtful rows are, and which of the
// schools in the files is meant.
struct AnswersGiven {
    std::optional<DateOrder> dates;
    Decisions doubts;
    std::string of_school = {};
    StaffDecisions staff_doubts = {};

    bool decided_some() const { return !doubts.empty() || !staff_doubts.empty(); }

    friend bool operator==(AnswersGiven const&, AnswersGiven const&) = default;
};
std::string as_text(AnswersGiven const& answers);
AnswersGiven answers_from(std::string_view text);

}  // namespace exchange
