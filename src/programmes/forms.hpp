#pragma once

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "base/expected.hpp"
#include "base/fields.hpp"
#include "programmes/programmes.hpp"

namespace programmes::forms {

// "9.30", "09:30" and "9.30 am" as "09:30", "3pm" as "15:00"; empty where it is no time of day.
std::optional<std::string> time_of_day(std::string_view typed);

// What was entered, as far as it can be read, and what is wrong with the rest. Without a first day it is
// taken for today's.
struct TypedProgramme {
    NewProgramme input;
    FormErrors errors;
};
TypedProgramme new_programme(Fields const& form, Date today);
// What a new form holds: the policy's usual size and length.
Fields usual(schools::PolicyVersion const& policy);

// The targets of one child, each in their own words, and perhaps one more.
struct Targets {
    std::vector<std::pair<TargetId, std::string>> words;
    std::optional<AreaId> new_area;
    std::string new_words;
};
Expected<Targets, FormErrors> targets(Fields const& form, std::vector<Target> const& standing);
Fields typed(std::vector<Target> const& targets);
// The form as it is shown again: words that nobody touched are those that stand now.
Fields typed_beside(Fields const& form, std::vector<Target> const& standing);
// Targets whose words somebody else changed since the form held them, and that were typed anew in it.
std::vector<TargetId> reworded_by_two(Fields const& form, std::vector<Target> const& standing);

// A number from 0 to 10 for every target.
Expected<std::vector<Measure>, FormErrors> measures(Fields const& form, std::vector<Target> const& targets);

// Why a child is given another form of support than was chosen, or fewer weeks than the policy's; empty where
// nothing is said.
Expected<std::string, FormErrors> reason_for_the_place(Fields const& form);

Expected<NewDelivery, FormErrors> new_delivery(Fields const& form, Date today);
// What a new form holds: the programme as it is, from the day on.
Fields typed(Programme const& programme, Date from_on);

// Another first day for a programme that has not started, and why.
struct FirstDay {
    Date starts_on;
    std::string reason;
    std::optional<Date> shown_from = {};  // the first of the days that the page showed
};
Expected<FirstDay, FormErrors> first_day(Fields const& form, Date today);

// Another name, and the version that the form was filled in against.
struct Naming {
    std::string name;
    int version = 0;
};
Expected<Naming, FormErrors> naming(Fields const& form);

// Why a group may start with so few children, as many as the page said.
struct FewChildren {
    std::string reason;
    int children = 0;
    int version = 0;
};
Expected<FewChildren, FormErrors> few_children(Fields const& form);

// Why a programme that was made by mistake goes.
Expected<std::string, FormErrors> removal(Fields const& form);

struct Extension {
    int weeks = 0;
    std::string reason;
};
Expected<Extension, FormErrors> extension(Fields const& form);

struct Ending {
    cases::EndReason reason{};
    std::string why;
};
Expected<Ending, FormErrors> ending(Fields const& form);

}  // namespace programmes::forms
