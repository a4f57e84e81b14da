#include "retention/forms.hpp"

#include "http/read_form.hpp"

namespace retention::forms {
namespace {

constexpr std::size_t most_in_a_reason = 600;
constexpr long most_years = 100;

template <class SomeId>
Expected<std::vector<SomeId>, FormErrors> ids(Fields const& fields, std::string_view name) {
    std::vector<SomeId> all;
    for (auto const text : fields.values(name))
        if (auto const id = SomeId::parse(text)) all.push_back(*id);
    if (all.empty() || all.size() != fields.values(name).size())
        return refuse(FormErrors{{"main", "Look at the list again; nobody on it was named"}});
    return all;
}

}  // namespace

Expected<Period, FormErrors> read_period(Fields const& fields) {
    http::FormReader form(fields);
    Period period;
    period.category = form.choice<Category>("category", "Choose what the years are for");
    period.years = static_cast<int>(form.number("years", "Enter how many years", 1, most_years));
    period.reason = form.text("reason", "Enter why the school holds it longer or shorter", most_in_a_reason);
    if (!form.errors().empty()) return refuse(form.errors());
    return period;
}

Expected<std::string, FormErrors> read_reason(Fields const& fields, std::string_view absent) {
    http::FormReader form(fields);
    auto reason = form.text("reason", absent, most_in_a_reason);
    if (!form.errors().empty()) return refuse(form.errors());
    return reason;
}

Expected<ToErase, FormErrors> read_to_erase(Fields const& fields) {
    http::FormReader form(fields);
    ToErase const chosen{
        .pupil = form.id<PupilId>("pupil", "Choose whose record"),
        .category = form.choice<Category>("category", "Choose which record")};
    if (!form.errors().empty()) return refuse(form.errors());
    return chosen;
}

Expected<std::vector<PupilId>, FormErrors> read_leavers(Fields const& fields) {
    return ids<PupilId>(fields, "pupil");
}

Expected<std::vector<ErasureId>, FormErrors> read_erasures(Fields const& fields) {
    return ids<ErasureId>(fields, "erasure");
}

}  // namespace retention::forms
