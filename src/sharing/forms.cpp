#include "sharing/forms.hpp"

#include <algorithm>

#include "http/read_form.hpp"

namespace sharing::forms {
namespace {

constexpr std::size_t most_in_a_reason = 300;
// Nobody agrees for longer than a school year ahead.
constexpr int years_ahead = 1;

enum class Choice { yes, no };
constexpr auto words(Choice) { return std::array{"yes", "no"}; }

constexpr std::array zones_asked{Zone::progress, Zone::confidence};

std::string field_of(Zone zone, std::string const& key) { return std::string(word(zone)) + "-" + key; }

void read_about(http::FormReader& form, AskedAbout const& one, AgreementInput& said) {
    for (auto const zone : zones_asked) {
        auto const chosen = form.choice<Choice>(field_of(zone, one.key()), "Choose a door for " + one.name);
        bool const yes = chosen == Choice::yes;
        // Of somebody by name a no is no more than that nothing is agreed.
        if (one.staff && !yes) continue;
        said.answers.push_back(
            {.id = {},
             .zone = zone,
             .staff = one.staff,
             .role = one.role,
             .yes = yes,
             .until_on = said.until_on}
        );
    }
}

// Whom the child names themselves; who is named again is asked about already.
void read_another(http::FormReader& form, std::vector<AskedAbout> const& about, AgreementInput& said) {
    auto const another = form.id_if_any<StaffId>("another");
    if (!another) return;
    if (std::ranges::find(about, another, &AskedAbout::staff) != about.end()) return;
    bool const all = form.choice<Choice>("another_all", "Choose what they may know") == Choice::yes;
    for (auto const zone : zones_asked)
        if (zone == Zone::progress || all)
            said.answers.push_back(
                {.id = {}, .zone = zone, .staff = another, .role = {}, .yes = true, .until_on = said.until_on}
            );
}

}  // namespace

Expected<AgreementInput, FormErrors> read_agreement(
    Fields const& fields, std::vector<AskedAbout> const& about, Date today
) {
    http::FormReader form(fields);
    AgreementInput said;
    said.until_on = form.date_if_any("until_on", http::within_the_next(years_ahead, today));
    for (auto const& one : about) read_about(form, one, said);
    read_another(form, about, said);
    said.understands =
        form.choice<Choice>("understands", "Choose whether the child understands what they are asked") ==
        Choice::yes;
    said.why_judged = form.text("why_judged", "Enter what makes you think so", most_in_a_reason);
    if (!form.errors().empty()) return refuse(form.errors());
    return said;
}

Expected<ObjectionInput, FormErrors> read_objection(Fields const& fields) {
    http::FormReader form(fields);
    ObjectionInput said{
        .answer = form.id<AnswerId>("answer", "Choose which objection you answer"),
        .outcome = form.choice<Outcome>("outcome", "Choose how you answer the child"),
        .reason = form.text("objection_reason", "Enter why, as you tell it to the child", most_in_a_reason)};
    if (!form.errors().empty()) return refuse(form.errors());
    return said;
}

Expected<ShareInput, FormErrors> read_share(Fields const& fields, Date today) {
    http::FormReader form(fields);
    ShareInput said{
        .staff = form.id<StaffId>("staff", "Choose with whom you share it"),
        .reason = form.text("share_reason", "Enter why they need to know", most_in_a_reason),
        .until_on = form.date("until_on", "Enter until when", http::within_the_next(years_ahead, today))};
    if (!form.errors().empty()) return refuse(form.errors());
    return said;
}

}  // namespace sharing::forms
