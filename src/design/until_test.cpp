#include "design/until.hpp"

#include <gtest/gtest.h>

namespace design {
namespace {

std::string until_with(Fields const& typed, FormErrors const& errors = {}) {
    std::vector<DateInput> const days{
        {.name = "until-progress-senco", .legend = "How it goes"},
        {.name = "until-confidence-senco", .legend = "What you tell me"}};
    return std::string(until({typed, errors}, "Only until a day", days).markup());
}

bool is_folded(std::string const& markup) {
    return markup.find("<details class=\"more\">") != std::string::npos;
}

TEST(UntilADay, takes_one_line_until_somebody_wants_it) {
    auto const markup = until_with({});
    EXPECT_TRUE(is_folded(markup)) << markup;
    EXPECT_NE(markup.find("Only until a day"), std::string::npos);
    EXPECT_NE(markup.find("name=\"until-confidence-senco-day\""), std::string::npos)
        << "it is sent without script";
    EXPECT_TRUE(is_folded(until_with(Fields({{"until-progress-senco-day", ""}, {"until-progress", "4"}}))));
}

TEST(UntilADay, stands_open_where_a_day_was_typed_or_is_wrong) {
    for (std::string const name : {"until-progress-senco", "until-confidence-senco-month"}) {
        Fields typed;
        typed.add(name, "5");
        EXPECT_FALSE(is_folded(until_with(typed))) << name;
    }
    EXPECT_FALSE(is_folded(until_with({}, {{"until-progress-senco", "Enter a day"}})));
}

}  // namespace
}  // namespace design
