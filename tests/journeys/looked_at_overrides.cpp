// Who reads in the random school why a child's case was opened for safeguarding, and who was to know.
#include "journeys/looked_at_school.hpp"

namespace journeys {
namespace {

// The child's record; and that of the same child entered again, until they are one.
std::vector<Told> records_of(Known const& one) {
    std::vector<Told> records{one.told_of_child()};
    if (one.again && !one.again->is_one) records.push_back(one.again->told);
    return records;
}

}  // namespace

// Their own pages tell it, and a copy of what is held; the child's page leads there and says nothing of it.
void LookedAtSchool::expect_no_reason_is_told_to_others(
    Known const& one, Person const& person, std::string const& page, std::string const& address
) const {
    bool const may_be_told_here = address.starts_with("/overrides");
    if (handles_a_copy_of(one, person, address)) return;
    for (auto const& told : records_of(one))
        for (auto const& override_ : told.overrides) {
            if (may_be_told_here && reads_why(duties_, person.token, told, override_)) continue;
            for (auto const& words : {override_.why, override_.recipient})
                EXPECT_EQ(page.find(words), std::string::npos) << person.name << ' ' << address;
        }
}

void LookedAtSchool::expect_no_reason_in(std::string const& page, Known const& one) {
    for (auto const& told : records_of(one))
        for (auto const& override_ : told.overrides)
            for (auto const& words : {override_.why, override_.recipient})
                EXPECT_EQ(page.find(words), std::string::npos) << words;
}

// Who answers for safeguarding, and the headteacher, find the reason of each in one list.
void LookedAtSchool::looks_at_the_overrides(Person const& person) {
    looks_at("/overrides", person);
    auto const& browser = as(person).browser();
    bool const is_theirs =
        person.token == duties_.headteacher || duties_.safeguarding_leads.contains(person.token);
    EXPECT_EQ(browser.status(), is_theirs ? 200 : 404) << person.name;
    if (!is_theirs) return;
    for (auto const& one : known_)
        for (auto const& told : records_of(one))
            for (auto const& override_ : told.overrides) {
                bool const reads = reads_why(duties_, person.token, told, override_);
                EXPECT_EQ(browser.shows(override_.why), reads) << person.name;
                looked.reasons += reads ? 1 : 0;
            }
}

}  // namespace journeys
