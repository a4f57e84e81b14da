#include "app/public_pages.hpp"

namespace app::pages {

design::Page accessibility() {
    return {
        .title = "Accessibility statement",
        .main = h::group(
            design::heading("Accessibility statement"),
            h::p("Everyone who works with nurture support should be able to use Withy. You can zoom to 400 "
                 "%, move by "
                 "keyboard alone, listen with a screen reader, work without scripts, print any page, and use "
                 "a dark "
                 "or a high-contrast screen."),
            h::h2("How we know"),
            h::p("Withy aims at the Web Content Accessibility Guidelines 2.2, level AA. Every page is "
                 "checked by a "
                 "program with each change of Withy: no fault that it finds is let through. It can't find "
                 "every fault, "
                 "and people with different needs have not yet tested every page."),
            h::h2("If something is hard to use"),
            h::p("Tell your school's administrator, or the school office. They can give you the same "
                 "information on "
                 "paper, in large print or by telephone.")
        )};
}

design::Page privacy() {
    return {
        .title = "Privacy notice",
        .main = h::group(
            design::heading("Privacy notice"),
            h::p("Your school uses Withy to plan nurture support for children, to record how it goes, and to "
                 "see "
                 "whether it helped. The school decides what is kept and answers for it."),
            h::h2("What is kept"),
            h::ul(
                h::css("govuk-list govuk-list--bullet"),
                h::li("a child's name, birth date, class, and the adults who look after the child"),
                h::li("what someone noticed, what was agreed, and what was planned"),
                h::li("letters, and each parent's or carer's own answer"),
                h::li("a short evaluation after each session, and a review some weeks later"),
                h::li("who changed what, when and why"),
                h::li("who looked at what is held about a child, when and why")
            ),
            h::h2("Who sees it"),
            h::p("Only those who need it for their work with this child, and each page tells them why they "
                 "see it. "
                 "What a child says in confidence, and how they say a session was unless they share it, is "
                 "seen by the adult who supports the child, by others where the child agrees, and by whoever "
                 "acts to keep the child safe. They show who they are first, and again when the computer was "
                 "left alone for a quarter of an hour. One parent never sees "
                 "another parent's words or address."),
            h::h2("Why it may be kept, and for how long"),
            h::p("Looking after children's learning and wellbeing is a school's public task, and what it "
                 "keeps "
                 "of their needs serves a substantial public interest (UK GDPR, Articles 6(1)(e) and "
                 "9(2)(g)). "
                 "Your agreement is to the support, not to the record of it. It is kept for as long as the "
                 "school's own rules for records say. The school office names the data protection officer, "
                 "who can tell you more."),
            h::h2("Safeguarding"),
            h::p("Concerns about a child's safety are recorded in the school's safeguarding system, not here."
            ),
            h::h2("Your rights"),
            h::p("You can ask the school what it holds about you or your child, and to have mistakes mended. "
                 "Agreeing "
                 "to a programme is agreeing to the support; you can change your mind at any time, and it "
                 "stops. "
                 "Ask at the school office, or ask the Information Commissioner's Office if you are not "
                 "content."),
            h::p(h::a(h::css("govuk-link"), h::href("/privacy/children"), "A privacy notice for children"))
        )};
}

design::Page privacy_for_children() {
    return {
        .title = "Your information",
        .back = {"Privacy notice", "/privacy"},
        .main = h::group(
            design::heading("Your information"),
            h::p("Some children have time with a Nurture Assistant. The school writes down a little about "
                 "it, so that "
                 "the help gets better."),
            h::p("We write when you came and what went well. Your teacher and the other adults in school who "
                 "help you can read that."),
            h::p("At the end you may choose a face for how it was, and say something if you like. You decide "
                 "whether the others who help you see it: an open door means yes. Otherwise it stays with "
                 "your Nurture Assistant."),
            h::p("What you tell your Nurture Assistant stays with them. They only tell someone "
                 "else if you agree, or if they are worried that you or someone else is not safe. Then they "
                 "tell the people whose job is to keep children safe, and they tell you if they can."),
            h::p("You can ask to see what is written about you. Ask any grown-up in school whom you trust.")
        )};
}

namespace {

h::Node help_for_parents() {
    return h::group(
        h::h2("If you are a parent or carer"),
        h::p("Your letter has a link of your own. It asks for your child's date of birth, shows the letter, "
             "and takes your yes or no: you need no account and no password."),
        h::p("You can change your mind at any time by the same link. If it no longer opens, or you would "
             "rather speak to somebody, ring the school: the number stands in your letter. The slip on "
             "paper counts as much as the link.")
    );
}

}  // namespace

design::Page help(bool signed_in) {
    return {
        .title = "Help",
        .main = h::group(
            design::heading("Help"),
            h::when(!signed_in, help_for_parents),
            h::when(!signed_in, [] { return h::Node(h::h2("If you work at the school")); }),
            h::p("Your first page, Today, shows what is yours to do: overdue first, then what is due, then "
                 "what waits "
                 "for others. Each item leads to where it is done; a question can be answered where it "
                 "stands."),
            h::h2("Finding a child"),
            h::p("Press / on a keyboard, or the search box at the top. Type any part of the name, or the "
                 "class."),
            h::h2("Steps of a child's way"),
            h::p("Concern, referral, discussion, prioritisation, waiting list, letter, consent, allocation, "
                 "start. "
                 "They follow in this order. A step that was taken by mistake can be undone with a reason."),
            h::p(
                "Then come the weekly sessions, each with an evaluation of each child. Once they are over "
                "the "
                "programme is completed, and some weeks later the class teacher measures the impact. The "
                "SENCo decides the next step with it: no more support, another programme, or somebody else's "
                "help. Whoever delivered keeps in touch with the child for some weeks more."
            ),
            h::p(
                "A parent who takes their agreement back stops the support at once. Where two parents answer "
                "differently nothing begins until the SENCo or the headteacher has decided with them."
            ),
            h::h2("Keeping what you type"),
            h::p("If your connection fails while you write, go back: the text is still there. If you were "
                 "signed out, "
                 "sign in and send it again."),
            h::h2("Leaving a shared computer"),
            h::p("Press Lock at the top. Your password or passkey leads back to where you were. What was "
                 "typed and not yet saved is not kept on the computer. Withy asks before you lock or sign "
                 "out; stay, and save it first. What a child confided closes as well once nobody used the "
                 "computer for a quarter of an hour; a button asks who you are and shows it again."),
            h::h2("A safeguarding concern"),
            h::p("Record it on CPOMS, not here. Then note here only when you did and its reference.")
        )};
}

}  // namespace app::pages
