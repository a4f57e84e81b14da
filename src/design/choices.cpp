// Fields that are answered by choosing: radios, checkboxes, steps and faces.
#include "design/controls.hpp"
#include "design/drawings.hpp"
#include "design/field.hpp"
#include "design/notices.hpp"

namespace design {
namespace {

enum class Kind { radio, checkbox };

struct Group {
    Answers const& answers;
    Field const& field;
    std::string const& name;
    Kind kind;
};

std::string_view type_of(Kind kind) { return kind == Kind::radio ? "radio" : "checkbox"; }
std::string block(Kind kind) { return kind == Kind::radio ? "govuk-radios" : "govuk-checkboxes"; }

// The first carries the id of the question, so that the error summary leads to it.
std::string id_of(Group const& group, std::size_t index) {
    return index == 0 ? group.field.id : group.field.id + "-" + std::to_string(index + 1);
}

h::Node one_choice(Group const& group, Choice const& choice, std::size_t index) {
    auto const id = id_of(group, index);
    auto const css = block(group.kind);
    auto const hint_id = choice.hint.empty() ? "" : id + "-hint";
    auto const more_id = choice.more.empty() ? "" : id + "-more";
    auto const hint = [&]() -> h::Node {
        return h::div(h::css("govuk-hint " + css + "__hint"), h::id(hint_id), as_written(choice.hint));
    };
    auto const more = [&]() -> h::Node {
        return h::div(h::css(css + "__conditional"), h::id(more_id), choice.more);
    };
    return h::group(
        h::div(
            h::css(css + "__item"),
            h::input(
                h::css(css + "__input"),
                h::id(id),
                h::name(group.name),
                h::type(type_of(group.kind)),
                h::value(choice.value),
                h::checked(group.answers.typed.holds(group.name, choice.value)),
                h::attribute_if("aria-describedby", hint_id),
                h::attribute_if("data-more", more_id)
            ),
            h::label(h::css("govuk-label " + css + "__label"), h::for_(id), choice.text),
            h::when(!choice.hint.empty(), hint)
        ),
        h::when(!choice.more.empty(), more)
    );
}

h::Node all_choices(Group const& group, std::vector<Choice> const& choices, bool in_a_row) {
    std::vector<h::Node> items;
    for (auto const& choice : choices) items.push_back(one_choice(group, choice, items.size()));
    auto const css = block(group.kind);
    return h::div(h::css(in_a_row ? css + " " + css + "--inline" : css), items);
}

h::Node one_step(Group const& group, std::string const& value, std::string const& text, std::size_t index) {
    auto const id = id_of(group, index);
    return h::div(
        h::css("steps__item"),
        h::input(
            h::css("steps__input"),
            h::id(id),
            h::name(group.name),
            h::type("radio"),
            h::value(value),
            h::checked(group.answers.typed.holds(group.name, value))
        ),
        h::label(h::css("steps__label"), h::for_(id), text)
    );
}

h::Node beside_the_steps(Group const& group, Steps const& input, std::size_t index) {
    if (input.instead.empty()) return {};
    return h::div(h::css("steps__instead"), one_step(group, input.instead_value, input.instead, index));
}

h::Node ends_of_steps(Steps const& input) {
    if (input.least_means.empty() && input.most_means.empty()) return {};
    auto const least = std::to_string(input.least) + " " + input.least_means;
    auto const most = std::to_string(input.most) + " " + input.most_means;
    return h::div(h::css("steps__ends"), h::span(least), h::span(most));
}

h::Node one_drawn(
    Group const& group,
    std::string_view value,
    h::Node const& drawing,
    std::string_view words,
    std::size_t index
) {
    auto const id = id_of(group, index);
    return h::div(
        h::css("faces__item"),
        h::input(
            h::css("faces__input"),
            h::id(id),
            h::name(group.name),
            h::type("radio"),
            h::value(value),
            h::checked(group.answers.typed.holds(group.name, value))
        ),
        h::label(h::css("faces__label"), h::for_(id), drawing, h::span(words))
    );
}

h::Node one_face(Group const& group, Feeling feeling, std::size_t index) {
    return one_drawn(group, word(feeling), drawn_face(feeling), in_words(feeling), index);
}

}  // namespace

h::Node radios(Answers const& answers, Radios const& input) {
    Field const field(answers, input.name, input.hint, input.id);
    Group const group{answers, field, input.name, Kind::radio};
    return question(field, input.legend, input.size, all_choices(group, input.choices, input.in_a_row));
}

h::Node checkboxes(Answers const& answers, Checkboxes const& input) {
    Field const field(answers, input.name, input.hint, input.id);
    Group const group{answers, field, input.name, Kind::checkbox};
    return question(field, input.legend, input.size, all_choices(group, input.choices, false));
}

h::Node checkbox(Answers const& answers, Checkbox const& input) {
    Field const field(answers, input.name, {}, input.id);
    Group const group{answers, field, input.name, Kind::checkbox};
    Choice const choice{.value = input.value, .text = input.text, .hint = input.hint, .more = input.more};
    return h::div(
        h::css(field.group_css()),
        field.error(),
        h::div(h::css("govuk-checkboxes"), one_choice(group, choice, 0))
    );
}

h::Node target_steps(Answers const& answers, Steps const& input) {
    auto const hint = input.before.empty() ? input.hint
                      : input.hint.empty() ? input.before
                                           : input.hint + " · " + input.before;
    Field const field(answers, input.name, hint, input.id);
    Group const group{answers, field, input.name, Kind::radio};
    std::vector<h::Node> items;
    for (int number = input.least; number <= input.most; ++number)
        items.push_back(one_step(group, std::to_string(number), std::to_string(number), items.size()));
    return question(
        field,
        input.legend,
        Size::small,
        h::group(
            h::div(h::css(items.size() > 6 ? "steps steps--many" : "steps"), items),
            ends_of_steps(input),
            beside_the_steps(group, input, items.size())
        )
    );
}

h::Node face_radios(Answers const& answers, FaceRadios const& input) {
    Field const field(answers, input.name, input.hint, input.id);
    Group const group{answers, field, input.name, Kind::radio};
    std::vector<h::Node> items;
    for (auto const feeling : all_of<Feeling>()) items.push_back(one_face(group, feeling, items.size()));
    return question(
        field,
        input.legend,
        input.big ? Size::large : Size::small,
        h::div(h::css(input.big ? "faces faces--big" : "faces"), items)
    );
}

h::Node door_radios(Answers const& answers, DoorRadios const& input) {
    Field const field(answers, input.name, input.hint, input.id);
    Group const group{answers, field, input.name, Kind::radio};
    return question(
        field,
        input.legend,
        Size::small,
        h::div(
            h::css("faces faces--two"),
            one_drawn(group, "yes", drawn_door(Door::open), "Yes, you may tell", 0),
            one_drawn(group, "no", drawn_door(Door::closed), input.closed, 1)
        )
    );
}

}  // namespace design
