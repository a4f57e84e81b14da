#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <tuple>
#include <utility>
#include <vector>

#include "pupils/pupils.hpp"

namespace pupils {

// All that a school's register says of a child. Empty text: not known.
struct Details {
    std::string upn = {};
    std::string former_upn = {};
    std::string admission_number = {};
    std::string legal_forename = {};
    std::string legal_surname = {};
    std::string preferred_forename = {};
    std::string preferred_surname = {};
    Date born_on = {};
    std::string sex = {};            // "M", "F"
    std::string year_group = {};     // "4", "R", "N"
    std::string sen_provision = {};  // "N" none, "K" SEN support, "E" an EHC plan
    std::string pupil_premium = {};  // "yes", "no"
    // A word of Ethnicity (pupils/groups.hpp), where the school keeps it. It stands in no log and on no page
    // of a case.
    std::string ethnicity = {};

    friend bool operator==(Details const&, Details const&) = default;
};

// A pupil with everything kept, on roll or gone.
struct KnownPupil {
    PupilId id;
    Details details;
    Date joined_on;
    std::optional<Date> left_on;
    int version = 1;
    std::optional<ClassId> class_id;
    std::string class_name;
    int class_year = 0;  // the school year of that class

    bool on_roll_on(Date day) const { return !left_on || *left_on > day; }
    auto columns() {
        return std::tie(
            id,
            details.upn,
            details.former_upn,
            details.admission_number,
            details.legal_forename,
            details.legal_surname,
            details.preferred_forename,
            details.preferred_surname,
            details.born_on,
            details.sex,
            details.year_group,
            details.sen_provision,
            details.pupil_premium,
            details.ethnicity,
            joined_on,
            left_on,
            version,
            class_id,
            class_name,
            class_year
        );
    }
};

// A contact as it belongs to one pupil.
struct ContactOfPupil {
    PupilId pupil;
    Contact contact;
    int version = 1;
};

// A field's name as tables hold it, and its value as text.
using NamedValues = std::vector<std::pair<std::string_view, std::string>>;
NamedValues named_values(Details const& details);
NamedValues named_values(Contact const& contact);

struct Difference {
    std::string field;
    std::string from;
    std::string to;

    friend bool operator==(Difference const&, Difference const&) = default;
};

// What differs, field by field.
std::vector<Difference> differences(NamedValues const& before, NamedValues const& after);

// The field's name in words for people: "legal surname", "date of birth".
std::string_view field_in_words(std::string_view field);

}  // namespace pupils
