#include "exchange/contact_plan_rules.hpp"

#include <algorithm>

#include "base/text.hpp"
#include "pupils/names.hpp"

namespace exchange {
namespace {

using pupils::Contact;

std::string figures(std::string const& telephone) {
    std::string out;
    for (char const c : telephone)
        if (c >= '0' && c <= '9') out += c;
    return out;
}

// How the same adult is known again for a brother or sister: everything that the file says of them is the
// same. Less would let two rows change one adult to and fro with every import. Empty: nothing to know them
// by.
std::string key_of(Contact const& contact) {
    if (contact.address.empty() && contact.telephone.empty()) return {};
    return text::joined(
        {text::joined(pupils::folded_words(contact.name), " "),
         text::ascii_lower(contact.address),
         figures(contact.telephone),
         contact.postal_address,
         contact.language},
        "|"
    );
}

// "Mr Stefan Shahid" beside "Stefan Shahid", with the same e-mail address or telephone: one adult, written in
// two ways.
bool named_otherwise(Contact const& one, Contact const& other) {
    bool const same_address =
        !one.address.empty() && text::ascii_lower(one.address) == text::ascii_lower(other.address);
    auto const telephone = figures(one.telephone);
    bool const same_telephone = !telephone.empty() && telephone == figures(other.telephone);
    if (!same_address && !same_telephone) return false;
    auto shorter = pupils::folded_words(one.name);
    auto longer = pupils::folded_words(other.name);
    std::ranges::sort(shorter);
    std::ranges::sort(longer);
    if (shorter.size() > longer.size()) std::swap(shorter, longer);
    return !shorter.empty() && std::ranges::includes(longer, shorter);
}

void replace_where_said(std::string& known, std::string const& said) {
    if (!said.empty()) known = said;
}

Contact merged(Contact const& before, ContactInFile const& said) {
    Contact after = before;
    replace_where_said(after.name, said.contact.name);
    replace_where_said(after.address, said.contact.address);
    replace_where_said(after.telephone, said.contact.telephone);
    replace_where_said(after.postal_address, said.contact.postal_address);
    replace_where_said(after.relationship, said.contact.relationship);
    if (said.says_language) after.language = said.contact.language;
    if (said.says_lives_with) after.lives_with = said.contact.lives_with;
    // What the SENCo wrote down says more than an export does, and none in the file lifts no order.
    if (after.restriction.empty()) after.restriction = said.contact.restriction;
    if (said.says_responsibility) {
        after.responsibility = said.contact.responsibility;
        after.is_parent = after.is_parent || after.responsibility;
    }
    return after;
}

}  // namespace

ContactPlanner::ContactPlanner(std::vector<pupils::ContactOfPupil> const& known) {
    for (auto const& one : known) {
        of_pupil_.emplace(one.pupil, pupils::ContactOnFile{one.contact, one.version});
        if (auto const key = key_of(one.contact); !key.empty()) adults_.emplace(key, one.contact);
    }
}

std::vector<PlannedContact> ContactPlanner::plan(
    std::optional<PupilId> const& pupil, std::vector<ContactInFile> const& in_file
) {
    std::vector<PlannedContact> planned;
    for (auto const& said : in_file) {
        auto const* const same = pupil ? known_to(*pupil, said.contact) : nullptr;
        if (!same) {
            planned.push_back(new_to_the_child(said));
            continue;
        }
        PlannedContact change{ContactStep::change, *same, merged(same->contact, said), {}, 0};
        change.changes = pupils::differences(named_values(same->contact), named_values(change.after));
        if (!change.changes.empty()) planned.push_back(std::move(change));
    }
    return planned;
}

pupils::ContactOnFile const* ContactPlanner::known_to(PupilId const& pupil, Contact const& said) const {
    pupils::ContactOnFile const* otherwise = nullptr;
    auto const [first, last] = of_pupil_.equal_range(pupil);
    for (auto at = first; at != last; ++at) {
        auto const& known = at->second;
        if (pupils::same_name(known.contact.name, said.name)) return &known;
        if (named_otherwise(known.contact, said)) otherwise = &known;
    }
    return otherwise;
}

PlannedContact ContactPlanner::new_to_the_child(ContactInFile const& said) {
    Contact contact = merged(Contact{}, said);
    if (contact.language.empty()) contact.language = "en";
    auto const key = key_of(contact);
    if (auto const known = adults_.find(key); known != adults_.end()) {
        // What the adult is to this child is the file's; who the adult is, is known already.
        auto linked = known->second;
        linked.relationship = contact.relationship;
        linked.is_parent = contact.is_parent;
        linked.responsibility = contact.responsibility;
        linked.lives_with = contact.lives_with;
        linked.restriction = contact.restriction;
        return {ContactStep::link, {}, linked, {}, 0};
    }
    if (auto const made = new_adults_.find(key); made != new_adults_.end())
        return {ContactStep::link, {}, contact, {}, made->second};
    ++adults_made_;
    if (!key.empty()) new_adults_.emplace(key, adults_made_);
    return {ContactStep::add, {}, contact, {}, adults_made_};
}

}  // namespace exchange
