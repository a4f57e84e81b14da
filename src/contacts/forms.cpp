#include "contacts/forms.hpp"

#include <algorithm>
#include <array>

#include "base/mail_address.hpp"
#include "base/text.hpp"
#include "http/read_form.hpp"
#include "pupils/languages.hpp"

namespace contacts::forms {
namespace {

constexpr std::array<std::string_view, 4> known_needs{"large print", "easy read", "braille", "interpreter"};

bool is_known_need(std::string_view need) {
    return std::ranges::find(known_needs, need) != known_needs.end();
}

std::string needs_of(Fields const& form, std::string const& others) {
    std::vector<std::string> needs;
    for (auto const need : known_needs)
        if (form.holds("needs", need)) needs.emplace_back(need);
    if (!others.empty()) needs.push_back(others);
    return text::joined(needs, ", ");
}

}  // namespace

Expected<pupils::Contact, FormErrors> contact(
    Fields const& fields, pupils::Contact const& before, bool with_restriction
) {
    http::FormReader form(fields);
    pupils::Contact contact = before;
    contact.name = form.text("name", "Enter the adult's name", 100);
    contact.relationship = form.text_if_any("relationship", 60);
    contact.address = form.text_if_any("address", 254);
    contact.telephone = form.text_if_any("telephone", 40);
    contact.postal_address = form.text_if_any("postal_address", 400);
    contact.language = std::string(fields.value("language"));
    contact.needs = needs_of(fields, form.text_if_any("other_needs", 200));
    contact.is_parent = form.ticked("is_parent");
    contact.responsibility = form.ticked("responsibility");
    contact.lives_with = form.ticked("lives_with");
    if (with_restriction) contact.restriction = form.text_if_any("restriction", 300);

    if (!contact.address.empty() && !text::is_mail_address(contact.address))
        form.add_error("address", "Enter an e-mail address such as name@example.org");
    if (pupils::language_in_words(contact.language) == contact.language &&
        contact.language != before.language)
        form.add_error("language", "Choose the language to write in");
    if (!form.errors().empty()) return refuse(form.errors());
    return contact;
}

int version(Fields const& fields) {
    http::FormReader form(fields);
    return static_cast<int>(form.number_if_any("version", 0, 1'000'000'000).value_or(0));
}

Fields typed(pupils::Contact const& contact) {
    Fields fields;
    fields.add("name", contact.name);
    fields.add("relationship", contact.relationship);
    fields.add("address", contact.address);
    fields.add("telephone", contact.telephone);
    fields.add("postal_address", contact.postal_address);
    fields.add("language", contact.language.empty() ? "en" : contact.language);
    std::vector<std::string> others;
    for (auto const part : text::split(contact.needs, ',')) {
        auto const need = text::trimmed(part);
        if (is_known_need(need))
            fields.add("needs", std::string(need));
        else if (!need.empty())
            others.emplace_back(need);
    }
    fields.add("other_needs", text::joined(others, ", "));
    if (contact.is_parent) fields.add("is_parent", "yes");
    if (contact.responsibility) fields.add("responsibility", "yes");
    if (contact.lives_with) fields.add("lives_with", "yes");
    fields.add("restriction", contact.restriction);
    return fields;
}

}  // namespace contacts::forms
