#include "strategies/forms.hpp"

#include "http/read_form.hpp"

namespace strategies::forms {
namespace {

constexpr std::size_t most_in_a_title = 80;
constexpr std::size_t most_in_words = 600;
constexpr std::size_t most_in_a_name = 60;

}  // namespace

Expected<StrategyInput, FormErrors> read_strategy(Fields const& fields) {
    http::FormReader form(fields);
    StrategyInput input{
        .area = form.id<AreaId>("area", "Choose what the strategy helps with"),
        .title = form.text("title", "Enter a few words that name the strategy", most_in_a_title),
        .words = form.text("words", "Enter what a teacher does, in a sentence or two", most_in_words)};
    if (!form.errors().empty()) return refuse(form.errors());
    return input;
}

int read_version(Fields const& fields) {
    http::FormReader form(fields);
    return static_cast<int>(form.number_if_any("version", 0, 1'000'000).value_or(0));
}

Expected<std::string, FormErrors> read_area(Fields const& fields) {
    http::FormReader form(fields);
    auto name = form.text("name", "Enter the name of the target area, such as Sleep", most_in_a_name);
    if (!form.errors().empty()) return refuse(form.errors());
    return name;
}

Fields typed(Strategy const& strategy) {
    Fields fields;
    fields.add("area", std::string(strategy.area.text()));
    fields.add("title", strategy.title);
    fields.add("words", strategy.words);
    return fields;
}

}  // namespace strategies::forms
