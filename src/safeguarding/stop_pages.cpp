#include "safeguarding/stop_pages.hpp"

#include <algorithm>

#include "base/guard_fields.hpp"
#include "base/text.hpp"
#include "design/controls.hpp"
#include "design/notices.hpp"
#include "visits/resubmission.hpp"

namespace safeguarding::pages {
namespace {

bool is_answer(std::string_view field) {
    return field == not_a_concern_field || field == take_out_field || guard_fields::holds(field);
}

std::string signs_of(std::vector<StoppedText> const& stopped) {
    std::vector<std::string> signs;
    for (auto const& text : stopped)
        for (auto const& sentence : text.marked) {
            std::string sign(in_words(sentence.sign));
            if (std::ranges::find(signs, sign) == signs.end()) signs.push_back(std::move(sign));
        }
    return text::listed(signs);
}

h::Node as_typed(StoppedText const& stopped) {
    std::vector<h::Node> parts;
    std::size_t from = 0;
    auto const whole = std::string_view(stopped.text);
    for (auto const& sentence : stopped.marked) {
        parts.push_back(design::as_written(whole.substr(from, sentence.begin - from)));
        parts.push_back(h::strong(whole.substr(sentence.begin, sentence.end - sentence.begin)));
        from = sentence.end;
    }
    parts.push_back(design::as_written(whole.substr(from)));
    return h::blockquote(h::css("typed"), h::p(parts));
}

h::Node text_to_change(StoppedText const& stopped, Answers const& answers) {
    return h::group(
        as_typed(stopped),
        design::textarea(answers, {.name = stopped.field, .label = "Change what you typed", .rows = 4})
    );
}

h::Node the_rest(Fields const& form, std::vector<StoppedText> const& stopped) {
    auto const shown = [&](auto const& entry) {
        return std::ranges::any_of(stopped, [&](auto const& text) {
            return text.field == entry.first && text.text == entry.second;
        });
    };
    auto const hidden = [&](auto const& entry) -> h::Node {
        return is_answer(entry.first) || shown(entry) ? h::Node{} : design::hidden(entry.first, entry.second);
    };
    return h::group(h::each(form.entries(), hidden));
}

}  // namespace

design::Page question(
    design::FormGuard const& guard,
    std::string const& path,
    Fields const& form,
    std::vector<StoppedText> const& stopped
) {
    static FormErrors const none;
    Answers const answers{form, none};
    auto const text = [&](auto const& one) -> h::Node { return text_to_change(one, answers); };
    return {
        .title = "Is this a safeguarding concern?",
        .back = {},
        .main = h::group(
            design::heading("Is this a safeguarding concern?"),
            h::p(
                "Nothing is saved yet, and nothing you typed is lost. The marked words read like ",
                signs_of(stopped),
                "."
            ),
            design::warning_text(
                "A safeguarding concern is recorded on CPOMS, not here. Record it there now, or tell the "
                "safeguarding lead."
            ),
            h::p(h::a(h::href("/cpoms"), "Open CPOMS")),
            h::p("If a child is in danger now, ring 999."),
            design::form(
                visits::under_its_number(guard, form),
                path,
                the_rest(form, stopped),
                h::each(stopped, text),
                design::checkbox(
                    answers,
                    {.name = std::string(not_a_concern_field),
                     .text = "This is not a safeguarding concern",
                     .hint =
                         "Your name, the time and which page it was are kept with this tick, not the words."}
                ),
                design::button_row(
                    design::button("Save"),
                    design::secondary_button(design::Button{
                        "Take the marked words out and save", std::string(take_out_field), "yes"})
                )
            )
        )};
}

}  // namespace safeguarding::pages
