#include "design/not_saved.hpp"

#include "base/text.hpp"
#include "design/lists.hpp"
#include "design/notices.hpp"

namespace design {

h::Node not_saved(std::vector<Unsaved> const& all) {
    std::vector<SummaryRow> rows;
    for (auto const& [name, words] : all)
        if (!words.empty()) rows.push_back({name, as_written(words)});
    if (rows.empty()) return {};
    return notice("What you wrote is not saved", summary_list(rows));
}

std::string day_as_typed(Fields const& typed, std::string const& field) {
    std::vector<std::string> parts;
    for (auto const& name : {field, field + "-day", field + "-month", field + "-year"})
        if (auto const part = typed.value(name); !part.empty()) parts.emplace_back(part);
    return text::joined(parts, "/");
}

}  // namespace design
