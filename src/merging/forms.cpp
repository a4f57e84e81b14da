#include "merging/forms.hpp"

#include "http/read_form.hpp"

namespace merging::forms {
namespace {

enum class Of { stays, former };
constexpr auto words(Of) { return std::array{"stays", "former"}; }

constexpr std::size_t most_in_a_reason = 600;
constexpr long most_versions = 1'000'000;

}  // namespace

Expected<Chosen, FormErrors> read_chosen(
    Fields const& fields, std::vector<Value> const& values, bool must_be_confirmed
) {
    http::FormReader form(fields);
    Chosen chosen;
    for (auto const& value : values)
        if (value.differs() && form.choice<Of>(value.field, "Choose which of the two is kept") == Of::former)
            chosen.from_former.emplace(value.field);
    chosen.stays_version =
        static_cast<int>(form.number("stays_version", "Open the page again", 1, most_versions));
    chosen.former_version =
        static_cast<int>(form.number("former_version", "Open the page again", 1, most_versions));
    if (must_be_confirmed && !form.ticked("one_child"))
        form.add_error("one_child", "Tick that the two are one child, or leave them two records");
    if (!form.errors().empty()) return refuse(form.errors());
    return chosen;
}

Expected<std::string, FormErrors> read_why(Fields const& fields) {
    http::FormReader form(fields);
    auto why = form.text("reason", "Enter why they are two children's records after all", most_in_a_reason);
    if (!form.errors().empty()) return refuse(form.errors());
    return why;
}

Fields suggested(std::vector<Value> const& values, std::set<std::string> const& from_former) {
    Fields fields;
    for (auto const& value : values)
        if (value.differs())
            fields.add(
                std::string(value.field),
                std::string(word(from_former.contains(std::string(value.field)) ? Of::former : Of::stays))
            );
    return fields;
}

}  // namespace merging::forms
