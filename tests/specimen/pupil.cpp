#include "design/controls.hpp"
#include "design/lists.hpp"
#include "design/notices.hpp"
#include "design/way.hpp"
#include "pages.hpp"

namespace specimen {

using namespace design;

namespace {

PupilHeader sam() {
    return {
        .name = "Sam Okafor",
        .path = "/pupils/sam",
        .class_name = "4B",
        .year = "4",
        .supported_by = "Jonah Pell",
        .why_seen = "You see this because you are the SENCo.",
        .tag = tag(TagKind::done, "In a programme")};
}

std::vector<Step> steps() {
    using enum StepState;
    return {
        {"Concern", done, "2 March", "#concern"},
        {"Referral", done, "4 March", "#referral"},
        {"Discussion", done, "10 March", "#discussion"},
        {"Priority", done, "12 March", "#priority"},
        {"Waiting list", not_needed},
        {"Consent", done, "20 March", "#consent"},
        {"Programme", current, "Week 5 of 6", "#programme"},
        {"Impact review", to_come, "from 22 June"},
        {"Check-ins", to_come},
    };
}

Chart friendships() {
    return {
        .question = "Is Sam finding friendships easier?",
        .caption =
            "Sam’s own rating after each session. Four points are a beginning: they show a direction, not a "
            "cause.",
        .lines = {
            {"Joining in",
             {{"14 Apr", 1, 3}, {"21 Apr", 8, 4}, {"28 Apr", 15, {}}, {"5 May", 22, 5}, {"12 May", 29, 6.5}}},
            {"Staying calm",
             {{"14 Apr", 1, 2}, {"21 Apr", 8, 2}, {"28 Apr", 15, {}}, {"5 May", 22, 3}, {"12 May", 29, 3}}},
        }};
}

}  // namespace

std::string pupil() {
    auto frame = specimen::frame("Pupils");
    frame.banner =
        done(h::group("The evaluation of Tuesday 12 May is saved. ", h::a(h::href("/undo"), "Undo")));
    return page(
        frame,
        {.title = "Sam Okafor",
         .back = {"Pupils", "/pupils"},
         .layout = Layout::wide,
         .main = h::group(
             pupil_header(sam()),
             heading("Sam is in week 5 of 6, and the next move is Mr Pell’s"),
             step_line(steps()),
             h::h2("Sessions"),
             week_strip({
                 {"Week 1", "14 April", WeekState::held},
                 {"Week 2", "21 April", WeekState::held},
                 {"Week 3", "28 April", WeekState::missed, "Room taken for a test"},
                 {"Week 4", "5 May", WeekState::held},
                 {"Week 5", "12 May", WeekState::planned, "", true, "/sessions/5"},
                 {"Week 6", "19 May", WeekState::planned},
                 {"Week 7", "26 May", WeekState::closed, "Half term"},
                 {"Week 8", "2 June", WeekState::to_come},
             }),
             h::h2("Targets"),
             chart(friendships()),
             h::h2("What is known"),
             summary_list({
                 {"Target areas", "Friendships, anxiety", "/areas"},
                 {"Attachment figure", "Mrs Dunn, in the library before school", "/figure"},
                 {"Consent",
                  h::group("Given by Amira Okafor on 20 March. ", h::a(h::href("/letter"), "The letter"))},
                 {"Last time", h::group(face(Feeling::good))},
             }),
             h::h2("So far"),
             timeline({
                 {"Tuesday 12 May 2026",
                  "Jonah Pell",
                  "Session 5: Sam asked to join the football and was let in.",
                  "Next: what to say when the answer is no."},
                 {"Tuesday 28 April 2026",
                  "Jonah Pell",
                  "Session 3 was not held: the room was taken for a test."},
                 {"Friday 20 March 2026", "Amira Okafor", "Consent given through the letter’s link."},
                 {"Monday 2 March 2026", "Beth Lowe, 4B", "Concern raised: Sam stays alone at break times."},
             })
         )}
    );
}

std::string letter() {
    return page(
        frame("Referrals"),
        {.title = "Letter to Amira Okafor",
         .back = {"Consent", "/consent"},
         .layout = Layout::paper,
         .main = h::group(
             heading("Nurture support for Sam", "Withybrook Junior School · Tuesday 17 March 2026"),
             h::p("Dear Mrs Okafor,"),
             h::p("Sam’s class teacher and I have talked about how Sam is getting on. Sam is kind and full "
                  "of ideas, "
                  "and has found break times hard since September."),
             h::p("We would like to offer Sam six short sessions with Jonah Pell, our Nurture Assistant, "
                  "once a week "
                  "for half an hour. They will practise joining in, taking turns and what to do when it goes "
                  "wrong."),
             step_line(steps()),
             week_strip({
                 {"Week 1", "14 April", WeekState::held},
                 {"Week 2", "21 April", WeekState::held},
                 {"Week 3", "28 April", WeekState::missed, "Room taken for a test"},
                 {"Week 4", "5 May", WeekState::planned, "", true},
             }),
             h::p("Yours sincerely,"),
             h::p("Rosa Hall, SENCo")
         )}
    );
}

std::string check_in() {
    return page(
        frame("Programmes"),
        {.title = "How was today?",
         .layout = Layout::whole_screen,
         .main = form(
             {"csrf", "once"},
             "/check-in",
             face_radios(blank(), {.name = "feeling", .legend = "How was today?", .big = true}),
             button_row(button("Next"))
         )}
    );
}

}  // namespace specimen
