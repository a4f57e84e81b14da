#pragma once

#include <string>
#include <string_view>

#include "base/fields.hpp"
#include "html/html.hpp"

namespace design {

// What a form carries so that only this session can send it, and only once.
struct FormGuard {
    std::string csrf = {};
    std::string once = {};
};

// Answers to a form that nobody has filled in yet.
Answers blank();

h::Node hidden(std::string_view name, std::string_view value);
h::Node guard_fields(FormGuard const& guard);

// A form that posts to the address. Long texts inside that are marked `keep` survive a lost page.
template <class... Children>
h::Node form(FormGuard const& guard, std::string_view address, Children const&... children) {
    return h::form(
        h::css("form"),
        h::method("post"),
        h::action(address),
        h::flag("novalidate", true),
        guard_fields(guard),
        children...
    );
}

// A form that sends files.
template <class... Children>
h::Node upload_form(FormGuard const& guard, std::string_view address, Children const&... children) {
    return h::form(
        h::css("form"),
        h::method("post"),
        h::action(address),
        h::attribute("enctype", "multipart/form-data"),
        h::flag("novalidate", true),
        guard_fields(guard),
        children...
    );
}

// A form that asks and changes nothing: filters and searches. Its values stand in the address.
template <class... Children>
h::Node ask_form(std::string_view address, Children const&... children) {
    return h::form(h::css("form"), h::method("get"), h::action(address), children...);
}

// A button's words are a verb with its object: "Send letters". With a name it sends its value too.
struct Button {
    std::string text = {};
    std::string name = {};
    std::string value = {};
};
h::Node button(Button const& button);
h::Node secondary_button(Button const& button);
h::Node warning_button(Button const& button);
inline h::Node button(std::string_view text) { return button(Button{std::string(text)}); }
inline h::Node secondary_button(std::string_view text) { return secondary_button(Button{std::string(text)}); }
inline h::Node warning_button(std::string_view text) { return warning_button(Button{std::string(text)}); }

// Links that lead to a page and look like a button.
h::Node link_button(std::string_view text, std::string_view path);
h::Node secondary_link_button(std::string_view text, std::string_view path);

// Buttons and links side by side: the thing to do first, then the ways out.
template <class... Children>
h::Node button_row(Children const&... children) {
    return h::div(h::css("govuk-button-group"), children...);
}

// A button that posts on its own, such as "Remind".
h::Node post_button(FormGuard const& guard, std::string_view address, std::string_view text);

// "There is a problem", with a link to each field; empty without errors. Stands first on the page.
h::Node error_summary(FormErrors const& errors);

}  // namespace design
