#include "design/form.hpp"

#include "base/guard_fields.hpp"

namespace design {
namespace {

h::Node a_button(std::string_view classes, Button const& button) {
    return h::button(
        h::css(classes),
        h::type("submit"),
        h::attribute_if("name", button.name),
        h::attribute_if("value", button.value),
        button.text
    );
}

h::Node link_to_field(FieldError const& error) {
    return h::li(h::a(h::href("#" + url::encoded(error.field)), error.message));
}

}  // namespace

Answers blank() {
    static Fields const nothing_typed;
    static FormErrors const no_errors;
    return {nothing_typed, no_errors};
}

h::Node hidden(std::string_view name, std::string_view value) {
    return h::input(h::type("hidden"), h::name(name), h::value(value));
}

h::Node guard_fields(FormGuard const& guard) {
    return h::group(hidden(guard_fields::secret, guard.csrf), hidden(guard_fields::number, guard.once));
}

h::Node button(Button const& button) { return a_button("govuk-button", button); }
h::Node secondary_button(Button const& button) {
    return a_button("govuk-button govuk-button--secondary", button);
}
h::Node warning_button(Button const& button) {
    return a_button("govuk-button govuk-button--warning", button);
}

h::Node link_button(std::string_view text, std::string_view path) {
    return h::a(h::css("govuk-button"), h::href(path), text);
}

h::Node secondary_link_button(std::string_view text, std::string_view path) {
    return h::a(h::css("govuk-button govuk-button--secondary"), h::href(path), text);
}

h::Node post_button(FormGuard const& guard, std::string_view address, std::string_view text) {
    return h::form(
        h::css("inline-form"),
        h::method("post"),
        h::action(address),
        guard_fields(guard),
        h::button(h::css("govuk-button govuk-button--secondary"), h::type("submit"), text)
    );
}

h::Node error_summary(FormErrors const& errors) {
    if (errors.empty()) return {};
    return h::div(
        h::css("govuk-error-summary"),
        h::role("alert"),
        h::attribute("tabindex", "-1"),
        h::attribute("data-focus-first", "yes"),
        h::h2(h::css("govuk-error-summary__title"), "There is a problem"),
        h::ul(h::css("govuk-error-summary__list"), h::each(errors, link_to_field))
    );
}

}  // namespace design
