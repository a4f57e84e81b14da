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

// Which of the page's many doors is meant: "Mr Lewis, what you tell me".
std::string door_of(AskedAbout const& one, Zone zone) {
    auto const who = one.circle ? std::string(to_the_child(*one.circle)) : one.name;
    return who + (zone == Zone::progress ? ", how it goes with us" : ", what you tell me");
}

// Takes down what the child says of one after the other.
class Asking {
public:
    Asking(http::FormReader& form, AgreementInput& said, Date today)
        : form_(form), said_(said), limits_(http::within_the_next(years_ahead, today)) {}

    // A door that is asked about has to be chosen; one of a circle that the child may add stays closed
    // untouched.
    void reads_doors_of(AskedAbout const& one, bool must_choose) {
        for (auto const zone : zones_asked(one)) {
            auto const field = door_field(zone, one);
            auto const chosen = must_choose
                                    ? form_.choice<Choice>(field, "Choose a door for " + door_of(one, zone))
                                    : form_.choice_if_any<Choice>(field).value_or(Choice::no);
            answers(
                zone,
                one,
                chosen == Choice::yes,
                {.name = until_field(zone, one),
                 .where_closed = door_of(one, zone) +
                                 ": A closed door stays closed until you open it. Open the door, or take the "
                                 "day away"}
            );
        }
        if (one.opens_to_asker) reads_what_was_said_before(one);
    }

    void reads_another(int number, std::vector<AskedAbout> const& about) {
        auto const fields = another_fields(number);
        auto const another = form_.id_if_any<StaffId>(fields.who);
        if (!another) return refuses_what_is_said_of_nobody(fields);
        auto const above = std::ranges::find(about, another, &AskedAbout::staff);
        if (above != about.end())
            return form_.add_error(
                fields.who, above->name + " is asked about above. Choose another grown-up, or nobody"
            );
        if (std::ranges::find(said_.answers, another, &Answer::staff) != said_.answers.end())
            form_.add_error(fields.who, "You chose this grown-up already. Choose another, or nobody");
        AskedAbout const one{.role = {}, .staff = another, .name = {}};
        bool const all = form_.choice<Choice>(fields.all, "Choose what they may know") == Choice::yes;
        answers(Zone::progress, one, true, {.name = fields.until, .where_closed = {}});
        answers(
            Zone::confidence,
            one,
            all,
            {.name = fields.all_until,
             .where_closed = "They may know how it goes, and no more. Choose that they may know what you "
                             "tell me too, or take the day away"}
        );
    }

private:
    struct DayField {
        std::string name;
        std::string where_closed;  // what to do about a day where there is a no
    };

    // Given on a page from before the asker lost that say. A yes is refused with all else, so that none is
    // lost unsaid; a no closes the door, also of somebody by name, where no door is left as it was.
    void reads_what_was_said_before(AskedAbout const& one) {
        auto const chosen = form_.choice_if_any<Choice>(door_field(Zone::confidence, one));
        if (!chosen) return;
        said_.answers.push_back(
            {.id = {},
             .zone = Zone::confidence,
             .staff = one.staff,
             .role = one.role,
             .yes = *chosen == Choice::yes,
             .until_on = {}}
        );
    }

    void refuses_what_is_said_of_nobody(AnotherFields const& fields) {
        auto const day = form_.date_if_any(fields.until, limits_);
        auto const day_of_all = form_.date_if_any(fields.all_until, limits_);
        if (day || day_of_all || form_.choice_if_any<Choice>(fields.all))
            form_.add_error(
                fields.who, "Choose who may know, and what they may know. For nobody, leave it all empty"
            );
    }

    void answers(Zone zone, AskedAbout const& one, bool yes, DayField const& day) {
        auto const own = form_.date_if_any(day.name, limits_);
        if (own && !yes) form_.add_error(day.name, day.where_closed);
        // Of somebody by name, and of a circle, a no is no more than that nothing is agreed.
        if (!one.role && !yes) return;
        said_.answers.push_back(
            {.id = {},
             .zone = zone,
             .staff = one.staff,
             .role = one.role,
             .yes = yes,
             .until_on = until_of(yes, own, said_.until_on),
             .circle = one.circle}
        );
    }

    http::FormReader& form_;
    AgreementInput& said_;
    http::DateLimits limits_;
};

}  // namespace

Expected<AgreementInput, FormErrors> read_agreement(
    Fields const& fields, std::vector<AskedAbout> const& about, Date today
) {
    http::FormReader form(fields);
    AgreementInput said;
    said.until_on = form.date_if_any("until_on", http::within_the_next(years_ahead, today));
    Asking asking(form, said, today);
    for (auto const& one : about) asking.reads_doors_of(one, true);
    for (auto const& one : circles_beside(about)) asking.reads_doors_of(one, false);
    for (int number = 1; number <= most_at_once; ++number) asking.reads_another(number, about);
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
