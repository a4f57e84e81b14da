#include "exchange/plan_digest.hpp"

#include <concepts>
#include <string_view>
#include <type_traits>

#include "base/secret.hpp"

namespace exchange {
namespace {

// Every value with its length or its kind, so that nothing moves from one field into the next unnoticed. Each
// thing is taken apart into all of its fields: one that gets a new field does not compile until it is told
// here.
class Telling {
public:
    void tell(std::string_view text) {
        text_ += std::to_string(text.size());
        text_ += ':';
        text_ += text;
    }
    void tell(std::integral auto number) { tell(std::to_string(number)); }
    template <class Word>
    requires std::is_enum_v<Word>
    void tell(Word word) { tell(static_cast<int>(word)); }
    template <class Of>
    void tell(Id<Of> const& id) {
        tell(id.text());
    }
    void tell(Date date) { tell(calendar::iso(date)); }
    template <class Value>
    void tell(std::optional<Value> const& value) {
        tell(value.has_value());
        if (value) tell(*value);
    }
    template <class Value>
    void tell(std::vector<Value> const& values) {
        tell(values.size());
        for (auto const& value : values) tell(value);
    }

    void tell(pupils::Details const& details) {
        auto const& [upn, former_upn, admission_number, legal_forename, legal_surname, preferred_forename, preferred_surname, born_on, sex, year_group, sen_provision, pupil_premium, ethnicity] =
            details;
        tell_all(upn, former_upn, admission_number, legal_forename, legal_surname);
        tell_all(preferred_forename, preferred_surname, born_on, sex, year_group, sen_provision);
        tell_all(pupil_premium, ethnicity);
    }
    void tell(pupils::KnownPupil const& pupil) {
        auto const& [id, details, joined_on, left_on, version, class_id, class_name, class_year] = pupil;
        tell_all(id, details, joined_on, left_on, version, class_id, class_name, class_year);
    }
    void tell(pupils::Contact const& contact) {
        auto const& [id, name, address, telephone, postal_address, language, needs, relationship, is_parent, responsibility, lives_with, restriction] =
            contact;
        tell_all(id, name, address, telephone, postal_address, language, needs, relationship);
        tell_all(is_parent, responsibility, lives_with, restriction);
    }
    void tell(pupils::ContactOnFile const& on_file) {
        auto const& [contact, version] = on_file;
        tell_all(contact, version);
    }
    void tell(pupils::Difference const& difference) {
        auto const& [field, from, to] = difference;
        tell_all(field, from, to);
    }
    void tell(PlannedContact const& contact) {
        auto const& [step, before, after, changes, adult] = contact;
        tell_all(step, before, after, changes, adult);
    }
    // Whose own child it is changes what the review shows to whom, and nothing of what will be done.
    void tell(PlannedPupil const& pupil) {
        auto const& [row, before, after, changes, returns, class_name, contacts, of_ones_own] = pupil;
        tell_all(row, before, after, changes, returns, class_name, contacts);
    }
    void tell(RepeatedRow const& repeated) {
        auto const& [row, name, of_row] = repeated;
        tell_all(row, name, of_row);
    }
    void tell(PlannedClass const& planned) {
        auto const& [name, year_group] = planned;
        tell_all(name, year_group);
    }
    // Doubts and faults save nothing, and stop the plan or were shown before it.
    void tell(Plan const& plan) {
        auto const& [added, changed, unchanged, repeated, new_classes, missing, doubts, faults] = plan;
        tell_all(added, changed, unchanged, repeated, new_classes, missing);
    }

    void tell(staff::Person const& person) {
        auto const& [id, name, address, account, left_on, version] = person;
        tell_all(id, name, address, account, left_on, version);
    }
    void tell(PlannedRole const& planned) {
        auto const& [role, class_id, class_name] = planned;
        tell_all(role, class_id, class_name);
    }
    void tell(PlannedPerson const& person) {
        auto const& [row, before, name, address, roles] = person;
        tell_all(row, before, name, address, roles);
    }
    void tell(StaffPlan const& plan) {
        auto const& [added, changed, unchanged, doubts, faults] = plan;
        tell_all(added, changed, unchanged);
    }

    std::string digest() const { return secret::digest({text_}); }

private:
    template <class... Values>
    void tell_all(Values const&... values) {
        (tell(values), ...);
    }

    std::string text_;
};

}  // namespace

std::string digest_of(Plan const& plan) {
    Telling telling;
    telling.tell(plan);
    return telling.digest();
}

std::string digest_of(StaffPlan const& plan) {
    Telling telling;
    telling.tell(plan);
    return telling.digest();
}

}  // namespace exchange
