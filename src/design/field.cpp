#include "design/field.hpp"

#include "design/controls.hpp"

namespace design {

Field::Field(
    Answers const& answers, std::string_view name, std::string_view hint_words, std::string_view own_id
)
    : id(own_id.empty() ? name : own_id),
      hint_text(hint_words),
      message(answers.error(name)),
      typed(answers.typed.value(name)) {
    if (!hint_text.empty()) described_by = id + "-hint";
    if (is_wrong()) described_by += (described_by.empty() ? "" : " ") + id + "-error";
}

h::Node Field::hint() const {
    if (hint_text.empty()) return {};
    return h::div(h::css("govuk-hint"), h::id(id + "-hint"), hint_text);
}

h::Node Field::error() const {
    if (!is_wrong()) return {};
    return h::p(
        h::css("govuk-error-message"),
        h::id(id + "-error"),
        h::span(h::css("govuk-visually-hidden"), "Error: "),
        message
    );
}

std::string Field::group_css() const {
    return is_wrong() ? "govuk-form-group govuk-form-group--error" : "govuk-form-group";
}

std::string_view label_css(Size size) {
    switch (size) {
        case Size::small: return "govuk-label govuk-label--s";
        case Size::medium: return "govuk-label govuk-label--m";
        case Size::large: return "govuk-label govuk-label--l";
    }
    return {};
}

std::string_view legend_css(Size size) {
    switch (size) {
        case Size::small: return "govuk-fieldset__legend govuk-fieldset__legend--s";
        case Size::medium: return "govuk-fieldset__legend govuk-fieldset__legend--m";
        case Size::large: return "govuk-fieldset__legend govuk-fieldset__legend--l";
    }
    return {};
}

namespace {

// A large legend or label is the question of the page, and so its heading.
h::Node as_heading(Size size, h::Node const& words) {
    if (size != Size::large) return words;
    return h::h1(h::css("question"), words);
}

}  // namespace

h::Node question(Field const& field, std::string_view legend, Size size, h::Node const& inputs) {
    return h::div(
        h::css(field.group_css()),
        h::fieldset(
            h::css("govuk-fieldset"),
            h::attribute_if("aria-describedby", field.described_by),
            h::legend(h::css(legend_css(size)), as_heading(size, legend)),
            field.hint(),
            field.error(),
            inputs
        )
    );
}

h::Node labelled(Field const& field, std::string_view label, Size size, h::Node const& input) {
    return h::div(
        h::css(field.group_css()),
        as_heading(size, h::label(h::css(label_css(size)), h::for_(field.id), label)),
        field.hint(),
        field.error(),
        input
    );
}

}  // namespace design
