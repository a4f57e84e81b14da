#include "design/controls.hpp"
#include "design/lists.hpp"
#include "design/notices.hpp"
#include "design/way.hpp"
#include "pages.hpp"

namespace specimen {

using namespace design;

namespace {

h::Node record_an_answer(FormGuard const& guard) {
    return form(
        guard,
        "/consent",
        radios(
            blank(),
            {.name = "answer",
             .legend = "What did Mrs Reyes say?",
             .choices = {{"given", "Yes"}, {"refused", "No"}},
             .in_a_row = true}
        ),
        date_input(blank(), {.name = "received", .legend = "When?", .hint = "For example, 12 5 2026"}),
        button_row(button("Record the answer"))
    );
}

Fields typed() {
    return Fields({
        {"what", "Sam <stays> alone at break & cries before lunch."},
        {"seen-day", "31"},
        {"seen-month", "2"},
        {"seen-year", "2026"},
        {"areas", "friendships"},
        {"parents", "yes"},
    });
}

}  // namespace

std::string today() {
    auto const frame = specimen::frame("Today");
    WorkItem const answer{
        .title = "Has Mrs Reyes answered for Lena?",
        .path = "/consent/lena",
        .detail = "Letter sent Tuesday 28 April, reminded once",
        .tag = tag(TagKind::overdue, "4 days overdue"),
        .act_text = "Record the answer",
        .act = record_an_answer(frame.guard)};
    return page(
        frame,
        {.title = "Today",
         .layout = Layout::wide,
         .main = h::group(
             heading("Good morning, Rosa", "Tuesday 12 May 2026"),
             work_list({"Overdue", {answer}}),
             work_list(
                 {"Due today",
                  {{.title = "Discuss the referral of Idris Chowdhury",
                    .path = "/referrals/idris",
                    .detail = "Raised by Beth Lowe, 4B, on Wednesday 6 May",
                    .tag = tag(TagKind::due, "Due today")},
                   {.title = "Offer Kit Marsh a place",
                    .path = "/waiting",
                    .detail = "Mr Pell has a free half hour on Thursdays",
                    .tag = tag(TagKind::due, "Due today")}}}
             ),
             work_list(
                 {"Waiting for others",
                  {{.title = "Impact review for Ola Nowak",
                    .path = "/reviews/ola",
                    .detail = "With Tom Arden, 5A, until Friday 22 May",
                    .tag = tag(TagKind::waiting, "Waiting 3 days"),
                    .act = post_button(frame.guard, "/remind", "Remind Tom")}}}
             ),
             work_list({"Sessions today", {}, "No sessions today. The next one is on Thursday at 10:30."})
         )}
    );
}

std::string concern(bool refused) {
    auto const frame = specimen::frame("Pupils");
    auto const fields = typed();
    FormErrors const errors = {
        {"tried", "Enter what you have tried so far"},
        {"seen", "Enter the day you saw it, such as 12 5 2026"},
        {"who", "Choose who you raise it with"},
    };
    Answers const answers = refused ? Answers{fields, errors} : blank();
    return page(
        frame,
        {.title = "Raise a concern",
         .back = {"Sam Okafor", "/pupils/sam"},
         .refused = refused,
         .main = h::group(
             error_summary(answers.errors),
             heading("Raise a concern about Sam"),
             warning_text("A safeguarding concern? Record it on CPOMS, not here."),
             form(
                 frame.guard,
                 "/concerns",
                 textarea(
                     answers,
                     {.name = "what",
                      .label = "What have you seen?",
                      .hint = "What you saw and heard, in your own words. Sam’s parents may read it one day.",
                      .most = 2000,
                      .keep = "concern-sam"}
                 ),
                 date_input(
                     answers,
                     {.name = "seen", .legend = "When did you see it?", .hint = "For example, 12 5 2026"}
                 ),
                 textarea(answers, {.name = "tried", .label = "What have you tried so far?", .rows = 3}),
                 checkboxes(
                     answers,
                     {.name = "areas",
                      .legend = "What might it be about?",
                      .choices =
                          {{"friendships", "Friendships"},
                           {"self_esteem", "Self-esteem"},
                           {"anger", "Anger"},
                           {"anxiety", "Anxiety"},
                           {"separation", "Separation", "Bereavement, divorce, adoption or fostering"}},
                      .hint = "Tick all that fit."}
                 ),
                 radios(
                     answers,
                     {.name = "parents",
                      .legend = "Have you spoken with Sam’s parents?",
                      .choices =
                          {{.value = "yes",
                            .text = "Yes",
                            .more = text_input(answers, {.name = "said", .label = "What did they say?"})},
                           {.value = "no", .text = "Not yet"}}}
                 ),
                 select(
                     answers,
                     {.name = "who",
                      .label = "Who do you raise it with?",
                      .choices = {{"hall", "Rosa Hall, SENCo"}, {"pell", "Jonah Pell, Nurture Assistant"}}}
                 ),
                 checkbox(answers, {.name = "figure", .text = "Sam needs an attachment figure in school"}),
                 file_upload(
                     answers, {.name = "file", .label = "A drawing or a note", .hint = "Up to 20 MB"}
                 ),
                 button_row(
                     button("Send to Rosa Hall"), h::a(h::href("/pupils/sam"), "Leave without sending")
                 )
             )
         )}
    );
}

std::string session() {
    auto const frame = specimen::frame("Programmes");
    return page(
        frame,
        {.title = "Session 5",
         .back = {"Friendship group", "/programmes/1"},
         .main = h::group(
             heading("Sam, session 5", "Friendship group · Tuesday 12 May 2026, 10:30 in the Willow Room"),
             warning_text("A safeguarding concern? Record it on CPOMS, not here."),
             form(
                 frame.guard,
                 "/evaluations",
                 face_radios(
                     blank(), {.name = "feeling", .legend = "How was it for Sam?", .hint = "Ask Sam."}
                 ),
                 target_steps(
                     blank(),
                     {.name = "target-1",
                      .legend = "I can ask to join in",
                      .least_means = "not at all yet",
                      .most_means = "every time",
                      .before = "Last week: 5"}
                 ),
                 target_steps(blank(), {.name = "target-2", .legend = "Well-being", .least = 1, .most = 5}),
                 textarea(
                     blank(),
                     {.name = "pleased",
                      .label = "What did you notice that pleased you?",
                      .rows = 3,
                      .most = 2000}
                 ),
                 details(
                     "In confidence",
                     textarea(
                         blank(),
                         {.name = "confidence",
                          .label = "What Sam told you in confidence",
                          .hint = "Only you can read this."}
                     )
                 ),
                 button_row(button("Save and go to Lena"), secondary_button({"Save", "then", "stay"}))
             )
         )}
    );
}

std::string programme() {
    return page(
        frame("Programmes"),
        {.title = "Friendship group",
         .layout = Layout::wide,
         .main = h::group(
             heading("Friendship group", "Jonah Pell · Tuesdays at 10:30 in the Willow Room"),
             notice(
                 "One answer is missing",
                 h::p("Consent has not been given for Lena, so her sessions can’t start. Asked on 28 April; "
                      "a reminder goes on 14 May.")
             ),
             week_strip({
                 {"Week 1", "14 April", WeekState::held},
                 {"Week 2", "21 April", WeekState::held},
                 {"Week 3", "28 April", WeekState::missed, "Room taken for a test"},
                 {"Week 4", "5 May", WeekState::held},
                 {"Week 5", "12 May", WeekState::planned, "", true, "/sessions/5"},
                 {"Week 6", "19 May", WeekState::to_come},
             }),
             table({
                 .caption = "Children",
                 .columns =
                     {{"Child"},
                      {"Class"},
                      {"Target"},
                      {"Attended", Align::number},
                      {"Last rating", Align::number},
                      {"Standing"}},
                 .rows =
                     {
                         {h::a(h::href("/pupils/sam"), "Sam Okafor"),
                          "4B",
                          "I can ask to join in",
                          "3 of 4",
                          "5",
                          tag(TagKind::done, "Going well")},
                         {h::a(h::href("/pupils/lena"), "Lena Reyes"),
                          "4A",
                          "I can say what I need",
                          "0 of 4",
                          "none yet",
                          tag(TagKind::waiting, "Waiting for consent")},
                         {h::a(h::href("/pupils/lukasz"), "Łukasz Żak"),
                          "3C",
                          "I can wait for my turn",
                          "4 of 4",
                          "7",
                          tag(TagKind::calm, "On track")},
                     },
             }),
             button_row(
                 link_button("Plan week 6", "/plan"), secondary_link_button("Print the register", "/print")
             )
         )}
    );
}

std::string referrals() {
    Table table{
        .caption = "Referrals",
        .columns = {{"Pupil"}, {"Class"}, {"Step"}, {"Whose move"}, {"Days", Align::number}},
        .rows = {},
        .caption_unseen = true};
    for (auto const* name :
         {"Idris Chowdhury", "Kit Marsh", "Maya Ferreira-Lund", "Ola Nowak", "Theo Baptiste"})
        table.rows.push_back(
            {h::a(h::href("/referrals/1"), name),
             "4B",
             tag(TagKind::waiting, "To discuss"),
             "Rosa Hall",
             "12"}
        );
    return page(
        frame("Referrals"),
        {.title = "Referrals",
         .layout = Layout::wide,
         .main = h::group(
             heading("Referrals"),
             filters(
                 "Step",
                 {{"All", "?", true, "14"},
                  {"New", "?step=new", false, "2"},
                  {"To discuss", "?step=discuss", false, "5"},
                  {"To prioritise", "?step=prioritise", false, "3"},
                  {"Waiting", "?step=waiting", false, "4"}}
             ),
             design::table(table),
             pagination({"/referrals?step=all", 2, 3}),
             empty_state("Nobody waits for you. The next termly meeting is on Thursday 18 June.")
         )}
    );
}

}  // namespace specimen
