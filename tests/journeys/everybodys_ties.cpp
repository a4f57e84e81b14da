#include "journeys/everybodys_ties.hpp"

#include <algorithm>

namespace journeys {
namespace {

using visits::Role;

std::string text_of(auto const& id) { return std::string(id.text()); }

// Whoever has to prove who they are first was not answered yet.
bool leads_to_a_proof(http::Response const& response) {
    return std::ranges::any_of(response.headers, [](auto const& header) {
        return header.first == "Location" && std::string_view(header.second).starts_with("/prove");
    });
}

}  // namespace

EverybodysTies::EverybodysTies() {
    notes_what_was_before();
    support_begins_again();
    the_programme_changes_hands();
    the_child_confides_in_who_delivers_it();
    somebody_raises_a_concern();
    words_open_it();
    the_office_changes_things();
    another_programme_is_to_start();
    the_child_may_move();
    its_end_is_signed_for();
    more_is_held();
    looks_around();
    notes_what_is_held();
    notes_who_has_part_in_it();
}

std::vector<Relation> EverybodysTies::relations() const {
    std::vector<Relation> relations{
        {"another class teacher", &other_teacher_, Role::class_teacher, {}},
        {"another Nurture Assistant", &other_assistant_, Role::nurture_assistant, {}},
        {"other support staff", &school.support_staff, Role::support_staff, {}},
        {"class teacher, and the child's family",
         &family_,
         Role::class_teacher,
         {.teaches = true, .family = true}},
        {"Nurture Assistant, and the child's family",
         &family_assistant_,
         Role::nurture_assistant,
         {.family = true}},
        {"headteacher, and the child's family", &family_head_, Role::headteacher, {.family = true}},
        {"governor", &school.governor, Role::governor, {}},
        {"administrator", &school.administrator, Role::administrator, {}},
        {"raised a concern", &raised_, Role::support_staff, {.raised = true}},
        {"safeguarding lead", &school.safeguarding_lead, Role::safeguarding_lead, {}},
        {"headteacher", &other_head_, Role::headteacher, {}},
        {"named by the SENCo", &named_, Role::support_staff, {.named = true}},
        {"agreed on by the child", &agreed_, Role::support_staff, {.agreed = true}},
        {"overrides for safeguarding", &overrides_, Role::safeguarding_lead, {.overrides = true}},
        {"headteacher, with a reason", &school.headteacher, Role::headteacher, {.opened = true}},
        {"stands in for one session", &stands_in_, Role::nurture_assistant, {.stands_in = true}},
        {"delivered it before",
         &nurture_assistant,
         Role::nurture_assistant,
         {.delivered = true, .keeps_in_touch = true}},
        {"delivers it", &school.second_nurture_assistant, Role::nurture_assistant, {.delivers = true}},
        {"class teacher, who raised a concern too",
         &teacher_,
         Role::class_teacher,
         {.teaches = true, .raised = true}},
        {"SENCo", &senco, Role::senco, {}}};
    for (auto& relation : relations) {
        relation.stands.hold(relation.role);
        relation.there = relation.stands;
    }
    return relations;
}

std::vector<std::string> EverybodysTies::addresses_of(Route const& route, Of of) const {
    return addresses(route.path, of == Of::case_before ? before_ : today_);
}

Relation EverybodysTies::at(std::string const& address, Relation relation) const {
    auto const names = [&](std::string const& id) { return address.find(id) != address.npos; };
    auto const staff = text_of(relation.person->staff);
    auto const has_part = [&](std::map<std::string, StaffIds> const& all) {
        for (auto const& [id, people] : all)
            if (names(id)) return std::ranges::find(people, staff) != people.end();
        return true;
    };
    auto& there = relation.there;
    there.raised = there.raised && has_part(wrote_);
    there.delivered = there.delivered && has_part(held_);
    there.stands_in = there.stands_in && has_part(stood_in_);
    for (auto const& [session, people] : held_)
        if (names(session) && !people.empty())
            there.delivers = there.delivers && std::ranges::find(people, staff) != people.end();
    for (auto const& request : not_prepared_)
        if (names(request)) relation.to_be_signed = false;
    return relation;
}

bool EverybodysTies::next_concern_was_open_to(Person const& person) const {
    return next_concern_open_to_.contains(person.token);
}

bool EverybodysTies::is_open(Route const& route, std::string const& address, Person const& person) {
    EXPECT_EQ(address.find("00000000-0000-4000"), std::string::npos) << "nothing is held for " << route.path;
    int status = 0;
    if (route.method == "GET") {
        auto const answer = as(person).browser().get(address);
        status = answer.status;
        EXPECT_FALSE(leads_to_a_proof(answer)) << address;
    } else {
        status = as(person).forces(address, Fields{{{"case", today_.at("case").front()}}});
        EXPECT_FALSE(as(person).path().starts_with("/prove")) << address;
    }
    EXPECT_TRUE(status == 200 || status == 303 || status == 404 || status == 410 || status == 422)
        << status << ' ' << address;
    return status != 404 && status != 410;
}

Person EverybodysTies::somebody(std::string const& name, Role role, std::optional<visits::ClassId> class_id) {
    auto& db = database.connection();
    db::Transaction transaction(db, db::Mode::write);
    db.enter(school.school);
    auto person = role == Role::nurture_assistant ? school.add_nurture_assistant(name)
                                                  : school.add_person(name, role, class_id);
    transaction.commit();
    return person;
}

// The child's first case went all its way, and another programme is to follow. Once there is a case again,
// nothing leads to the next concern any more.
void EverybodysTies::notes_what_was_before() {
    before_["case"] = {id_in(case_of(child_))};
    before_["place"] = {id_in(place_of(child_))};
    for (auto const& relation : relations())
        if (as(*relation.person).opens("/").browser().get(case_of(child_) + "/next-concern").status == 200)
            next_concern_open_to_.insert(relation.person->token);
}

void EverybodysTies::support_begins_again() {
    programme_ = runs({child_, another_child("Yan"), another_child("Xia")});
    holds_session(programme_, 1);
    evaluates(programme_, 1, child_, Fields{{{"confidence", "She misses her granny"}}});
    auto const messages = case_of(child_) + "/parent-messages";
    as(nurture_assistant)
        .opens(messages)
        .sends(messages, Fields{{{"contact", text_of(child_.mother)}, {"words", "She asked two to play."}}});
}

// After which one question is asked by who delivers it now, and answered, and one waits.
void EverybodysTies::the_programme_changes_hands() {
    on(today() + 1);
    auto const delivery = programme_ + "/delivery";
    as(senco).opens(delivery).sends(
        delivery,
        Fields(
            {{"deliverer", text_of(school.second_nurture_assistant.staff)},
             {"from_on", calendar::iso(today())},
             {"reason", "Joan moves to mornings"},
             {"all_the_same", "yes"}}
        )
    );
    auto const session = session_of(programme_, 3);
    sessions_ = {id_in(session_of(programme_, 1)), id_in(session)};
    auto& deliverer = as(school.second_nurture_assistant);
    deliverer.opens(session).sends(session + "/stand-in", Fields{{{"stand_in", text_of(stands_in_.staff)}}});
    auto const questions = case_of(child_) + "/questions";
    deliverer.opens(questions).sends(questions, Fields{{{"words", "Any friends?"}}});
    auto const asked =
        "/questions/" +
        all("SELECT id FROM question WHERE school_id = $1 AND case_id = $2", id_in(case_of(child_))).front();
    as(teacher_).opens(asked).sends(asked, Fields{{{"answer", "Two, since Monday"}}});
    deliverer.opens(questions).sends(questions, Fields{{{"words", "How are playtimes?"}}});
}

void EverybodysTies::the_child_confides_in_who_delivers_it() {
    on(day_of_session(programme_, 2));
    auto& deliverer = as(school.second_nurture_assistant);
    auto const session = session_of(programme_, 2);
    deliverer.opens(session).sends(session + "/delivery", Fields{{{"everyone", "here"}}});
    auto const card = card_of(programme_, 2, child_);
    auto filled = rated(deliverer.opens(card).form(card), "5");
    filled.add("confidence", "She likes the new room");
    deliverer.sends(card, filled);
    on(today() + 1);
}

void EverybodysTies::somebody_raises_a_concern() {
    auto const raising = story_of(child_) + "/concerns";
    as(raised_)
        .opens(raising + "/new")
        .sends(
            raising,
            Fields(
                {{"seen", "Cries at lunch"},
                 {"areas", text_of(school.friendships)},
                 {"parents_spoken_to", "yes"},
                 {"source", "staff"}}
            )
        );
}

void EverybodysTies::words_open_it() {
    auto const sharing = case_of(child_) + "/sharing";
    Fields doors{
        {{"understands", "yes"},
         {"why_judged", "Said what an open door means"},
         {"another", text_of(agreed_.staff)},
         {"another_all", "no"}}};
    for (std::string const role : {"class_teacher", "senco", "headteacher"})
        for (std::string const zone : {"progress-", "confidence-"})
            doors.add(zone + role, zone == "progress-" ? "yes" : "no");
    as(senco).opens(sharing + "/asking").sends(sharing + "/asking", doors);
    as(senco).opens(sharing).sends(
        sharing + "/shares",
        Fields(
            {{"staff", text_of(named_.staff)},
             {"share_reason", "Sits beside her at lunch"},
             {"until_on", calendar::iso(today() + 7)}}
        )
    );
    auto const work = story_of(child_) + "/contacts/" + text_of(child_.mother) + "/work";
    as(school.administrator).opens(work).sends(work, Fields{{{"staff", text_of(family_.staff)}}});
    for (auto const* person : {&family_head_, &family_assistant_}) is_family(*person);
    the_headteacher_opens(child_);
    auto const override_ = story_of(child_) + "/override";
    as(overrides_)
        .opens(override_)
        .sends(
            override_,
            Fields(
                {{"reason", "A disclosure this morning"},
                 {"recipient", "The duty social worker"},
                 {"child_told", "yes"},
                 {"about_the_child", "I told her myself"},
                 {"parent_told", "no"},
                 {"about_the_parent", "It is not safe yet"}}
            )
        );
}

// As somebody whom the child has beside the parents, so that no letter and no answer waits for them.
void EverybodysTies::is_family(Person const& person) {
    auto& db = database.connection();
    db::Transaction transaction(db, db::Mode::write);
    db.enter(school.school);
    auto const contact = Id<struct ContactTag>::make(Instant{now.load()});
    db.run(
        "INSERT INTO contact (school_id, id, name, address) VALUES ($1, $2, $3, '')",
        school.school,
        contact,
        person.name
    );
    db.run(
        R"(INSERT INTO pupil_contact (school_id, pupil_id, contact_id, relationship, is_parent, responsibility,
                                      lives_with)
           VALUES ($1, $2, $3, 'Relative', 0, 0, 0))",
        school.school,
        child_.id,
        contact
    );
    db.run(
        "INSERT INTO contact_at_work (school_id, contact_id, staff_id) VALUES ($1, $2, $3)",
        school.school,
        contact,
        person.staff
    );
    transaction.commit();
}

// A parent's new address, a pointer, a hold, and a second record of the child that goes into this one.
void EverybodysTies::the_office_changes_things() {
    auto const father = story_of(child_) + "/contacts/" + text_of(child_.father);
    as(school.administrator).opens(father).sends(father, Fields{{{"address", "moved@alder.example"}}});
    auto const pointers = story_of(child_) + "/safeguarding";
    as(teacher_).opens(pointers).sends(pointers, Fields{{{"reference", "20418"}}});
    auto const beside = story_of(child_) + "/merging/" + text_of(another_child("Closed").id);
    as(senco).opens(beside).sends(beside);
    auto const retention = story_of(child_) + "/retention";
    as(senco).opens(retention).sends(retention + "/holds", Fields{{{"reason", "A complaint"}}});
}

// Which nobody has a place in, so that it can be begun on another day or taken away.
void EverybodysTies::another_programme_is_to_start() {
    as(senco)
        .opens("/programmes/new")
        .sends(
            "/programmes",
            Fields(
                {{"name", "Listening group"},
                 {"form", "group"},
                 {"places", "6"},
                 {"deliverer", text_of(school.second_nurture_assistant.staff)},
                 {"room", text_of(school.room)},
                 {"starts_on", calendar::iso(today())},
                 {"starts_at_time", "11:30"},
                 {"weeks", "2"},
                 {"reason", "The term ends"},
                 {"all_the_same", "yes"}}
            )
        );
    another_programme_ = as(senco).path();
}

// Years before its time, which no page would do: three signatures, so that each of three people can take one
// back.
void EverybodysTies::its_end_is_signed_for() {
    auto& db = database.connection();
    db::Transaction transaction(db, db::Mode::write);
    db.enter(school.school);
    for (std::string const category : {"special_needs", "nurture", "not_taken_up"})
        db.run(
            R"(INSERT INTO erasure (school_id, id, pupil_id, pupil_digest, category, due_on, first_by, first_at)
               VALUES ($1, $2, $3, 'of a child', $4, '2042-03-14', $5, $6))",
            school.school,
            Id<struct ErasureTag>::make(Instant{now.load()}),
            child_.id,
            category,
            school.untrained.staff,
            Instant{now.load()}
        );
    transaction.commit();
}

std::string EverybodysTies::somebody_asks_for_what_is_held(std::string const& as_whom) {
    auto const requests = story_of(child_) + "/data-requests";
    as(senco).opens(requests).sends(
        requests,
        Fields(
            {{"whom", "child"},
             {"asked_by", "Ms Wood"},
             {"asked_as", as_whom},
             {"kind", "all_that_is_held"},
             {"identity_check", "Known to the office"}}
        )
    );
    auto path = as(senco).browser().path();
    requests_.push_back(id_in(path));
    return path;
}

// Nothing has gone yet.
void EverybodysTies::the_child_may_move() {
    auto const moving = case_of(child_) + "/moving";
    as(senco).opens(moving).sends(
        moving,
        Fields(
            {{"next_school", "Elm Primary"},
             {"senco_name", "Mrs Ward"},
             {"address", "ward@elm.example"},
             {"why", "So that support goes on"}}
        )
    );
}

// One request is being prepared, one waits for its signature, one was signed and one is the child's own; of
// the child nothing changes afterwards.
void EverybodysTies::more_is_held() {
    auto const a_line_of = [&](std::string const& request) {
        std::string line;
        for (auto const& link : links_in(as(senco).browser().body()))
            if (link.starts_with(request + "/lines/")) line = link;
        return line;
    };
    auto const to_prepare = somebody_asks_for_what_is_held("parent");
    auto const line = a_line_of(to_prepare);
    as(senco).opens(line).sends(line, Fields{{{"decision", "withheld"}, {"reason", "anothers_data"}}});
    auto const to_sign = somebody_asks_for_what_is_held("parent");
    today_["line"] = {id_in(line), id_in(a_line_of(to_sign))};  // a line has another id in each request
    as(senco).sends(to_sign + "/preparation", Fields{{{"read", "yes"}}});
    auto const to_give_out = somebody_asks_for_what_is_held("parent");
    as(senco).sends(to_give_out + "/preparation", Fields{{{"read", "yes"}}});
    as(school.headteacher).opens(to_give_out).sends(to_give_out + "/signature");
    somebody_asks_for_what_is_held("themselves");
}

std::vector<std::string> EverybodysTies::all(db::Sql of_the_case, std::string const& id) {
    auto& db = database.connection();
    db::Transaction const transaction(db, db::Mode::read);
    db.enter(school.school);
    return db.all<std::string>(of_the_case, school.school, id);
}

void EverybodysTies::notes_what_is_held() {
    auto const pupil = text_of(child_.id);
    auto const the_case = id_in(case_of(child_));
    auto const place = id_in(place_of(child_));
    today_["pupil"] = {pupil};
    today_["case"] = {the_case};
    today_["place"] = {place};
    today_["other"] = {text_of(amira.id)};
    today_["contact"] = {text_of(child_.mother)};
    today_["class"] = {text_of(school.class_4b)};
    today_["programme"] = {id_in(programme_), id_in(another_programme_)};
    today_["session"] = sessions_;
    today_["request"] = requests_;
    today_["target"] = all("SELECT id FROM target WHERE school_id = $1 AND place_id = $2", place);
    today_["concern"] = all("SELECT id FROM concern WHERE school_id = $1 AND case_id = $2", the_case);
    today_["question"] = all("SELECT id FROM question WHERE school_id = $1 AND case_id = $2", the_case);
    today_["message"] = all("SELECT id FROM parent_message WHERE school_id = $1 AND case_id = $2", the_case);
    today_["letter"] = all("SELECT id FROM letter WHERE school_id = $1 AND case_id = $2", the_case);
    today_["pack"] = all("SELECT id FROM moving_pack WHERE school_id = $1 AND case_id = $2", the_case);
    today_["share"] = all("SELECT id FROM named_share WHERE school_id = $1 AND case_id = $2", the_case);
    today_["override"] =
        all("SELECT id FROM override WHERE school_id = $1 AND staff_id = $2", text_of(overrides_.staff));
    today_["pointer"] =
        all("SELECT id FROM safeguarding_pointer WHERE school_id = $1 AND pupil_id = $2", pupil);
    today_["hold"] = all("SELECT id FROM retention_hold WHERE school_id = $1 AND pupil_id = $2", pupil);
    today_["erasure"] = all("SELECT id FROM erasure WHERE school_id = $1 AND pupil_id = $2", pupil);
    today_["merging"] = all("SELECT id FROM merging WHERE school_id = $1 AND stays_id = $2", pupil);
    today_["change"] =
        all("SELECT id FROM address_change WHERE school_id = $1 AND contact_id = $2", text_of(child_.father));
    for (auto const* of_the_school : {"import", "step", "date"}) today_[of_the_school] = named(of_the_school);
}

// Of what several are held, each has its own people.
void EverybodysTies::notes_who_has_part_in_it() {
    for (auto const& concern : today_.at("concern"))
        wrote_[concern] = all("SELECT written_by FROM concern WHERE school_id = $1 AND id = $2", concern);
    for (auto const& session : sessions_) {
        held_[session] = all(
            "SELECT deliverer_id FROM session WHERE school_id = $1 AND id = $2 AND deliverer_id IS NOT NULL",
            session
        );
        stood_in_[session] = all(
            "SELECT stand_in_id FROM session WHERE school_id = $1 AND id = $2 AND stand_in_id IS NOT NULL",
            session
        );
    }
    for (auto const& programme : today_.at("programme"))
        stood_in_[programme] = all(
            R"(SELECT stand_in_id FROM session
                WHERE school_id = $1 AND programme_id = $2 AND stand_in_id IS NOT NULL)",
            programme
        );
    for (auto const& request : requests_)
        for (auto const& id :
             all("SELECT id FROM data_request WHERE school_id = $1 AND id = $2 AND prepared_at IS NULL",
                 request))
            not_prepared_.insert(id);
}

}  // namespace journeys
