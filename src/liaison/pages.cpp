#include "liaison/pages.hpp"

#include "agencies/pages.hpp"
#include "design/controls.hpp"
#include "design/lists.hpp"
#include "design/notices.hpp"
#include "need_to_know/pages.hpp"
#include "safeguarding/pages.hpp"

namespace liaison::pages {
namespace {

std::string case_path(CaseId const& the_case, std::string_view what) {
    return "/cases/" + std::string(the_case.text()) + "/" + std::string(what);
}

h::Node header(About const& about) { return design::pupil_header(need_to_know::pages::header(about.child)); }

design::Place back_to_child(About const& about) {
    auto const& pupil = about.child.pupil;
    return {.text = pupil.name(), .path = "/pupils/" + std::string(pupil.id.text())};
}

h::Node asked_line(Question const& question) {
    return design::small_print(
        "Asked by " + question.asked_by_name + ", " + calendar::in_words(question.asked_at)
    );
}

h::Node answer_of(Question const& question) {
    if (!question.answered_at)
        return h::p(design::tag(design::TagKind::waiting, "Waits for the class teacher"));
    return h::group(
        design::inset(design::as_written(question.answer)),
        design::small_print(
            "Answered by " + question.answered_by_name + ", " + calendar::in_words(*question.answered_at)
        )
    );
}

h::Node one_question(Question const& question) {
    return h::section(
        h::h2(h::a(h::href(path_of(question.id)), design::as_written(question.words))),
        asked_line(question),
        answer_of(question)
    );
}

h::Node ask_form(design::FormGuard const& guard, About const& about, Answers const& answers) {
    return design::form(
        guard,
        questions_path(about.the_case),
        design::textarea(
            answers,
            {.name = "words",
             .label = "What do you want to know?",
             .hint = "One question or a few. It stands on the class teacher's Today.",
             .rows = 3,
             .keep = "question-" + std::string(about.the_case.text())}
        ),
        design::button("Ask the class teacher")
    );
}

h::Node answer_form(design::FormGuard const& guard, Question const& question, Answers const& answers) {
    return design::form(
        guard,
        path_of(question.id),
        design::textarea(
            answers,
            {.name = "answer",
             .label = "Your answer",
             .hint = "What you see in class; a few lines are enough",
             .rows = 5,
             .keep = "answer-" + std::string(question.id.text())}
        ),
        design::button("Send the answer")
    );
}

h::Node seen_form(design::FormGuard const& guard, Question const& question) {
    return design::form(guard, path_of(question.id) + "/answer-seen", design::button("Seen"));
}

h::Node line_form(design::FormGuard const& guard, About const& about, Answers const& answers) {
    return design::form(
        guard,
        lines_path(about.the_case),
        design::text_input(
            answers, {.name = "with_whom", .label = "Whom did you talk with?", .width = design::Chars::thirty}
        ),
        design::text_input(
            answers, {.name = "line", .label = "What about?", .hint = "One line on needs or progress"}
        ),
        design::date_input(answers, {.name = "held_on", .legend = "When?"}),
        design::button("Note it")
    );
}

}  // namespace

h::Node closed_notice(About const& about) {
    if (about.why_closed.empty()) return {};
    return h::p(about.why_closed + ".");
}

std::string questions_path(CaseId const& the_case) { return case_path(the_case, "questions"); }
std::string path_of(QuestionId const& question) { return "/questions/" + std::string(question.text()); }
std::string messages_path(CaseId const& the_case) { return case_path(the_case, "parent-messages"); }
std::string path_of(ParentMessageId const& message) {
    return "/parent-messages/" + std::string(message.text());
}
std::string lines_path(CaseId const& the_case) { return case_path(the_case, "liaison"); }

design::Page questions(
    design::FormGuard const& guard,
    About const& about,
    std::vector<Question> const& questions,
    Answers const& answers
) {
    auto const ask = [&]() -> h::Node { return ask_form(guard, about, answers); };
    auto const none = []() -> h::Node { return design::empty_state("Nothing has been asked yet."); };
    return {
        .title = "Questions to the class teacher",
        .back = back_to_child(about),
        .main = h::group(
            design::error_summary(answers.errors),
            header(about),
            design::heading("Questions to the class teacher"),
            closed_notice(about),
            h::when(about.may_write, ask),
            h::each(questions, one_question),
            h::when(questions.empty(), none),
            safeguarding::pages::link_for(about.child.pupil.id)
        )};
}

design::Page question(
    design::FormGuard const& guard, About const& about, Question const& question, Answers const& answers
) {
    bool const to_answer = about.may_write && !question.answered_at;
    auto const form = [&]() -> h::Node { return answer_form(guard, question, answers); };
    auto const answer = [&]() -> h::Node { return answer_of(question); };
    bool const to_see = about.asked_here && question.answered_at && !question.answer_seen_at;
    auto const seen = [&]() -> h::Node { return seen_form(guard, question); };
    return {
        .title = "A question about " + about.child.pupil.name(),
        .back = back_to_child(about),
        .main = h::group(
            design::error_summary(answers.errors),
            header(about),
            design::heading(question.words, "A question"),
            asked_line(question),
            h::when(to_answer, form),
            h::when(!to_answer, answer),
            h::when(to_see, seen),
            safeguarding::pages::link_for(about.child.pupil.id)
        )};
}

design::Page lines(
    design::FormGuard const& guard, About const& about, std::vector<Line> const& lines, Answers const& answers
) {
    std::vector<design::TimelineEntry> entries;
    for (auto const& line : lines)
        entries.push_back(
            {.when = calendar::in_words(line.said.held_on),
             .who = line.written_by_name,
             .what = "With " + line.said.with_whom,
             .detail = line.said.line}
        );
    auto const form = [&]() -> h::Node { return line_form(guard, about, answers); };
    auto const none = []() -> h::Node { return design::empty_state("No talk has been noted yet."); };
    return {
        .title = "Talks between staff",
        .back = back_to_child(about),
        .main = h::group(
            design::error_summary(answers.errors),
            header(about),
            design::heading("Talks between staff"),
            h::p("Needs and progress, in a line. Share no more than colleagues need to know."),
            closed_notice(about),
            h::when(about.may_write, form),
            design::timeline(entries),
            h::when(entries.empty(), none),
            h::p(
                h::a(h::href(questions_path(about.the_case)), "Questions to the class teacher"),
                " · ",
                h::a(h::href(messages_path(about.the_case)), "Messages to parents"),
                " · ",
                h::a(h::href(agencies::pages::path_of(about.the_case)), "Advice from agencies")
            ),
            safeguarding::pages::link_for(about.child.pupil.id)
        )};
}

}  // namespace liaison::pages
