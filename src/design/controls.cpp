#include "design/controls.hpp"

#include "design/field.hpp"
#include "design/form.hpp"

namespace design {
namespace {

std::string_view width_css(Chars width) {
    switch (width) {
        case Chars::full: return "";
        case Chars::thirty: return " govuk-input--width-30";
        case Chars::twenty: return " govuk-input--width-20";
        case Chars::ten: return " govuk-input--width-10";
        case Chars::five: return " govuk-input--width-5";
        case Chars::three: return " govuk-input--width-3";
    }
    return {};
}

std::string input_css(std::string const& base, bool wrong) {
    return wrong ? base + " " + base + "--error" : base;
}

h::Node with_suffix(h::Node const& input, std::string_view suffix) {
    if (suffix.empty()) return input;
    return h::div(
        h::css("govuk-input__wrapper"),
        input,
        h::div(h::css("govuk-input__suffix"), h::attribute("aria-hidden", "true"), suffix)
    );
}

h::Node count_of(Field const& field, int most) {
    if (most == 0) return {};
    auto const words = "You can enter up to " + std::to_string(most) + " characters";
    return h::div(h::css("govuk-hint govuk-character-count__message"), h::id(field.id + "-count"), words);
}

// The part of a date: from its own field, else from an ISO value under the date's name.
std::string part_of_date(
    Answers const& answers,
    std::string const& name,
    std::string_view part,
    std::size_t from,
    std::size_t length
) {
    auto const own = name + "-" + std::string(part);
    if (answers.typed.has(own)) return std::string(answers.typed.value(own));
    auto const iso = answers.typed.value(name);
    if (iso.size() != 10 || iso[4] != '-' || iso[7] != '-') return {};
    auto text = std::string(iso.substr(from, length));
    if (length == 2 && text.front() == '0') text.erase(0, 1);
    return text;
}

struct DatePart {
    std::string_view part;  // "day"
    std::string_view label;
    std::string_view classes;
    std::size_t from;
    std::size_t length;
};

// Only the part that is wrong is marked, where the error names one.
bool is_marked(Answers const& answers, std::string const& name, std::string const& part_name) {
    return !answers.error(name).empty() || !answers.error(part_name).empty();
}

h::Node date_part(Answers const& answers, Field const& field, DateInput const& input, DatePart const& part) {
    auto const part_name = input.name + "-" + std::string(part.part);
    auto const id = part.part == "day" ? field.id : field.id + "-" + std::string(part.part);
    auto const classes = input_css("govuk-input", is_marked(answers, input.name, part_name)) +
                         " govuk-date-input__input " + std::string(part.classes);
    return h::div(
        h::css("govuk-date-input__item"),
        h::label(h::css("govuk-label govuk-date-input__label"), h::for_(id), part.label),
        h::input(
            h::css(classes),
            h::id(id),
            h::name(part_name),
            h::type("text"),
            h::attribute("inputmode", "numeric"),
            h::attribute("autocomplete", "off"),
            h::attribute_if("value", part_of_date(answers, input.name, part.part, part.from, part.length))
        )
    );
}

FormErrors errors_of_date(Answers const& answers, std::string const& name) {
    for (auto const* suffix : {"", "-day", "-month", "-year"}) {
        auto const message = answers.error(name + suffix);
        if (!message.empty()) return {{name, std::string(message)}};
    }
    return {};
}

}  // namespace

h::Node text_input(Answers const& answers, TextInput const& input) {
    Field const field(answers, input.name, input.hint, input.id);
    auto const classes = input_css("govuk-input", field.is_wrong()) + std::string(width_css(input.width));
    h::Node const box = h::input(
        h::css(classes),
        h::id(field.id),
        h::name(input.name),
        h::type(input.type),
        h::attribute_if("value", field.typed),
        h::attribute_if("inputmode", input.input_mode),
        h::attribute("autocomplete", input.autocomplete.empty() ? "off" : input.autocomplete),
        h::attribute_if("aria-describedby", field.described_by)
    );
    return labelled(field, input.label, input.size, with_suffix(box, input.suffix));
}

h::Node password_input(Answers const& answers, PasswordInput const& input) {
    Field const field(answers, input.name, input.hint, input.id);
    h::Node const box = h::div(
        h::css("govuk-input__wrapper password"),
        h::input(
            h::css(input_css("govuk-input", field.is_wrong())),
            h::id(field.id),
            h::name(input.name),
            h::type("password"),
            h::attribute("autocomplete", input.autocomplete),
            h::attribute("autocapitalize", "none"),
            h::attribute("spellcheck", "false"),
            h::attribute("data-password", "yes"),
            h::attribute_if("aria-describedby", field.described_by)
        )
    );
    return labelled(field, input.label, Size::small, box);
}

h::Node textarea(Answers const& answers, Textarea const& input) {
    Field field(answers, input.name, input.hint, input.id);
    if (input.most > 0) field.described_by += (field.described_by.empty() ? "" : " ") + field.id + "-count";
    auto const count_most = input.most > 0 ? std::to_string(input.most) : "";
    // A line feed after the tag is dropped by browsers; this one is for them, so that a first empty line
    // stays.
    h::Node const box = h::textarea(
        h::css(input_css("govuk-textarea", field.is_wrong())),
        h::id(field.id),
        h::name(input.name),
        h::attribute("rows", std::to_string(input.rows)),
        h::attribute_if("aria-describedby", field.described_by),
        h::attribute_if("data-most", count_most),
        h::attribute_if("data-keep", input.keep),
        "\n",
        field.typed
    );
    return labelled(field, input.label, input.size, h::group(box, count_of(field, input.most)));
}

h::Node select(Answers const& answers, Select const& input) {
    Field const field(answers, input.name, input.hint, input.id);
    auto const option = [&](Choice const& choice) -> h::Node {
        return h::option(h::value(choice.value), h::selected(choice.value == field.typed), choice.text);
    };
    auto const nothing = [&]() -> h::Node { return h::option(h::value(""), input.nothing); };
    h::Node const box = h::select(
        h::css(input_css("govuk-select", field.is_wrong())),
        h::id(field.id),
        h::name(input.name),
        h::attribute_if("aria-describedby", field.described_by),
        h::when(!input.nothing.empty(), nothing),
        h::each(input.choices, option)
    );
    return labelled(field, input.label, input.size, box);
}

h::Node date_input(Answers const& answers, DateInput const& input) {
    auto const errors = errors_of_date(answers, input.name);
    Field const field({answers.typed, errors}, input.name, input.hint, input.id);
    constexpr DatePart day{"day", "Day", "govuk-input--width-2", 8, 2};
    constexpr DatePart month{"month", "Month", "govuk-input--width-2", 5, 2};
    constexpr DatePart year{"year", "Year", "govuk-input--width-4", 0, 4};
    return question(
        field,
        input.legend,
        input.size,
        h::div(
            h::css("govuk-date-input"),
            date_part(answers, field, input, day),
            date_part(answers, field, input, month),
            date_part(answers, field, input, year)
        )
    );
}

h::Node file_upload(Answers const& answers, FileUpload const& input) {
    Field const field(answers, input.name, input.hint, input.id);
    h::Node const box = h::input(
        h::css(input_css("govuk-file-upload", field.is_wrong())),
        h::id(field.id),
        h::name(input.name),
        h::type("file"),
        h::attribute_if("accept", input.accept),
        h::flag("multiple", input.several),
        h::attribute_if("aria-describedby", field.described_by)
    );
    return labelled(field, input.label, Size::small, box);
}

h::Node fieldset(std::string_view legend, h::Node const& content, Size size) {
    return h::fieldset(h::css("govuk-fieldset group"), h::legend(h::css(legend_css(size)), legend), content);
}

}  // namespace design
