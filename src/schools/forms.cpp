#include "schools/forms.hpp"

#include <algorithm>

#include "http/read_form.hpp"

namespace schools::forms {
namespace {

constexpr std::size_t most_of_a_name = 200;
constexpr std::size_t most_of_an_address = 500;
constexpr int most_periods = 40;

bool is_https(std::string_view address) {
    return address.starts_with("https://") && address.size() > std::string_view("https://").size() &&
           std::ranges::none_of(address, [](char c) { return c <= ' ' || c == '"' || c == '<' || c == '>'; });
}

Period read_period(http::FormReader& form, std::string const& prefix, Date today) {
    auto const limits = http::around(5, 3, today);
    Period const period{
        .name = form.text(prefix + "name", "Enter a name", most_of_a_name),
        .starts_on = form.date(prefix + "starts", "Enter the first day", limits),
        .ends_on = form.date(prefix + "ends", "Enter the last day", limits)};
    if (form.errors().empty() && period.ends_on < period.starts_on)
        form.add_error(prefix + "ends", "The last day comes before the first. Change one of them");
    return period;
}

// The register of a policy's versions goes back to its first.
http::DateLimits around_a_policy(Date today) { return http::around(20, 10, today); }

constexpr long most_in_a_group = 6;  // G1: no version of a policy lets a seventh child into a group

int read_number(http::FormReader& form, std::string_view field, long most) {
    return static_cast<int>(form.number(field, "Enter a number", 1, most));
}

void check_order(
    http::FormReader& form, std::string_view field, int least, int most, std::string_view message
) {
    if (form.errors().empty() && most < least) form.add_error(field, message);
}

std::vector<Period> read_periods(http::FormReader& form, std::string const& kind, Date today) {
    std::vector<Period> periods;
    for (int i = 0; i < most_periods; ++i) {
        auto const prefix = kind + "-" + std::to_string(i) + "-";
        if (form.fields().has(prefix + "name") && form.ticked(prefix + "keep"))
            periods.push_back(read_period(form, prefix, today));
    }
    return periods;
}

void write_periods(Fields& fields, std::string const& kind, std::vector<Period> const& periods) {
    for (std::size_t i = 0; i < periods.size(); ++i) {
        auto const prefix = kind + "-" + std::to_string(i) + "-";
        fields.add(prefix + "keep", "yes");
        fields.add(prefix + "name", periods[i].name);
        fields.add(prefix + "starts", calendar::iso(periods[i].starts_on));
        fields.add(prefix + "ends", calendar::iso(periods[i].ends_on));
    }
}

template <class Input>
Expected<Input, FormErrors> answer(http::FormReader const& form, Input input) {
    if (!form.errors().empty()) return refuse(form.errors());
    return input;
}

}  // namespace

Expected<Details, FormErrors> details(Fields const& fields) {
    http::FormReader form(fields);
    Details details{
        .name = form.text("name", "Enter the school's name", most_of_a_name),
        .telephone = form.text_if_any("telephone", 50),
        .cpoms_address = form.text_if_any("cpoms_address", most_of_an_address)};
    if (!details.cpoms_address.empty() && !is_https(details.cpoms_address))
        form.add_error(
            "cpoms_address", "Enter an address that begins with https://, such as https://school.cpoms.net"
        );
    return answer(form, std::move(details));
}

Expected<ImpactWeeks, FormErrors> impact_weeks(Fields const& fields) {
    http::FormReader form(fields);
    auto const weeks = form.choice<ImpactWeeks>("impact_weeks", "Choose which weeks count");
    return answer(form, weeks);
}

Expected<Period, FormErrors> period(Fields const& fields, Date today) {
    http::FormReader form(fields);
    auto period = read_period(form, "", today);
    return answer(form, std::move(period));
}

Expected<std::string, FormErrors> room_name(Fields const& fields) {
    http::FormReader form(fields);
    auto name = form.text("name", "Enter the room's name, such as The Nest", most_of_a_name);
    return answer(form, std::move(name));
}

Expected<PolicyVersion, FormErrors> policy_version(Fields const& fields, Date today) {
    http::FormReader form(fields);
    PolicyVersion version{
        .number = form.text("number", "Enter the version's number, such as 1.4", 50),
        .in_force_from_on =
            form.date("in_force_from_on", "Enter the day from which it is in force", around_a_policy(today)),
        .group_least = read_number(form, "group_least", most_in_a_group),
        .group_most = read_number(form, "group_most", most_in_a_group),
        .weeks_least = read_number(form, "weeks_least", 52),
        .weeks_most = read_number(form, "weeks_most", 52),
        .impact_opens_weeks = read_number(form, "impact_opens_weeks", 52),
        .impact_closes_weeks = read_number(form, "impact_closes_weeks", 52),
        .consent_weeks = read_number(form, "consent_weeks", 260),
        .last_review = form.text_if_any("last_review", most_of_a_name),
        .next_review_on = form.date_if_any("next_review_on", around_a_policy(today)),
        .committee = form.text_if_any("committee", most_of_a_name),
        .comments = form.text_if_any("comments"),
        .statutory = form.ticked("statutory")};
    check_order(
        form,
        "group_most",
        version.group_least,
        version.group_most,
        "The most children are fewer than the least"
    );
    check_order(
        form, "weeks_most", version.weeks_least, version.weeks_most, "The most weeks are fewer than the least"
    );
    check_order(
        form,
        "impact_closes_weeks",
        version.impact_opens_weeks,
        version.impact_closes_weeks,
        "Impact reviews would close before they open"
    );
    check_order(
        form,
        "consent_weeks",
        version.weeks_most,
        version.consent_weeks,
        "A yes would run out before the longest programme ends"
    );
    return answer(form, std::move(version));
}

Expected<Review, FormErrors> review(Fields const& fields, Date today) {
    http::FormReader form(fields);
    Review review{
        .last_review = form.text(
            "last_review",
            "Enter when it was reviewed, such as 12 May 2026 by the headteacher",
            most_of_a_name
        ),
        .next_review_on =
            form.date("next_review_on", "Enter the day of the next review", around_a_policy(today)),
        .committee = form.text_if_any("committee", most_of_a_name),
        .comments = form.text_if_any("comments")};
    return answer(form, std::move(review));
}

Expected<YearForward, FormErrors> year_forward(Fields const& fields, Date today) {
    http::FormReader form(fields);
    YearForward year{
        .terms = read_periods(form, "term", today), .closures = read_periods(form, "closure", today)};
    return answer(form, std::move(year));
}

int version(Fields const& fields) {
    http::FormReader form(fields);
    return static_cast<int>(form.number_if_any("version", 0, 1'000'000).value_or(0));
}

Fields typed_weeks(School const& school) {
    Fields fields;
    fields.add("impact_weeks", std::string(word(school.impact_weeks)));
    return fields;
}

Fields typed(School const& school) {
    return Fields(
        {{"name", school.name}, {"telephone", school.telephone}, {"cpoms_address", school.cpoms_address}}
    );
}

Fields typed(Term const& term) {
    return Fields(
        {{"name", term.name},
         {"starts", calendar::iso(term.starts_on)},
         {"ends", calendar::iso(term.ends_on)}}
    );
}

Fields typed(PolicyVersion const& version) {
    Fields fields;
    for (auto const& [name, number] : std::initializer_list<std::pair<std::string, int>>{
             {"group_least", version.group_least},
             {"group_most", version.group_most},
             {"weeks_least", version.weeks_least},
             {"weeks_most", version.weeks_most},
             {"impact_opens_weeks", version.impact_opens_weeks},
             {"impact_closes_weeks", version.impact_closes_weeks},
             {"consent_weeks", version.consent_weeks}})
        fields.add(name, std::to_string(number));
    fields.add("committee", version.committee);
    fields.add("last_review", version.last_review);
    fields.add("comments", version.comments);
    if (version.next_review_on) fields.add("next_review_on", calendar::iso(*version.next_review_on));
    if (version.statutory) fields.add("statutory", "yes");
    return fields;
}

Fields typed(YearForward const& year) {
    Fields fields;
    write_periods(fields, "term", year.terms);
    write_periods(fields, "closure", year.closures);
    return fields;
}

}  // namespace schools::forms
