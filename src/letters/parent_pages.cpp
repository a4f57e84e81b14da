#include "letters/parent_pages.hpp"

#include "design/controls.hpp"
#include "design/form.hpp"
#include "design/not_saved.hpp"
#include "design/notices.hpp"
#include "letters/letter_pages.hpp"
#include "letters/placeholders.hpp"

namespace letters::pages {
namespace {

std::string digits_of(std::string const& telephone) {
    std::string digits;
    for (char const c : telephone)
        if ((c >= '0' && c <= '9') || (c == '+' && digits.empty())) digits += c;
    return digits;
}

h::Node number(std::string const& telephone) {
    return h::a(h::href("tel:" + digits_of(telephone)), telephone);
}

h::Node someone_to_ring(ParentsPage const& page, std::string const& whom) {
    if (page.telephone.empty()) return h::p("If you would rather talk, speak with " + whom + ".");
    return h::p("If you would rather talk, ring ", number(page.telephone), " and ask for " + whom + ".");
}

// Named only once the reader has shown who they are: until then nothing tells what the letter is about.
h::Node the_sender_to_ring(ParentsPage const& page) {
    return someone_to_ring(page, page.sender.empty() ? "the SENCo" : page.sender + ", the SENCo");
}

// The same whatever came of it since: nothing tells whether an answer is still waited for.
constexpr std::string_view why_they_read_it =
    "The school has written to you. First we make sure that it is you who reads it.";

h::Node words_field(Answers const& answers, std::string_view label) {
    return design::textarea(
        answers,
        {.name = "words",
         .label = std::string(label),
         .hint = "You need not write anything. The SENCo reads it. If you fear that a child is not safe, "
                 "ring the school today instead.",
         .rows = 3,
         .most = 1000}
    );
}

// Which letter their yes or no is to: a newer one may have come since they opened this.
h::Node to_this_letter(ParentsPage const& page) { return design::hidden("letter", page.letter.text()); }

h::Node two_choices() {
    return h::div(
        h::css("two-choices"),
        design::button(design::Button{"Yes, I agree", "answer", "given"}),
        design::button(design::Button{"No, I do not agree", "answer", "refused"})
    );
}

std::string how_long_a_yes_holds(ParentsPage const& page) {
    return "If you agree today, your yes holds until " + calendar::in_words(page.would_hold_until) +
           ". After that the school asks you again.";
}

// Asked anew: what a no means while an earlier yes still counts.
h::Node said_before(ParentsPage const& page) {
    if (!page.answer) return {};
    auto const until = [&]() -> std::string {
        if (!page.answer->expires_on) return ".";
        return ", until " + calendar::in_words(*page.answer->expires_on) + ".";
    };
    return h::p(
        "On " + calendar::in_words(page.answer->answered_on) + " you agreed" + until() +
        " The school now asks you anew. If you say no, no more sessions are held from that moment."
    );
}

std::string support_in_words(consent::Form form) {
    return form == consent::Form::group ? "support in a small group" : "support one to one";
}

// Their yes to the other form of support, which nothing that they say about this one sets aside.
std::string the_other_yes(consent::Received const& yes) {
    auto const to = yes.form ? support_in_words(*yes.form) : std::string("nurture support");
    return "On " + calendar::in_words(yes.answered_on) + " you agreed to " + to + ".";
}

h::Node that_the_other_stands(ParentsPage const& page) {
    auto const& yes = page.yes_to_the_other;
    if (!yes || !yes->form) return {};
    auto const agreed = the_other_yes(*yes);
    if (page.letter_undone) return h::p(agreed);
    return h::p(agreed + " That stands, whatever you say about " + support_in_words(*page.form) + ".");
}

h::Node about_which_form(std::optional<consent::Form> form) {
    if (!form) return {};
    switch (*form) {
        case consent::Form::one_to_one: return h::p("Your answer is about nurture support one to one.");
        case consent::Form::group: return h::p("Your answer is about nurture support in a small group.");
    }
    return {};
}

h::Node answer_form(design::FormGuard const& guard, ParentsPage const& page, Answers const& answers) {
    return h::section(
        h::id("answer"),
        h::css("part"),
        h::h2("Do you agree that " + page.child + " takes part?"),
        said_before(page),
        about_which_form(page.form),
        that_the_other_stands(page),
        h::p("You can change your mind at any time, with this same link."),
        h::p(how_long_a_yes_holds(page)),
        design::form(
            guard,
            page.path + "/answer",
            to_this_letter(page),
            words_field(answers, "Anything you want to add"),
            two_choices()
        )
    );
}

std::string that_holds_until(consent::Received const& yes) {
    if (!yes.expires_on) return "You can change your mind at any time.";
    return "Your yes holds until " + calendar::in_words(*yes.expires_on) +
           ". You can change your mind at any time before.";
}

std::string what_the_yes_led_to(ParentsPage const& page) {
    switch (page.support.stands) {
        case Stands::to_come:
            return "The school will let you know when it starts. You need to do nothing more.";
        case Stands::under_way: return "Sessions are being held. You need to do nothing more.";
        case Stands::at_rest:
            return "At the moment no sessions are held for " + page.child + ". The school can tell you more.";
        case Stands::over: return "The programme is over. You need to do nothing more.";
    }
    return {};
}

// What the yes led to is told while the letter stands; without it nothing follows.
h::Node what_follows_the_yes(ParentsPage const& page) {
    return page.letter_undone ? h::Node() : h::p(what_the_yes_led_to(page));
}

h::Node that_the_letter_was_undone(ParentsPage const& page) {
    if (!page.letter_undone) return {};
    return h::p(
        "The school has taken its letter back. It will write to you again when it asks for your answer."
    );
}

// The SENCo or headteacher decides where parents differ (C3): whoever objected learns that from the school.
h::Node decided_since(ParentsPage const& page) {
    auto const& support = page.support;
    if (!support.decided_on) return {};
    auto const on = "On " + calendar::in_words(*support.decided_on) + " the school decided ";
    if (!support.goes_ahead) return h::p(on + "that no sessions are held for " + page.child + ".");
    return h::p(
        on + "that nurture support for " + page.child +
        " goes ahead all the same. Speak with the school if you want to know why, or to say more."
    );
}

h::Node after_a_withdrawal(ParentsPage const& page) {
    if (page.support.goes_ahead) return decided_since(page);
    return h::p(
        "No more sessions are held for " + page.child + ". What was written down before stays on record."
    );
}

// What they wrote themselves; the school's note of a call or a slip is not theirs.
h::Node own_words(ParentsPage const& page) {
    if (page.answer->route != consent::Route::link || page.answer->reason.empty()) return {};
    return h::p(design::as_written("You wrote: “" + page.answer->reason + "”"));
}

std::string answered_in_words(ParentsPage const& page) {
    auto const on = "On " + calendar::in_words(page.answer->answered_on) + " you ";
    switch (page.answer->answer) {
        case consent::Answer::given:
            return on + "agreed that " + page.child + " takes part in nurture support. Thank you.";
        case consent::Answer::refused:
            return on + "said that you do not agree. Thank you for letting us know.";
        case consent::Answer::withdrawn:
            return on + "took your agreement back. Thank you for letting us know.";
        case consent::Answer::decided_to_go_ahead:
        case consent::Answer::decided_not_to: break;
    }
    return {};
}

h::Node stands_in_words(ParentsPage const& page) {
    if (!page.answer) return {};
    h::Node const answered = h::p(answered_in_words(page));
    switch (page.answer->answer) {
        case consent::Answer::given:
            return h::group(
                answered,
                own_words(page),
                h::p(that_holds_until(*page.answer)),
                page.support.goes_ahead ? h::Node() : decided_since(page),
                what_follows_the_yes(page)
            );
        case consent::Answer::refused:
            return h::group(
                answered,
                own_words(page),
                h::p(
                    "You have said no, and that is all right. " + page.child +
                    " is taught and cared for as before."
                ),
                page.support.goes_ahead ? decided_since(page) : h::Node()
            );
        case consent::Answer::withdrawn: return h::group(answered, own_words(page), after_a_withdrawal(page));
        case consent::Answer::decided_to_go_ahead:
        case consent::Answer::decided_not_to: break;
    }
    return {};
}

h::Node change_of_mind(design::FormGuard const& guard, ParentsPage const& page, Answers const& answers) {
    if (!page.choices.may_withdraw && !page.choices.may_give) return {};
    auto const take_back = [&]() -> h::Node {
        return h::group(
            h::p(
                "If you take your agreement back, sessions stop from that moment. It changes nothing else at "
                "school."
            ),
            design::form(
                guard,
                page.path + "/answer",
                words_field(answers, "Anything you want to say about it"),
                design::warning_button(design::Button{"Take back my agreement", "answer", "withdrawn"})
            )
        );
    };
    auto const agree = [&]() -> h::Node {
        return design::form(
            guard,
            page.path + "/answer",
            to_this_letter(page),
            words_field(answers, "Anything you want to add"),
            design::button(design::Button{"Yes, I agree now", "answer", "given"})
        );
    };
    return design::details(
        "I have changed my mind",
        h::group(
            h::when(page.choices.may_withdraw, take_back),
            h::when(page.choices.may_give && !page.choices.may_refuse, agree)
        ),
        !answers.errors.empty()
    );
}

h::Node the_letter(ParentsPage const& page) {
    return h::group(
        h::section(
            h::id("letter"),
            h::css("letter-sheet"),
            letter_words(read_on_screen(page.letter_words), HeadingLevel::second)
        ),
        h::p(h::a(h::href(page.path + "/letter"), "Keep or print this letter with its slip (PDF)"))
    );
}

// What the case came to is told by people; the page says what stands on record from this parent.
h::Node that_it_is_closed(ParentsPage const& page) {
    return h::div(
        h::id("answer"),
        h::p(
            "On " + calendar::in_words(*page.closed_on) +
            " the school closed what this letter asked about. "
            "No more sessions are held under it, and you need to do nothing more."
        ),
        page.answer ? h::Node(h::group(h::p(answered_in_words(page)), own_words(page))) : h::Node(),
        page.yes_to_the_other ? h::Node(h::p(the_other_yes(*page.yes_to_the_other))) : h::Node(),
        page.answer || page.yes_to_the_other
            ? h::Node()
            : h::Node(h::p("The school has no answer of yours, and does not wait for one.")),
        h::p("If the school has written to you since, use the link in the newest letter.")
    );
}

h::Node to_read_again(ParentsPage const& page) {
    return design::details("Read the letter again", h::group(h::h2(page.letter_title), the_letter(page)));
}

design::Page closed(ParentsPage const& page, Answers const& answers) {
    return {
        .title = "Nothing more to answer",
        .back = {},
        .main = h::group(
            design::error_summary(answers.errors),
            design::not_saved({{"What you wanted to add", std::string(answers.typed.value("words"))}}),
            design::heading("Nothing more to answer", page.school),
            that_it_is_closed(page),
            the_sender_to_ring(page),
            to_read_again(page)
        )};
}

// The letter itself speaks of every way to answer; whoever reads it here needs no other.
h::Node how_to_answer_here() {
    return h::p(
        "Read the letter, then ",
        h::a(h::href("#answer"), "say yes or no below it"),
        ". Pressing a button there is your answer: there is nothing to print, sign or send back."
    );
}

}  // namespace

design::Page confirm(design::FormGuard const& guard, ParentsPage const& page, Answers const& answers) {
    return {
        .title = "A letter from " + page.school,
        .back = {},
        .main = h::group(
            design::error_summary(answers.errors),
            design::heading("A letter for you", page.school),
            h::p(why_they_read_it),
            design::form(
                guard,
                page.path + "/confirmation",
                design::date_input(
                    answers,
                    {.name = "born_on",
                     .legend = "When was the child born?",
                     .hint = "The child whom the letter is about, such as 27 3 2017",
                     .size = design::Size::medium}
                ),
                design::button("Go on to the letter")
            ),
            someone_to_ring(page, "the school office")
        )};
}

design::Page answer(design::FormGuard const& guard, ParentsPage const& page, Answers const& answers) {
    if (page.closed_on) return closed(page, answers);
    if (page.choices.may_refuse)
        return {
            .title = page.letter_title,
            .back = {},
            .main = h::group(
                design::error_summary(answers.errors),
                design::heading(page.letter_title, page.school),
                how_to_answer_here(),
                the_letter(page),
                answer_form(guard, page, answers),
                h::when(page.choices.may_withdraw, [&] { return change_of_mind(guard, page, answers); }),
                the_sender_to_ring(page)
            )};
    return {
        .title = "Your answer",
        .back = {},
        .main = h::group(
            design::error_summary(answers.errors),
            design::heading("Your answer", page.school),
            stands_in_words(page),
            that_the_letter_was_undone(page),
            that_the_other_stands(page),
            change_of_mind(guard, page, answers),
            the_sender_to_ring(page),
            to_read_again(page)
        )};
}

design::Page link_is_over(std::string const& school, std::string const& telephone) {
    auto const whom = school.empty() ? std::string("the school") : school;
    auto const ring = telephone.empty() ? h::Node{h::p("Ring the school. ")}
                                        : h::Node{h::p("Ring ", number(telephone), ".")};
    return {
        .title = "This link does not open",
        .back = {},
        .main = h::group(
            design::heading("This link does not open", school),
            h::p(
                "It may be too old, or a newer letter has taken its place. Look for the latest letter from " +
                whom + ", or ask for a new one. You can also give your answer, or change it, by telephone."
            ),
            ring
        )};
}

}  // namespace letters::pages
