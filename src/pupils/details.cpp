#include "pupils/details.hpp"

#include <algorithm>
#include <array>

namespace pupils {
namespace {

constexpr std::array<std::pair<std::string_view, std::string_view>, 24> fields_in_words{
    {{"upn", "UPN"},
     {"former_upn", "former UPN"},
     {"admission_number", "admission number"},
     {"legal_forename", "legal forename"},
     {"legal_surname", "legal surname"},
     {"preferred_forename", "preferred forename"},
     {"preferred_surname", "preferred surname"},
     {"born_on", "date of birth"},
     {"sex", "sex"},
     {"year_group", "year"},
     {"sen_provision", "SEN provision"},
     {"pupil_premium", "pupil premium"},
     {"ethnicity", "ethnicity"},
     {"name", "name"},
     {"address", "e-mail address"},
     {"telephone", "telephone"},
     {"postal_address", "postal address"},
     {"language", "language"},
     {"needs", "needs"},
     {"relationship", "relationship"},
     {"is_parent", "parent under education law"},
     {"responsibility", "parental responsibility"},
     {"lives_with", "lives with the child"},
     {"restriction", "court order"}}};

std::string yes_or_no(bool flag) { return flag ? "yes" : "no"; }

}  // namespace

NamedValues named_values(Details const& details) {
    return {
        {"upn", details.upn},
        {"former_upn", details.former_upn},
        {"admission_number", details.admission_number},
        {"legal_forename", details.legal_forename},
        {"legal_surname", details.legal_surname},
        {"preferred_forename", details.preferred_forename},
        {"preferred_surname", details.preferred_surname},
        {"born_on", details.born_on == Date{} ? "" : calendar::iso(details.born_on)},
        {"sex", details.sex},
        {"year_group", details.year_group},
        {"sen_provision", details.sen_provision},
        {"pupil_premium", details.pupil_premium},
        {"ethnicity", details.ethnicity}};
}

NamedValues named_values(Contact const& contact) {
    return {
        {"name", contact.name},
        {"address", contact.address},
        {"telephone", contact.telephone},
        {"postal_address", contact.postal_address},
        {"language", contact.language},
        {"needs", contact.needs},
        {"relationship", contact.relationship},
        {"is_parent", yes_or_no(contact.is_parent)},
        {"responsibility", yes_or_no(contact.responsibility)},
        {"lives_with", yes_or_no(contact.lives_with)},
        {"restriction", contact.restriction}};
}

std::vector<Difference> differences(NamedValues const& before, NamedValues const& after) {
    std::vector<Difference> found;
    for (std::size_t at = 0; at < after.size(); ++at)
        if (before[at].second != after[at].second)
            found.push_back({std::string(after[at].first), before[at].second, after[at].second});
    return found;
}

std::string_view field_in_words(std::string_view field) {
    auto const found =
        std::ranges::find_if(fields_in_words, [&](auto const& entry) { return entry.first == field; });
    return found == fields_in_words.end() ? field : found->second;
}

}  // namespace pupils
