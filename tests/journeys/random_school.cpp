#include "journeys/random_school.hpp"

#include <algorithm>

#include "pupils/class_store.hpp"

namespace journeys {
namespace {

std::string text_of(auto const& id) { return std::string(id.text()); }

}  // namespace

RandomSchool::RandomSchool(unsigned seed) : dice_(seed) {
    duties_ = {
        .senco = senco.token,
        .headteacher = school.headteacher.token,
        .safeguarding_leads = {school.safeguarding_lead.token, both_.token}};
}

Person RandomSchool::comes_with_two_roles() {
    auto& db = database.connection();
    db::Transaction transaction(db, db::Mode::write);
    db.enter(school.school);
    auto person = school.add_person("Tess Two", visits::Role::class_teacher, school.class_5a);
    db.run(
        R"(INSERT INTO role_held (school_id, id, staff_id, role, starts_on)
           VALUES ($1, $2, $3, 'safeguarding_lead', '2025-09-01'))",
        school.school,
        Id<struct RoleTag>::make(moment()),
        person.staff
    );
    transaction.commit();
    return person;
}

Child RandomSchool::comes(std::string const& forename) {
    auto const& in_class = dice_.one_in(2) ? school.class_4b : school.class_5a;
    std::optional<Child> child;
    database.change([&](db::Connection& db) {
        db.enter(school.school);
        child = school.add_child(forename, "Wood", in_class);
    });
    return std::move(*child);
}

void RandomSchool::children_come() {
    before_ = told_of_all();
    known_.clear();
    auto day = today() + 1;
    while (calendar::monday_of(day) + 4 < day) day = day + 1;
    on(calendar::iso(day), "10:00");
    first_day_ = day;
    std::vector<Child> children;
    auto const count = 2 + dice_.below(3);
    for (std::size_t number = 0; number < count; ++number) {
        auto const forename = word("Zeb");
        children.push_back(comes(forename));
        known_.push_back({.child = children.back(), .forename = forename, .told = {}});
    }
    programme_ = runs(children);
    auto const& holder = dice_.one_in(2) ? nurture_assistant : school.second_nurture_assistant;
    for (auto& one : known_) {
        one.noticed = word("Pemberwick");
        one.confided = word("Cobblestane");
        one.at_the_end = word("Marrowby");
        one.lets_helpers_see = dice_.one_in(2);
        one.place = id_in(place_of(one.child));
        one.told.deliverer = nurture_assistant.token;
        one.told.held_by = holder.token;
        one.parents = {
            {.contact = one.child.mother, .agrees = true, .agreed_on = today()},
            {.contact = one.child.father}};
    }
    if (holder.token != nurture_assistant.token) hands_over_to(holder, today());
    auto const session = session_of(programme_, 1);
    as(holder).opens(session).sends(session + "/delivery", Fields{{{"everyone", "here"}}});
    for (auto const& one : known_) {
        auto const card = card_of(programme_, 1, one.child);
        auto filled = rated(as(holder).opens(card).form(card), "5");
        filled.add("noticed", one.noticed);
        filled.add("confidence", one.confided);
        filled.add("own_words", one.at_the_end);
        filled.add("may_see", one.lets_helpers_see ? "yes" : "no");
        as(holder).sends(card, filled);
    }
    auto const forename = word("Zeb");
    known_.push_back(
        {.child = comes(forename), .forename = forename, .noticed = word("Thistledown"), .told = {}}
    );
    raises_a_concern(known_.back().child, Fields{{{"seen", known_.back().noticed}}});
    for (auto& one : known_) {
        one.the_case = id_in(case_of(one.child));
        one.told.raised = teacher_of(one.child).token;
        one.told.teachers = teachers_of(one.child.class_id == school.class_4b);
    }
    first_session_ = id_in(session);
    second_session_ = id_in(session_of(programme_, 2));
    looks_around();
}

void RandomSchool::something_happens() {
    auto& one = known_[dice_.below(known_.size())];
    switch (dice_.below(26)) {
        case 0:
        case 1: return says(one);
        case 2: return weighs_the_headteachers_objection(one);
        case 3: return shares(one);
        case 4: return headteacher_opens(one);
        case 5:
        case 6: return overrides(one);
        case 7: return moves_class(one);
        case 8: return is_family(one);
        case 9: return is_held(one);
        case 10: return closes(one);
        case 11: return hands_over();
        case 12: return stands_in();
        case 13: return writes_again(one);
        case 14:
        case 15: return a_parent_answers(one);
        case 16: return decides_over_parents(one);
        case 17:
        case 18: return becomes_one_or_two(one);
        case 19: return leaves_or_comes_back(one);
        case 20: return says_what_the_next_school_may_know(one);
        case 21: return is_written_to_the_next_school(one);
        case 22: return is_taken_back(one);
        case 23: return meets(one);
        default: return time_passes();
    }
}

void RandomSchool::happens_once() {
    auto& one = known_.front();
    is_overridden(one, school.safeguarding_lead);
    writes_again(one);
    answers(one, one.parents.back(), "refused");
    decides_over_parents(one);
    meets(one);
    is_written_to_the_next_school(one);
    is_entered_again(one);
    becomes_one(one);
    becomes_two(one);
    leaves_or_comes_back(one);
}

People RandomSchool::everybody() const {
    auto people = everyone();
    people.push_back(&school.teacher_of_5a);
    people.push_back(&school.second_nurture_assistant);
    people.push_back(&both_);
    return people;
}

visits::Role RandomSchool::first_role_of(Person const& person) const {
    return person.token == both_.token ? visits::Role::class_teacher : role_of(person);
}

Near RandomSchool::near(Known const& one, Person const& person) const {
    return nearness(duties_, person.token, one.told_of_child(), moment());
}

std::vector<Told> RandomSchool::told_of_all() const {
    auto all = before_;
    for (auto const& one : known_) {
        all.push_back(one.told_of_child());
        if (one.again && !one.again->is_one) all.push_back(one.again->told);
    }
    return all;
}

std::set<std::string> RandomSchool::teachers_of(bool in_class_4b) const {
    if (in_class_4b) return {school.teacher_of_4b.token};
    return {school.teacher_of_5a.token, both_.token};
}

Person const& RandomSchool::person_of(std::string const& token) const {
    auto const people = everybody();
    return **std::ranges::find_if(people, [&](auto const* person) { return person->token == token; });
}

Person const* RandomSchool::named(std::string const& staff) const {
    for (auto const* person : everybody())
        if (text_of(person->staff) == staff) return person;
    return nullptr;
}

Person const& RandomSchool::another_assistant(std::string const& token) const {
    return token == nurture_assistant.token ? school.second_nurture_assistant : nurture_assistant;
}

void RandomSchool::headteacher_opens(Known& one) {
    if (near(one, school.headteacher) != Near::headline || one.told.closed_to_headteacher) return;
    the_headteacher_opens(one.child);
    one.told.opened_by_headteacher = moment() + 12 * hours;
}

Told::Override RandomSchool::overrides_with(
    Person const& person, std::string const& story, std::set<std::string> const& family
) {
    Told::Override const said{
        .by = person.token,
        .told = told_of_an_override(duties_, person.token, family),
        .why = word("Wintergrove"),
        .recipient = word("Hazelmere")};
    auto const path = story + "/override";
    as(person).opens(path).sends(
        path,
        Fields(
            {{"reason", said.why},
             {"recipient", said.recipient},
             {"child_told", "yes"},
             {"about_the_child", "I told the child myself"},
             {"parent_told", "no"},
             {"about_the_parent", "It is not safe yet"}}
        )
    );
    return said;
}

void RandomSchool::is_overridden(Known& one, Person const& person) {
    one.told.overrides.push_back(overrides_with(person, story_of(one.child), one.told_of_child().family));
    one.told.overridden[person.token] = moment() + 3 * hours;
}

void RandomSchool::overrides(Known& one) {
    auto const people = everybody();
    auto const& person = *dice_.one_of(people);
    auto const path = story_of(one.child) + "/override";
    bool const opens_cases = visits::allows(first_role_of(person), visits::Permission::open_case);
    if (near(one, person) == Near::nothing || !opens_cases) {
        EXPECT_TRUE(as(person).finds_nothing_at(path)) << person.name;
        return;
    }
    is_overridden(one, person);
}

void RandomSchool::moves_class(Known& one) {
    if (one.has_left) return;
    bool const to_4b = !one.told.teachers.contains(school.teacher_of_4b.token);
    one.told.teachers = teachers_of(to_4b);
    database.change([&](db::Connection& db) {
        db.enter(school.school);
        pupils::class_store::join(
            db,
            school.school,
            *pupils::PupilId::parse(one.child.id.text()),
            to_4b ? school.class_4b : school.class_5a,
            today(),
            moment()
        );
    });
}

// The mother, where somebody of the staff is named.
void RandomSchool::works_here(Child const& child, std::string const& staff) {
    auto const contact = story_of(child) + "/contacts/" + text_of(child.mother) + "/work";
    as(school.administrator).opens(contact).sends(contact, Fields{{{"staff", staff}}});
}

// Who leads a referral or is asked about it at the meeting may be the child's family too.
void RandomSchool::is_family(Known& one) {
    bool const ends = !one.told.family.empty();
    People people{
        &school.teacher_of_4b, &school.headteacher, &school.support_staff, &school.safeguarding_lead, &both_};
    if (!one.runs()) people.insert(people.end(), {&senco, &nurture_assistant});
    auto const& person = *dice_.one_of(people);
    works_here(one.child, ends ? std::string() : text_of(person.staff));
    one.told.family.clear();
    if (!ends) one.told.family.insert(person.token);
}

void RandomSchool::holds(Child const& child) {
    auto const retention = story_of(child) + "/retention";
    as(senco).opens(retention).sends(retention + "/holds", Fields{{{"reason", "A complaint"}}});
}

void RandomSchool::is_held(Known& one) {
    if (near(one, senco) < Near::progress) return;
    holds(one.child);
    ++one.told.held;
}

// Seldom, since little happens to the child afterwards.
void RandomSchool::closes(Known& one) {
    if (one.told.case_closed || near(one, senco) < Near::progress || !dice_.one_in(3)) return;
    if (one.takes_part()) {
        auto const end = "/places/" + one.place + "/end";
        as(senco).opens(end).sends(
            end, Fields{{{"end_reason", "no_longer_needed"}, {"why", "All is well again"}}}
        );
    }
    auto const closing = "/cases/" + one.the_case + "/closing";
    as(senco).opens(closing).sends(closing, Fields{{{"reason", "All is well again"}}});
    one.told.case_closed = true;
    one.told.closed_to_headteacher = false;
}

void RandomSchool::hands_over_to(Person const& person, Date from_on) {
    auto const delivery = programme_ + "/delivery";
    as(senco).opens(delivery).sends(
        delivery,
        Fields(
            {{"deliverer", text_of(person.staff)},
             {"from_on", calendar::iso(from_on)},
             {"reason", "The other moves to mornings"},
             {"all_the_same", "yes"}}
        )
    );
    for (auto& one : known_) {
        if (!one.runs()) continue;
        one.told.deliverer = person.token;
        one.told.delivers_from = from_on;
        one.told.stands_in.reset();
    }
}

bool RandomSchool::somebody_runs() const {
    return std::ranges::any_of(known_, [](auto const& one) { return one.takes_part(); });
}

// From today or one of the next days, within the first week: then no session is left to who hands it over.
void RandomSchool::hands_over() {
    auto const& told = known_.front().told;
    auto const from_on = today() + static_cast<int>(dice_.below(4));
    bool const is_handed_over_already = told.delivers_from && *told.delivers_from > today();
    if (is_handed_over_already || !somebody_runs() || from_on > first_day_ + calendar::days_in_week) return;
    hands_over_to(another_assistant(told.deliverer), from_on);
}

void RandomSchool::stands_in() {
    auto const& told = known_.front().told;
    if (told.stands_in || !somebody_runs() || today() >= first_day_ + calendar::days_in_week) return;
    auto const& person = another_assistant(told.deliverer);
    auto const session = "/sessions/" + second_session_;
    as(senco).opens(session).sends(
        session + "/stand-in", Fields{{{"stand_in", text_of(person.staff)}, {"all_the_same", "yes"}}}
    );
    for (auto& one : known_)
        if (one.runs()) one.told.stands_in = person.token;
}

void RandomSchool::time_passes() {
    auto const later = moment() + static_cast<std::int64_t>(1 + dice_.below(5)) * hours;
    on(calendar::iso(calendar::local_date(later)), calendar::local_time(later));
}

}  // namespace journeys
