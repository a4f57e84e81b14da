// What happens at the busy school, scene by scene.
#include "insight/store.hpp"
#include "journeys/busy_school.hpp"

namespace journeys {
namespace {

std::string text_of(auto const& id) { return std::string(id.text()); }

}  // namespace

// Tom's ended five weeks ago, so that its impact can be measured; so did that of the child whose case is
// closed now.
void BusySchool::a_programme_has_ended() {
    Wanted const brief{.form = "one_to_one", .places = "1", .weeks = "1", .reason = "A trial"};
    for (auto const& child : {tom, closed}) {
        auto const programme = runs({child}, brief);
        measures_before(child);
        goes_to_its_end(programme, {child});
    }
}

void BusySchool::a_case_is_closed() {
    measures_impact(closed);
    decides_next_step(closed, "another_programme");
}

void BusySchool::a_programme_runs() {
    Wanted const short_group{.places = "6", .weeks = "2", .reason = "The term ends"};
    auto const programme = runs({sam}, short_group);
    auto const newcomer = another_child("Newcomer");
    is_ready_for_a_place(newcomer);
    allocates(newcomer, programme);
    words_the_targets(newcomer);
    auto const targets = place_of(sam) + "/targets";
    as(nurture_assistant)
        .opens(targets)
        .sends(targets, Fields{{{"area", text_of(school.anxiety)}, {"words", "I breathe out slowly"}}});
    holds_session(programme, 1);
    evaluates(programme, 1, sam);
    auto const session = session_of(programme, 2);
    as(nurture_assistant).opens(session).sends(session + "/plan", Fields{{{"plan", "A game of turns"}}});
    as(nurture_assistant)
        .opens(session)
        .sends(session + "/stand-in", Fields{{{"stand_in", text_of(school.second_nurture_assistant.staff)}}});
    stood_in = {.session = session, .children = {sam, newcomer}};
    auto const questions = case_of(sam) + "/questions";
    as(nurture_assistant).opens(questions).sends(questions, Fields{{{"words", "Any friends?"}}});
    auto const answered =
        "/questions/" + stands<std::string>("SELECT id FROM question WHERE school_id = $1", school.school);
    as(teacher_of(sam)).opens(answered).sends(answered, Fields{{{"answer", "Two, since Monday"}}});
    as(nurture_assistant).opens(questions).sends(questions, Fields{{{"words", "How are playtimes?"}}});
    auto const messages = case_of(sam) + "/parent-messages";
    as(nurture_assistant)
        .opens(messages)
        .sends(
            messages, Fields{{{"contact", text_of(sam.mother)}, {"words", "Sam asked two others to play."}}}
        );
    Wanted const brief{.form = "one_to_one", .places = "1", .weeks = "1", .reason = "The term ends"};
    auto const ending = another_child("Ending");
    auto const held = runs({ending}, brief);
    holds_session(held, 1);
    evaluates(held, 1, ending);
    runs({another_child("Starting")}, brief);
    holds_session(runs({another_child("Mistaken")}, brief), 1);
    auto const lost = session_of(runs({another_child("Elsewhere")}, brief), 1);
    as(nurture_assistant)
        .opens(lost)
        .sends(lost + "/absence", Fields({{"why_not", "trip"}, {"instead", "nothing"}}));
    makes_a_programme(brief);
    makes_a_programme(brief);
    is_ready_for_a_place(another_child("Ready"), "one_to_one");
    auto const group = makes_a_programme();
    auto const alone_in_it = another_child("Alone");
    is_ready_for_a_place(alone_in_it);
    allocates(alone_in_it, group);
}

// What the child says, whom the SENCo names, and who opens a case with a reason or for safeguarding.
void BusySchool::it_is_said_who_may_know() {
    auto const sharing = case_of(sam) + "/sharing";
    Fields doors{{{"understands", "yes"}, {"why_judged", "Said what an open door means"}}};
    for (std::string const role : {"class_teacher", "senco", "headteacher"}) {
        doors.add("progress-" + role, role == "headteacher" ? "no" : "yes");
        doors.add("confidence-" + role, "no");
    }
    doors.add("progress-concern", "yes");
    as(nurture_assistant).opens(sharing + "/asking").sends(sharing + "/asking", doors);
    as(senco).opens(sharing).sends(
        sharing + "/shares",
        Fields(
            {{"staff", text_of(school.support_staff.staff)},
             {"share_reason", "Sits beside Sam at lunch"},
             {"until_on", calendar::iso(today() + 7)}}
        )
    );
    auto const next_school = sharing + "/next-school/asking";
    as(nurture_assistant)
        .opens(next_school)
        .sends(
            next_school,
            Fields(
                {{"views", "yes"},
                 {"confided", "no"},
                 {"understands", "yes"},
                 {"why_judged", "Said what an open door means"}}
            )
        );
    the_headteacher_opens(closed);
    it_is_sent_to_the_next_school();
    children_are_rated();
    auto const override_ = story_of(closed) + "/override";
    as(school.safeguarding_lead)
        .opens(override_)
        .sends(
            override_,
            Fields(
                {{"reason", "A disclosure this morning"},
                 {"recipient", "The duty social worker"},
                 {"child_told", "yes"},
                 {"about_the_child", "I told the child myself"},
                 {"parent_told", "no"},
                 {"about_the_parent", "It is not safe yet"}}
            )
        );
}

// By one measure: of the other two kinds none stands yet.
void BusySchool::a_class_is_measured() {
    as(senco).opens("/school/measures").sends("/school/measures/ready", Fields{{{"ready", "working_at"}}});
    auto const page = "/classes/" + text_of(school.class_4b) + "/measures";
    as(class_teacher).opens(page).sends(page, Fields{{{"achievement." + text_of(sam.id), "3"}}});
}

// Of a year that was over when the last one was not: those of the last are still to be made.
void BusySchool::outcomes_were_made() {
    auto& db = database.connection();
    db::Transaction transaction(db, db::Mode::write);
    db.enter(school.school);
    using insight::Dimension;
    insight::Outcomes const outcomes{
        .on_roll = 40,
        .cells =
            {{.dimension = Dimension::everyone, .supported = 20, .on_roll = 40},
             {.dimension = Dimension::sex, .part = "F", .supported = 10},
             {.dimension = Dimension::sex, .part = "M", .supported = 10}},
        .scales = {
            {{"wellbeing", 1, "total", "parent", insight::Span::entry_to_exit},
             {.measured = 12, .mean = 0.5, .deviation = 1.5, .days_between = 60},
             {"Well-being", "Total", assessments::Direction::high_is_good}}}};
    insight::store::add(
        db,
        school.school,
        {.school_year = 2023, .made_at = school.now, .outcomes = outcomes},
        school.headteacher.staff
    );
    transaction.commit();
}

// Nobody takes what is handed over, so it waits.
void BusySchool::a_pointer_is_handed_over() {
    as(school.administrator)
        .opens("/school/cpoms")
        .sends(
            "/school/cpoms",
            Fields({{"cpoms_address", "https://cpoms.example"}, {"hands_over", "with_admission_number"}})
        );
    auto const pointers = story_of(tom) + "/safeguarding";
    as(class_teacher).opens(pointers).sends(pointers, Fields{{{"reference", "20417"}}});
}

void BusySchool::an_agency_advises() {
    auto const advice = case_of(sam) + "/agencies";
    as(nurture_assistant)
        .opens(advice)
        .sends(advice, Fields{{{"agency", "Educational Psychology"}, {"asked", "How to join a game"}}});
}

void BusySchool::others_are_on_their_way() {
    raises_a_concern(
        another_child("Raised"), Fields{{{"source", "parent"}, {"parents_spoken_to", "not_yet"}}}
    );
    raises_a_concern(another_child("Unread"));
    auto const not_now = raises_a_concern(another_child("Declined"));
    as(senco).opens(not_now).sends(not_now + "/not-now", Fields{{{"reason", "All is well again"}}});
    auto const referred = another_child("Referred");
    raises_a_concern(referred);
    refers(referred);
    auto const discussed = another_child("Discussed");
    raises_a_concern(discussed);
    refers(discussed);
    discusses(discussed);
    auto const prioritised = another_child("Prioritised");
    auto const waiting = another_child("Waiting");
    auto const behind = another_child("Behind");
    auto const undecided = another_child("Undecided");
    for (auto const& child : {prioritised, undecided, waiting, behind}) {
        raises_a_concern(child);
        refers(child);
        discusses(child);
        prioritises(child);
    }
    waits(waiting);
    waits(behind);
    is_written_about(amira);
    agrees(amira.mother, amira);
    at_their_link(amira.father, amira)
        .sends(link_of(amira.father, amira) + "/answer", Fields{{{"answer", "refused"}}});
    auto const noted = another_child("Noted");
    is_ready_for_a_place(noted);
    auto const undoing = case_of(noted) + "/steps/consent/undoing";
    as(senco).opens(undoing).sends(undoing, Fields{{{"reason", "To be looked at again"}}});
    auto const on_paper = another_child("Paper");
    has_no_e_mail(on_paper.mother);
    is_written_about(on_paper);
    auto const asked = another_child("Asked");
    is_written_about(asked);
    parents_link_ = link_of(asked.mother, asked);
    auto parent = at_their_link(asked.mother, asked);
    note_forms(nullptr, parents_link_, parent.browser());
    parents_browser_.emplace(parent.browser());
    Browser stranger(application);
    for (auto const& page : {parents_link_, std::string("/sign-in")})
        note_forms(nullptr, page, stranger.open(page));
    as(senco)
        .opens("/strategies/new")
        .sends(
            "/strategies",
            Fields(
                {{"area", text_of(school.friendships)}, {"title", "A buddy"}, {"words", "Two ask a third."}}
            )
        );
    as(senco)
        .opens("/session-plans/new")
        .sends(
            "/session-plans",
            Fields(
                {{"areas", text_of(school.friendships)},
                 {"title", "The island we share"},
                 {"minutes", "40"},
                 {"steps", "Draw an island."}}
            )
        );
    auto const terms = Fields({{"name", "Autumn"}, {"starts", "2026-09-02"}, {"ends", "2026-12-18"}});
    as(school.administrator).opens("/school/terms/new").sends("/school/terms", terms);
    // After its referral somebody sees more.
    now += 5 * minutes;
    later_concern_ = raises_a_concern(referred);
}

void BusySchool::files_are_uploaded() {
    auto& administrator = as(school.administrator).browser();
    // Samuel may be Sam, which somebody is to say; Nora is new.
    for (auto const* child : {"Samuel,Okafor,14/03/2017,4B", "Nora,New,23/02/2017,4B"}) {
        administrator.open("/school/imports")
            .upload(
                "/school/imports",
                "file",
                "Forename,Surname,Date of birth,Class\n" + std::string(child) + "\n"
            );
        auto const columns = administrator.path();
        as(school.administrator).opens(columns).sends(columns);
    }
    as(school.administrator)
        .opens("/school/people/new")
        .sends("/school/people", Fields{{{"name", "Nell Fox"}, {"address", "nell@alder.example"}}});
    invited_ = administrator.path();
    auto const head = "/school/people/" + text_of(school.headteacher.staff);
    as(school.administrator)
        .opens(head + "/training/new")
        .sends(
            head + "/training",
            Fields(
                {{"kind", "safeguarding"},
                 {"name", "Procedure"},
                 {"held_on", "2026-05-01"},
                 {"expires_on", "2027-05-01"}}
            )
        );
    auto const father = "/pupils/" + text_of(amira.id) + "/contacts/" + text_of(amira.father);
    as(school.administrator).opens(father).sends(father, Fields{{{"address", "elsewhere@alder.example"}}});
    for (auto const* role : {"nurture_assistant", "safeguarding_lead"})
        as(school.administrator)
            .opens(invited_ + "/roles/new")
            .sends(invited_ + "/roles", Fields{{{"role", role}, {"starts_on", calendar::iso(today())}}});
    administrator.open(invited_);
    administrator.submit(invited_ + "/invitation", {});
}

// One is being prepared, one waits for its signature and one for whoever asked. Of Grace nothing changes
// meanwhile.
void BusySchool::somebody_asks_for_what_is_held() {
    Fields const asked(
        {{"whom", "child"},
         {"asked_by", "Ms Okafor"},
         {"asked_as", "parent"},
         {"kind", "all_that_is_held"},
         {"identity_check", "Known to the office"}}
    );
    auto const written_down = [&](Child const& child) {
        auto const about = story_of(child) + "/data-requests";
        as(senco).opens(about).sends(about, asked);
        return as(senco).browser().path();
    };
    auto const to_sign = written_down(grace);
    as(senco).sends(to_sign + "/preparation", Fields{{{"read", "yes"}}});
    auto const to_give_out = written_down(grace);
    as(senco).sends(to_give_out + "/preparation", Fields{{{"read", "yes"}}});
    as(school.headteacher).opens(to_give_out).sends(to_give_out + "/signature");
    auto const to_prepare = written_down(sam);
    std::string line;
    for (auto const& link : links_in(as(senco).browser().body()))
        if (link.starts_with(to_prepare + "/lines/")) line = link;
    as(senco).opens(line).sends(line, Fields{{{"decision", "withheld"}, {"reason", "anothers_data"}}});
    auto const retention = story_of(tom) + "/retention";
    as(senco).opens(retention).sends(retention + "/holds", Fields{{{"reason", "A complaint"}}});
}

// One pack is on its way, another is still to be looked through.
void BusySchool::it_is_sent_to_the_next_school() {
    auto const moving = case_of(sam) + "/moving";
    Fields const to_elm(
        {{"next_school", "Elm Primary"},
         {"senco_name", "Mrs Ward"},
         {"address", "ward@elm.example"},
         {"why", "So that support goes on"}}
    );
    as(senco).opens(moving).sends(moving, to_elm);
    as(senco).browser().submit(as(senco).path() + "/sending", {});
    as(senco).opens(moving).sends(moving);
}

// Sam was rated by the class teacher; the SENCo has not agreed to it yet.
void BusySchool::children_are_rated() {
    std::string const frame = "/school/instrument-frames/wellbeing";
    as(senco).opens(frame).sends(frame);
    auto const assessing = case_of(sam) + "/assessing/" + id_in(as(senco).browser().path());
    as(school.teacher_of_4b)
        .opens(assessing)
        .sends(assessing, Fields({{"score-wellbeing", "3"}, {"score-involvement", "2"}}));
}

}  // namespace journeys
