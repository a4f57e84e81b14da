#include "merging/rules.hpp"

#include <algorithm>
#include <array>
#include <initializer_list>
#include <utility>

#include "pupils/names.hpp"

namespace merging {
namespace {

std::string in_the_record(std::optional<Date> day) { return day ? calendar::iso(*day) : std::string(); }

// A field of the register by its name; nothing for the date of birth, which both say alike.
std::string* field_of(pupils::Details& details, std::string_view field) {
    if (field == "upn") return &details.upn;
    if (field == "former_upn") return &details.former_upn;
    if (field == "admission_number") return &details.admission_number;
    if (field == "legal_forename") return &details.legal_forename;
    if (field == "legal_surname") return &details.legal_surname;
    if (field == "preferred_forename") return &details.preferred_forename;
    if (field == "preferred_surname") return &details.preferred_surname;
    if (field == "sex") return &details.sex;
    if (field == "year_group") return &details.year_group;
    if (field == "sen_provision") return &details.sen_provision;
    if (field == "pupil_premium") return &details.pupil_premium;
    return nullptr;
}

// The legal and the preferred one, of which a record may say one alone.
using Called = std::initializer_list<std::string const*>;

bool share_one(Called one, Called other) {
    for (auto const* name : one)
        for (auto const* another : other)
            if (!name->empty() && pupils::same_name(*name, *another)) return true;
    return false;
}

std::string legal_name(pupils::Details const& details) {
    return details.legal_forename + " " + details.legal_surname;
}

}  // namespace

std::vector<Refusal> objections_to_merging(Record const& stays, Record const& former) {
    if (stays.known.id == former.known.id) return {Refusal::same_record};
    std::vector<Refusal> objections;
    if (stays.known.details.born_on != former.known.details.born_on)
        objections.push_back(Refusal::born_on_another_day);
    if (stays.has_open_case && former.has_open_case) objections.push_back(Refusal::both_have_an_open_case);
    if (stays.erasure_is_signed || former.erasure_is_signed) objections.push_back(Refusal::erasure_is_signed);
    if (former.others_went_into_it) objections.push_back(Refusal::others_went_into_it);
    return objections;
}

bool same_name(pupils::Details const& one, pupils::Details const& other) {
    return share_one(
               {&one.legal_forename, &one.preferred_forename},
               {&other.legal_forename, &other.preferred_forename}
           ) &&
           share_one(
               {&one.legal_surname, &one.preferred_surname}, {&other.legal_surname, &other.preferred_surname}
           );
}

std::vector<Difference> differences_of(pupils::KnownPupil const& stays, pupils::KnownPupil const& former) {
    std::vector<Difference> differences;
    auto const& one = stays.details;
    auto const& other = former.details;
    auto const compare = [&](Mark mark, std::string const& said, std::string const& otherwise) {
        if (!said.empty() && !otherwise.empty() && said != otherwise)
            differences.push_back({mark, said, otherwise});
    };
    if (!same_name(one, other)) compare(Mark::name, legal_name(one), legal_name(other));
    compare(Mark::sex, one.sex, other.sex);
    compare(Mark::class_of_today, stays.class_name, former.class_name);
    compare(Mark::upn, one.upn, other.upn);
    compare(Mark::former_upn, one.former_upn, other.former_upn);
    compare(Mark::admission_number, one.admission_number, other.admission_number);
    return differences;
}

bool must_be_confirmed(std::vector<Difference> const& differences) {
    return std::ranges::any_of(differences, [](Difference const& difference) {
        return difference.mark == Mark::name || difference.mark == Mark::sex;
    });
}

std::vector<Value> values_of(pupils::KnownPupil const& stays, pupils::KnownPupil const& former) {
    std::vector<Value> values;
    auto const theirs = pupils::named_values(former.details);
    auto other = theirs.begin();
    for (auto const& [field, value] : pupils::named_values(stays.details)) {
        auto const& theirs_of_field = (other++)->second;
        if (field != "ethnicity") values.push_back({field, value, theirs_of_field});
    }
    values.push_back({"joined_on", calendar::iso(stays.joined_on), calendar::iso(former.joined_on)});
    values.push_back({"left_on", in_the_record(stays.left_on), in_the_record(former.left_on)});
    return values;
}

std::set<std::string> suggested_from_former(std::vector<Value> const& values) {
    std::set<std::string> fields;
    for (auto const& value : values) {
        bool const says_more = value.stays.empty() && !value.former.empty() && value.field != "left_on";
        bool const joined_earlier = value.field == "joined_on" && value.former < value.stays;
        bool const is_still_here = value.field == "left_on" && value.former.empty() && !value.stays.empty();
        if (says_more || joined_earlier || is_still_here) fields.emplace(value.field);
    }
    return fields;
}

Kept kept(
    pupils::KnownPupil const& stays,
    pupils::KnownPupil const& former,
    std::set<std::string> const& from_former
) {
    Kept kept{.details = stays.details, .joined_on = stays.joined_on, .left_on = stays.left_on};
    auto theirs = former.details;
    for (auto const& field : from_former)
        if (auto* const value = field_of(kept.details, field)) *value = *field_of(theirs, field);
    if (kept.details.ethnicity.empty()) kept.details.ethnicity = former.details.ethnicity;
    if (from_former.contains("joined_on")) kept.joined_on = former.joined_on;
    if (from_former.contains("left_on")) kept.left_on = former.left_on;
    return kept;
}

std::string upn_given_up(
    pupils::KnownPupil const& stays, pupils::KnownPupil const& former, Kept const& kept
) {
    for (auto const* details : {&former.details, &stays.details})
        if (!details->upn.empty() && details->upn != kept.details.upn) return details->upn;
    return {};
}

std::string_view in_words_of_a_school(std::string_view table) {
    constexpr std::array<std::pair<std::string_view, std::string_view>, 16> all{{
        {"nurture_case", "Cases, each with its steps, letters and reviews"},
        {"concern", "Concerns"},
        {"place", "Places in a programme"},
        {"evaluation", "Evaluations of sessions"},
        {"check_in", "Check-ins after a programme"},
        {"question", "Questions to the class teacher"},
        {"parent_message", "Messages to parents through the class teacher"},
        {"opening", "Times that the headteacher opened the case"},
        {"override", "Times that all was opened for safeguarding"},
        {"safeguarding_pointer", "References to entries on CPOMS"},
        {"data_request", "Requests for what is held about the child"},
        {"retention_hold", "Holds against erasing the record"},
        {"erasure", "Erasures that somebody has signed for"},
        {"class_membership", "Classes that the child was in"},
        {"class_score", "Scores in the measures of a class"},
        {"pupil_contact", "Parents, carers and other contacts"},
    }};
    auto const* const found =
        std::ranges::find(all, table, &std::pair<std::string_view, std::string_view>::first);
    return found == all.end() ? std::string_view() : found->second;
}

std::optional<UndoRefusal> objection_to_undoing(Since const& since) {
    if (since.undone_already) return UndoRefusal::undone_already;
    if (since.days > days_to_undo) return UndoRefusal::too_late;
    if (since.rows_are_gone) return UndoRefusal::rows_are_gone;
    if (since.details_changed) return UndoRefusal::details_changed;
    if (since.upn_is_anothers) return UndoRefusal::upn_is_anothers;
    if (since.others_answered) return UndoRefusal::others_answered;
    return std::nullopt;
}

}  // namespace merging
