#include "roll/forms.hpp"

#include <array>

#include "http/read_form.hpp"
#include "pupils/groups.hpp"

namespace roll::forms {
namespace {

enum class Keeps { yes, no };
constexpr auto words(Keeps) { return std::array{"yes", "no"}; }

enum class Said { yes, no, unknown };
constexpr auto words(Said) { return std::array{"yes", "no", "unknown"}; }

constexpr std::string_view unknown = "unknown";

std::string or_unknown(std::string const& value) { return value.empty() ? std::string(unknown) : value; }

std::string ethnicity_in(http::FormReader& form) {
    if (form.fields().holds("ethnicity", unknown)) return {};
    return std::string(word(form.choice<pupils::Ethnicity>("ethnicity", "Choose a group, or not on record")));
}

}  // namespace

Expected<bool, FormErrors> keeps_ethnicity(Fields const& fields) {
    http::FormReader form(fields);
    auto const keeps = form.choice<Keeps>("keeps_ethnicity", "Choose whether it is kept");
    if (!form.errors().empty()) return refuse(form.errors());
    return keeps == Keeps::yes;
}

Fields typed(bool keeps_ethnicity) {
    return Fields({{"keeps_ethnicity", std::string(word(keeps_ethnicity ? Keeps::yes : Keeps::no))}});
}

Expected<pupils::Details, FormErrors> entry(
    Fields const& fields, pupils::Details const& before, bool keeps_ethnicity
) {
    http::FormReader form(fields);
    pupils::Details details = before;
    auto const premium = form.choice<Said>("pupil_premium", "Choose yes, no or not on record");
    details.pupil_premium = premium == Said::unknown ? std::string() : std::string(word(premium));
    if (keeps_ethnicity) details.ethnicity = ethnicity_in(form);
    if (!form.errors().empty()) return refuse(form.errors());
    return details;
}

Fields typed(pupils::Details const& details) {
    return Fields(
        {{"pupil_premium", or_unknown(details.pupil_premium)}, {"ethnicity", or_unknown(details.ethnicity)}}
    );
}

int version(Fields const& fields) {
    http::FormReader form(fields);
    return static_cast<int>(form.number_if_any("version", 0, 1'000'000).value_or(0));
}

}  // namespace roll::forms
