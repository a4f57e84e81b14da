#include "design/controls.hpp"

#include <gtest/gtest.h>

#include "design/form.hpp"

namespace design {
namespace {

bool holds(h::Node const& node, std::string_view part) {
    return node.markup().find(part) != std::string::npos;
}

Fields typed_in(std::vector<std::pair<std::string, std::string>> entries) {
    return Fields(std::move(entries));
}

TEST(Controls, a_text_field_shows_what_was_typed_and_what_is_wrong) {
    auto const typed = typed_in({{"email", "sam\"<@"}});
    FormErrors const errors{{"email", "Enter an e-mail address, such as sam@example.org"}};
    auto const field = text_input({typed, errors}, {.name = "email", .label = "E-mail", .hint = "At school"});
    EXPECT_EQ(
        field.markup(),
        "<div class=\"govuk-form-group govuk-form-group--error\">"
        "<label class=\"govuk-label govuk-label--s\" for=\"email\">E-mail</label>"
        "<div class=\"govuk-hint\" id=\"email-hint\">At school</div>"
        "<p class=\"govuk-error-message\" id=\"email-error\"><span class=\"govuk-visually-hidden\">Error: "
        "</span>"
        "Enter an e-mail address, such as sam@example.org</p>"
        "<input class=\"govuk-input govuk-input--error\" id=\"email\" name=\"email\" type=\"text\" "
        "value=\"sam&quot;&lt;@\" autocomplete=\"off\" aria-describedby=\"email-hint email-error\"></div>"
    );
}

TEST(Controls, a_field_without_hint_or_error_is_described_by_nothing) {
    auto const field = text_input(blank(), {.name = "email", .label = "E-mail"});
    EXPECT_FALSE(holds(field, "aria-describedby"));
    EXPECT_FALSE(holds(field, "error"));
}

TEST(Controls, a_password_is_never_shown_again) {
    auto const typed = typed_in({{"password", "hunter2"}});
    auto const field = password_input({typed, {}}, {.name = "password", .label = "Password"});
    EXPECT_FALSE(holds(field, "hunter2"));
}

TEST(Controls, a_first_empty_line_of_a_long_text_stays) {
    auto const typed = typed_in({{"what", "\nafter a line"}});
    EXPECT_TRUE(
        holds(textarea({typed, {}}, {.name = "what", .label = "What"}), ">\n\nafter a line</textarea>")
    );
}

TEST(Controls, a_long_text_is_kept_only_where_it_asks_for_it) {
    EXPECT_FALSE(holds(textarea(blank(), {.name = "what", .label = "What"}), "data-keep"));
    auto const kept = textarea(blank(), {.name = "what", .label = "What", .keep = "concern-1"});
    EXPECT_TRUE(holds(kept, "data-keep=\"concern-1\""));
}

TEST(Controls, the_first_choice_has_the_id_that_the_error_summary_leads_to) {
    Radios const question{.name = "answer", .legend = "Answer", .choices = {{"yes", "Yes"}, {"no", "No"}}};
    auto const field = radios(blank(), question);
    EXPECT_TRUE(holds(field, "id=\"answer\" name=\"answer\" type=\"radio\" value=\"yes\""));
    EXPECT_TRUE(holds(field, "id=\"answer-2\" name=\"answer\" type=\"radio\" value=\"no\""));
    EXPECT_TRUE(holds(error_summary({{"answer", "Choose one"}}), "href=\"#answer\""));
}

TEST(Controls, what_is_said_beside_a_choice_keeps_its_lines) {
    Checkboxes const boxes{
        .name = "line",
        .legend = "What goes",
        .choices = {{.value = "one", .text = "Noticed", .hint = "Alone at break\nAlone at lunch"}}};
    EXPECT_TRUE(holds(checkboxes(blank(), boxes), "Alone at break<br>Alone at lunch"));
}

TEST(Controls, only_what_was_chosen_is_checked) {
    auto const typed = typed_in({{"areas", "anger"}, {"areas", "anxiety"}});
    auto const field = checkboxes(
        {typed, {}},
        {.name = "areas",
         .legend = "Areas",
         .choices = {{"friendships", "Friendships"}, {"anger", "Anger"}, {"anxiety", "Anxiety"}}}
    );
    EXPECT_FALSE(holds(field, "value=\"friendships\" checked"));
    EXPECT_TRUE(holds(field, "value=\"anger\" checked"));
    EXPECT_TRUE(holds(field, "value=\"anxiety\" checked"));
}

TEST(Controls, what_a_choice_asks_for_stands_on_the_page_without_script) {
    Choice const yes{
        .value = "yes", .text = "Yes", .more = text_input(blank(), {.name = "when", .label = "When?"})};
    auto const field = radios(blank(), {.name = "told", .legend = "Told?", .choices = {yes}});
    EXPECT_TRUE(holds(field, "data-more=\"told-more\""));
    EXPECT_TRUE(holds(field, "<div class=\"govuk-radios__conditional\" id=\"told-more\"><div"));
}

TEST(Controls, a_date_shows_its_three_parts_as_typed) {
    auto const typed = typed_in({{"on-day", "31"}, {"on-month", "2"}, {"on-year", "26"}});
    auto const field = date_input({typed, {}}, {.name = "on", .legend = "When?"});
    EXPECT_TRUE(holds(
        field,
        "id=\"on\" name=\"on-day\" type=\"text\" inputmode=\"numeric\" autocomplete=\"off\" value=\"31\""
    ));
    EXPECT_TRUE(
        holds(field, "name=\"on-month\" type=\"text\" inputmode=\"numeric\" autocomplete=\"off\" value=\"2\"")
    );
    EXPECT_TRUE(
        holds(field, "name=\"on-year\" type=\"text\" inputmode=\"numeric\" autocomplete=\"off\" value=\"26\"")
    );
}

TEST(Controls, a_date_shows_a_stored_day) {
    auto const typed = typed_in({{"on", "2026-05-12"}});
    auto const field = date_input({typed, {}}, {.name = "on", .legend = "When?"});
    EXPECT_TRUE(holds(field, "value=\"12\""));
    EXPECT_TRUE(holds(field, "value=\"5\""));
    EXPECT_TRUE(holds(field, "value=\"2026\""));
}

TEST(Controls, an_error_of_one_part_of_a_date_marks_only_that_part) {
    Fields const typed;
    FormErrors const errors{{"on-year", "Enter the year"}};
    auto const field = date_input({typed, errors}, {.name = "on", .legend = "When?"});
    EXPECT_TRUE(holds(field, "Enter the year"));
    EXPECT_FALSE(holds(field, "govuk-input--error govuk-date-input__input govuk-input--width-2"));
    EXPECT_TRUE(holds(field, "govuk-input--error govuk-date-input__input govuk-input--width-4"));
}

TEST(Controls, target_steps_go_from_the_least_to_the_most) {
    auto const field =
        target_steps(blank(), {.name = "rating", .legend = "I can join in", .least = 1, .most = 5});
    EXPECT_FALSE(holds(field, "value=\"0\""));
    for (auto const* value : {"1", "2", "3", "4", "5"})
        EXPECT_TRUE(holds(field, "value=\"" + std::string(value) + "\"")) << value;
    EXPECT_FALSE(holds(field, "value=\"6\""));
}

TEST(Controls, one_choice_more_stands_beside_the_steps_where_there_is_one) {
    Steps steps{.name = "rating", .legend = "I can join in"};
    EXPECT_FALSE(holds(target_steps(blank(), steps), "steps__instead"));
    steps.instead = "Not seen today";
    steps.instead_value = "not_seen";
    Fields typed;
    typed.add("rating", "not_seen");
    auto const field = target_steps({typed, FormErrors{}}, steps);
    EXPECT_TRUE(holds(field, "value=\"not_seen\" checked"));
    EXPECT_TRUE(holds(field, "Not seen today</label>"));
}

TEST(Controls, every_face_has_its_words) {
    auto const field = face_radios(blank(), {.name = "feeling", .legend = "How was it?"});
    for (auto const feeling : all_of<Feeling>()) {
        EXPECT_TRUE(holds(field, "value=\"" + std::string(word(feeling)) + "\""));
        EXPECT_TRUE(holds(field, "<span>" + std::string(in_words(feeling)) + "</span>"));
        EXPECT_TRUE(holds(face(feeling), in_words(feeling)));
    }
}

TEST(Form, every_form_that_posts_carries_both_tokens) {
    FormGuard const guard{"a-csrf", "a-once"};
    for (h::Node const& node :
         {h::Node(form(guard, "/x", button("Send"))),
          h::Node(upload_form(guard, "/x", button("Send"))),
          post_button(guard, "/x", "Send")}) {
        EXPECT_TRUE(holds(node, "method=\"post\" action=\"/x\""));
        EXPECT_TRUE(holds(node, "<input type=\"hidden\" name=\"csrf\" value=\"a-csrf\">"));
        EXPECT_TRUE(holds(node, "<input type=\"hidden\" name=\"once\" value=\"a-once\">"));
    }
    EXPECT_FALSE(holds(ask_form("/x", button("Ask")), "csrf"));
}

TEST(Form, without_errors_there_is_no_summary) { EXPECT_TRUE(error_summary({}).empty()); }

}  // namespace
}  // namespace design
