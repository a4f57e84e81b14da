#include "journeys/everybodys_ties.hpp"

#include <algorithm>

namespace journeys {
namespace {

using visits::Role;

constexpr auto missing = "She misses her granny";
constexpr auto liking = "She likes the new room";
constexpr auto kept = "The story was the best of it";
constexpr auto laughing = "Laughs at the rhymes now";
constexpr auto playing = "She asked two to play.";
constexpr auto answered = "Three, since Monday";
constexpr auto disclosed = "A disclosure this morning";

std::string text_of(auto const& id) { return std::string(id.text()); }

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
    the_child_is_rated();
    its_end_is_signed_for();
    more_is_held();
    looks_around();
    notes_what_is_held();
    notes_who_has_part_in_it();
}

std::vector<Tie> EverybodysTies::ties() const {
    return {
        {"is nothing more", &nobody_, {}},
        {"raised a concern", &raised_, {.raised = true}},
        {"was named by the SENCo", &named_, {.named = true}},
        {"was agreed on by the child", &agreed_, {.agreed = true}},
        {"was agreed on by the child, for what was said too",
         &agreed_all_,
         {.agreed = true, .agreed_all = true}},
        {"opened it as the headteacher, with a reason", &school.headteacher, {.opened = true}},
        {"answered for safeguarding when it was overridden", &school.safeguarding_lead, {}, true},
        {"overrides for safeguarding", &overrides_, {.overrides = true}},
        {"stands in for one session", &stands_in_, {.stands_in = true}},
        {"keeps in touch after the case before", &nurture_assistant, {.keeps_in_touch = true}},
        {"delivered it before", &delivered_, {.delivered = true}},
        {"delivers it", &school.second_nurture_assistant, {.delivers = true}},
        {"is the child's family", &family_, {.family = true}},
        {"is the child's family, raised a concern, was named by the SENCo and overrides",
         &family_and_more_,
         {.raised = true, .named = true, .overrides = true, .family = true}}};
}

std::vector<WordsOfAChild> EverybodysTies::words() const {
    using Are = WordsOfAChild::Are;
    return {
        {missing, Are::confided, &delivered_},
        {liking, Are::confided, &school.second_nurture_assistant},
        {kept, Are::kept, &school.second_nurture_assistant},
        {laughing, Are::how_it_goes},
        {playing, Are::how_it_goes},
        {answered, Are::how_it_goes},
        {disclosed, Are::why_it_was_overridden}};
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
    there.delivers = there.delivers && has_part(held_) && has_part(runs_);
    there.takes_over = there.takes_over && has_part(held_) && has_part(runs_);
    there.stands_in = there.stands_in && has_part(stood_in_);
    for (auto const& request : not_prepared_)
        if (names(request)) relation.to_be_signed = false;
    return relation;
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
// nothing leads to the next concern any more, and whoever delivered the one before holds no check-ins.
void EverybodysTies::notes_what_was_before() {
    before_["case"] = {id_in(case_of(child_))};
    before_["place"] = {id_in(place_of(child_))};
    auto const all = whatever_somebody_can_be(school, today());
    on(calendar::iso(today()));  // who came meanwhile signs in
    auto& db = database.connection();
    for (auto const* person : {&nobody_, &nurture_assistant}) {
        for (auto const& held : all) {
            becomes(db, school, *person, held);
            for (auto const& said : routes_between_cases())
                asked_.push_back({&said, held, person, is_open_between_cases(*person, said)});
        }
    }
    becomes(db, school, nurture_assistant, {"Nurture Assistant", {{Role::nurture_assistant}}});
}

// A form that is sent empty comes back.
bool EverybodysTies::is_open_between_cases(Person const& person, RouteOfAChild const& said) {
    auto const address = addresses(said.path, before_).front();
    if (said.method == "GET") return as(person).browser().get(address).status == 200;
    return as(person).forces(address) == 422;
}

// Who delivered the case before holds none of its sessions, so that they have no more part in it than that.
void EverybodysTies::support_begins_again() {
    programme_ = runs({child_, another_child("Yan"), another_child("Xia")});
    goes_to(programme_, delivered_, today());
    holds_and_writes_up(delivered_, 1, Fields{{{"confidence", missing}, {"noticed", laughing}}});
    auto const messages = case_of(child_) + "/parent-messages";
    as(delivered_)
        .opens(messages)
        .sends(messages, Fields{{{"contact", text_of(child_.mother)}, {"words", playing}}});
}

// After which one question is asked by who delivers it now, and answered, and one waits.
void EverybodysTies::the_programme_changes_hands() {
    on(today() + 1);
    goes_to(programme_, school.second_nurture_assistant, today());
    auto const session = session_of(programme_, 3);
    sessions_ = {id_in(session_of(programme_, 1)), id_in(session)};
    auto& deliverer = as(school.second_nurture_assistant);
    deliverer.opens(session).sends(session + "/stand-in", Fields{{{"stand_in", text_of(stands_in_.staff)}}});
    auto const questions = case_of(child_) + "/questions";
    deliverer.opens(questions).sends(questions, Fields{{{"words", "Any friends?"}}});
    auto const asked =
        "/questions/" +
        all("SELECT id FROM question WHERE school_id = $1 AND case_id = $2", id_in(case_of(child_))).front();
    as(teacher_).opens(asked).sends(asked, Fields{{{"answer", answered}}});
    deliverer.opens(questions).sends(questions, Fields{{{"words", "How are playtimes?"}}});
}

void EverybodysTies::goes_to(std::string const& programme, Person const& person, Date from_on) {
    auto const delivery = programme + "/delivery";
    as(senco).opens(delivery).sends(
        delivery,
        Fields(
            {{"deliverer", text_of(person.staff)},
             {"from_on", calendar::iso(from_on)},
             {"reason", "The other moves to mornings"},
             {"all_the_same", "yes"}}
        )
    );
}

void EverybodysTies::holds_and_writes_up(Person const& person, int number, Fields const& said) {
    auto& deliverer = as(person);
    auto const session = session_of(programme_, number);
    deliverer.opens(session).sends(session + "/delivery", Fields{{{"everyone", "here"}}});
    auto const card = card_of(programme_, number, child_);
    auto filled = rated(deliverer.opens(card).form(card), "5");
    for (auto const& [name, value] : said.entries()) filled.add(name, value);
    deliverer.sends(card, filled);
}

void EverybodysTies::the_child_confides_in_who_delivers_it() {
    on(day_of_session(programme_, 2));
    holds_and_writes_up(
        school.second_nurture_assistant,
        2,
        Fields{{{"confidence", liking}, {"own_words", kept}, {"may_see", "no"}}}
    );
    on(today() + 1);
}

void EverybodysTies::somebody_raises_a_concern() {
    raises_one(raised_);
    raises_one(family_and_more_);
}

void EverybodysTies::raises_one(Person const& person) {
    auto const raising = story_of(child_) + "/concerns";
    as(person)
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

// What the child says of whoever has a duty.
Fields EverybodysTies::doors(std::set<std::string> const& open) {
    Fields said{{{"understands", "yes"}, {"why_judged", "Said what an open door means"}}};
    for (std::string const role : {"class_teacher", "senco", "headteacher"})
        for (std::string const zone : {"progress-", "confidence-"})
            said.add(zone + role, open.contains(zone + role) ? "yes" : "no");
    return said;
}

// The SENCo's share is to its last day.
void EverybodysTies::words_open_it() {
    auto const sharing = case_of(child_) + "/sharing";
    auto said = doors({"progress-class_teacher", "progress-senco", "progress-headteacher"});
    said.add("another", text_of(agreed_.staff));
    said.add("another_all", "no");
    said.add("another2", text_of(agreed_all_.staff));
    said.add("another_all2", "yes");
    as(senco).opens(sharing + "/asking").sends(sharing + "/asking", said);
    for (auto const* person : {&named_, &family_and_more_})
        as(senco).opens(sharing).sends(
            sharing + "/shares",
            Fields(
                {{"staff", text_of(person->staff)},
                 {"share_reason", "Sits beside her at lunch"},
                 {"until_on", calendar::iso(today())}}
            )
        );
    the_headteacher_opens(child_);
    for (auto const* person : {&overrides_, &family_and_more_}) overrides_for_safeguarding(*person);
    are_family_too();
}

void EverybodysTies::overrides_for_safeguarding(Person const& person) {
    auto const override_ = story_of(child_) + "/override";
    as(person).opens(override_).sends(
        override_,
        Fields(
            {{"reason", disclosed},
             {"recipient", "The duty social worker"},
             {"child_told", "yes"},
             {"about_the_child", "I told her myself"},
             {"parent_told", "no"},
             {"about_the_parent", "It is not safe yet"}}
        )
    );
}

// Whatever else they are to the child.
void EverybodysTies::are_family_too() {
    auto const contacts = story_of(child_) + "/contacts/";
    auto const works_here = [&](ContactId const& contact, Person const& person) {
        auto const work = contacts + text_of(contact) + "/work";
        as(school.administrator).opens(work).sends(work, Fields{{{"staff", text_of(person.staff)}}});
    };
    works_here(child_.mother, family_);
    works_here(child_.father, family_and_more_);
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
    database.change([&](db::Connection& db) {
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
    });
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

// By the class teacher, and nobody has agreed to it.
void EverybodysTies::the_child_is_rated() {
    std::string const frame = "/school/instrument-frames/wellbeing";
    as(senco).opens(frame).sends(frame);
    auto const assessing = case_of(child_) + "/assessing/" + id_in(as(senco).browser().path());
    as(school.teacher_of_4b)
        .opens(assessing)
        .sends(assessing, Fields({{"score-wellbeing", "3"}, {"score-involvement", "2"}}));
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
    today_["assessment"] = all("SELECT id FROM assessment WHERE school_id = $1 AND case_id = $2", the_case);
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
    for (auto const* of_the_school : {"import", "instrument", "step", "date"})
        today_[of_the_school] = named(of_the_school);
}

// Of what several are held, each has its own people.
void EverybodysTies::notes_who_has_part_in_it() {
    for (auto const& concern : today_.at("concern"))
        wrote_[concern] = all("SELECT written_by FROM concern WHERE school_id = $1 AND id = $2", concern);
    for (auto const& session : sessions_) {
        held_[session] = all(
            R"(SELECT coalesce(s.deliverer_id, g.deliverer_id)
                 FROM session s
                 JOIN programme g ON g.school_id = s.school_id AND g.id = s.programme_id
                WHERE s.school_id = $1 AND s.id = $2)",
            session
        );
        stood_in_[session] = all(
            "SELECT stand_in_id FROM session WHERE school_id = $1 AND id = $2 AND stand_in_id IS NOT NULL",
            session
        );
    }
    for (auto const& programme : today_.at("programme")) {
        runs_[programme] =
            all("SELECT deliverer_id FROM programme WHERE school_id = $1 AND id = $2", programme);
        stood_in_[programme] = all(
            R"(SELECT stand_in_id FROM session
                WHERE school_id = $1 AND programme_id = $2 AND stand_in_id IS NOT NULL)",
            programme
        );
    }
    for (auto const& request : requests_)
        for (auto const& id :
             all("SELECT id FROM data_request WHERE school_id = $1 AND id = $2 AND prepared_at IS NULL",
                 request))
            not_prepared_.insert(id);
}

}  // namespace journeys
