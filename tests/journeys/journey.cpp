#include "journeys/journey.hpp"

#include <algorithm>
#include <optional>

namespace journeys {
namespace {

std::string text_of(auto const& id) { return std::string(id.text()); }

bool is_a_scale(Control const& control) {
    return control.kind == Kind::chosen && std::ranges::find(control.values, "10") != control.values.end();
}

Fields together(Fields const& first, Fields const& more) {
    Fields all = more;
    for (auto const& [name, value] : first.entries())
        if (!more.has(name)) all.add(name, value);
    return all;
}

}  // namespace

std::string id_in(std::string_view path) {
    path = path.substr(0, path.find('?'));
    return std::string(path.substr(path.rfind('/') + 1));
}

Fields rated(Form const& form, std::string const& rating) {
    Fields fields;
    for (auto const& control : form.controls)
        if (is_a_scale(control)) fields.add(control.name, rating);
    return fields;
}

Journey::Journey() : own_(std::make_unique<support::TestDatabase>()), database(*own_), school(database) {}

Journey::Journey(support::TestDatabase& shared, SchoolId number, std::string const& mark)
    : mark_(mark), database(shared), school(shared, number, mark) {}

Somebody& Journey::as(Person const& person) {
    auto& somebody = people_[person.token];
    if (!somebody) {
        Browser browser(application);
        browser.keep_cookie(person.token);
        somebody = std::make_unique<Somebody>(person.name, std::move(browser), mark_);
    }
    return *somebody;
}

void Journey::on(std::string_view day, std::string_view time) {
    auto const moment = *calendar::instant_at(*calendar::parse_iso(day), time);
    now = moment.milliseconds;
    database.change([&](db::Connection& db) {
        db.run("UPDATE sign_in SET started_at = $1, seen_at = $1", moment);
    });
}

Person const& Journey::teacher_of(Child const& child) const {
    return child.class_id == school.class_4b ? school.teacher_of_4b : school.teacher_of_5a;
}

Child Journey::another_child(std::string const& forename) {
    std::optional<Child> child;
    database.change([&](db::Connection& db) {
        db.enter(school.school);
        child = school.add_child(forename, "Wood", school.class_4b);
    });
    return std::move(*child);
}

void Journey::has_no_e_mail(ContactId const& parent) {
    database.change([&](db::Connection& db) {
        db.enter(school.school);
        db.run("UPDATE contact SET address = '' WHERE school_id = $1 AND id = $2", school.school, parent);
    });
}

// Addresses

std::string Journey::story_of(Child const& child) const { return "/pupils/" + text_of(child.id); }

std::string Journey::case_of(Child const& child) {
    constexpr db::Sql sql = R"(
        SELECT id FROM nurture_case WHERE school_id = $1 AND pupil_id = $2 ORDER BY opened_at DESC, id DESC LIMIT 1)";
    return "/cases/" + stands<std::string>(sql, school.school, child.id);
}

std::string Journey::place_of(Child const& child) {
    constexpr db::Sql sql = R"(
        SELECT id FROM place WHERE school_id = $1 AND pupil_id = $2 ORDER BY allocated_at DESC, id DESC LIMIT 1)";
    return "/places/" + stands<std::string>(sql, school.school, child.id);
}

std::string Journey::session_of(std::string const& programme, int number) {
    constexpr db::Sql sql =
        "SELECT id FROM session WHERE school_id = $1 AND programme_id = $2 AND number = $3 AND rearranged = "
        "0";
    return "/sessions/" + stands<std::string>(sql, school.school, id_in(programme), std::int64_t{number});
}

std::string Journey::card_of(std::string const& programme, int number, Child const& child) {
    return session_of(programme, number) + "/evaluations/" + id_in(place_of(child));
}

std::string Journey::target_of(Child const& child) {
    constexpr db::Sql sql = "SELECT id FROM target WHERE school_id = $1 AND place_id = $2";
    return stands<std::string>(sql, school.school, id_in(place_of(child)));
}

Fields Journey::full_evaluation_of(Child const& child) {
    return Fields({{"attended", "yes"}, {"version", "0"}, {"rating-" + target_of(child), "5"}});
}

Date Journey::day_of_session(std::string const& programme, int number) {
    constexpr db::Sql sql =
        "SELECT planned_on FROM session WHERE school_id = $1 AND programme_id = $2 AND number = $3 AND "
        "rearranged = 0";
    return stands<Date>(sql, school.school, id_in(programme), std::int64_t{number});
}

int Journey::sessions_of(std::string const& programme) {
    constexpr db::Sql sql = "SELECT count(*) FROM session WHERE school_id = $1 AND programme_id = $2";
    return static_cast<int>(stands<std::int64_t>(sql, school.school, id_in(programme)));
}

// The way to a programme

std::string Journey::raises_a_concern(Child const& child, Fields const& more) {
    auto& teacher = as(teacher_of(child));
    auto const filled = together(
        Fields(
            {{"seen", "Stands alone at the fence every playtime"},
             {"areas", text_of(school.friendships)},
             {"parents_spoken_to", "yes"},
             {"source", "staff"}}
        ),
        more
    );
    teacher.opens(story_of(child) + "/concerns/new").sends(story_of(child) + "/concerns", filled);
    return "/concerns/" + id_in(teacher.path());
}

void Journey::refers(Child const& child) {
    constexpr db::Sql sql = R"(
        SELECT id FROM concern WHERE school_id = $1 AND pupil_id = $2 ORDER BY written_at DESC, id DESC LIMIT 1)";
    auto const concern = "/concerns/" + stands<std::string>(sql, school.school, child.id);
    as(teacher_of(child)).opens(concern).sends(case_of(child) + "/referral");
}

void Journey::discusses(Child const& child) {
    auto const path = case_of(child) + "/discussion";
    as(senco).opens(path).sends(
        path,
        Fields(
            {{"present", "Priya Nair, Rob Ellis and Joan Barker"},
             {"outcome", "go_on"},
             {"reason", "Finds it hard to join in, and it lasts"},
             {"areas", text_of(school.friendships)}}
        )
    );
}

void Journey::prioritises(Child const& child, std::string_view form) {
    auto const path = case_of(child) + "/prioritisation";
    as(senco).opens(path).sends(
        path,
        Fields(
            {{"form", std::string(form)},
             {"need", "3"},
             {"impact_on_learning", "2"},
             {"earlier_support", "no"},
             {"reason", "Others with the same wish are free at the same time"}}
        )
    );
}

void Journey::waits(Child const& child) {
    as(senco)
        .opens(case_of(child) + "/prioritisation")
        .sends(case_of(child) + "/waiting", Fields{{{"meanwhile", "A playtime buddy"}}});
}

void Journey::writes_to_parents(Child const& child) {
    auto const path = case_of(child) + "/letters";
    as(senco).opens(path).sends(path);
}

std::string Journey::link_of(ContactId const& parent, Child const& child) {
    constexpr db::Sql sql = R"(
        SELECT o.words
          FROM letter l
          JOIN outbox o ON o.school_id = l.school_id AND o.letter_id = l.id
         WHERE l.school_id = $1 AND l.case_id = $2 AND l.contact_id = $3
         ORDER BY l.made_at DESC, l.id DESC)";
    auto const words = stands<std::string>(sql, school.school, id_in(case_of(child)), parent);
    constexpr std::string_view before = "http://withy.test/consent/";
    auto const at = words.find(before);
    if (at == std::string::npos) return {};
    auto const token = std::string_view(words).substr(at + before.size(), 43);
    return "/consent/" + std::string(token);
}

Somebody Journey::at_their_link(ContactId const& parent, Child const& child) {
    Somebody somebody("A parent of " + child.name, Browser(application, "198.51.100.20"));
    auto const link = link_of(parent, child);
    somebody.opens(link).sends(link + "/confirmation", Fields{{{"born_on", calendar::iso(child.born_on)}}});
    return somebody;
}

void Journey::agrees(ContactId const& parent, Child const& child) {
    at_their_link(parent, child).sends(link_of(parent, child) + "/answer", Fields{{{"answer", "given"}}});
}

void Journey::withdraws(ContactId const& parent, Child const& child) {
    at_their_link(parent, child).sends(link_of(parent, child) + "/answer", Fields{{{"answer", "withdrawn"}}});
}

void Journey::is_written_about(Child const& child, std::string_view form) {
    raises_a_concern(child);
    refers(child);
    discusses(child);
    prioritises(child, form);
    writes_to_parents(child);
}

void Journey::is_ready_for_a_place(Child const& child, std::string_view form) {
    is_written_about(child, form);
    agrees(child.mother, child);
}

// The programme

std::string Journey::makes_a_programme(Wanted const& wanted) {
    auto& coordinator = as(senco);
    coordinator.opens("/programmes/new")
        .sends(
            "/programmes",
            Fields(
                {{"name", "Friendship group"},
                 {"form", wanted.form},
                 {"places", wanted.places},
                 {"deliverer", text_of(nurture_assistant.staff)},
                 {"room", text_of(school.room)},
                 {"starts_on", wanted.starts_on.empty() ? calendar::iso(today()) : wanted.starts_on},
                 {"starts_at_time", "09:30"},
                 {"weeks", wanted.weeks},
                 {"reason", wanted.reason},
                 {"all_the_same", "yes"}}
            )
        );
    return coordinator.path();
}

// Who comes into a programme with few weeks left is given the place on their own page, for a reason (G1).
void Journey::allocates(Child const& child, std::string const& programme) {
    auto const places = programme + "/places";
    auto& coordinator = as(senco).opens(programme);
    if (coordinator.may_send(places))
        coordinator.sends(places, Fields{{{"case", id_in(case_of(child))}}});
    else
        coordinator.opens(case_of(child) + "/place").sends(places, Fields{{{"reason", "Joins a friend"}}});
}

void Journey::words_the_targets(Child const& child) {
    auto const path = place_of(child) + "/targets";
    auto& assistant = as(nurture_assistant).opens(path);
    Fields worded;
    for (auto const& control : assistant.form(path).controls)
        if (control.name.starts_with("words-")) worded.add(control.name, "I ask if I can play");
    assistant.sends(path, worded);
}

void Journey::measures_before(Child const& child) {
    auto const path = place_of(child) + "/measure";
    auto& teacher = as(teacher_of(child)).opens(path);
    teacher.sends(path, rated(teacher.form(path), "3"));
}

// A group with fewer children than the policy says starts for a reason (G1).
void Journey::starts(std::string const& programme) {
    auto const few = programme + "/few-children";
    auto& coordinator = as(senco).opens(programme);
    if (coordinator.may_send(few)) coordinator.sends(few, Fields{{{"few_children", "They start together"}}});
    as(nurture_assistant).opens(programme).sends(programme + "/start");
}

void Journey::holds_session(std::string const& programme, int number) {
    auto const session = session_of(programme, number);
    as(nurture_assistant).opens(session).sends(session + "/delivery", Fields{{{"everyone", "here"}}});
}

void Journey::evaluates(std::string const& programme, int number, Child const& child, Fields const& more) {
    auto const card = card_of(programme, number, child);
    auto& assistant = as(nurture_assistant).opens(card);
    assistant.sends(card, together(rated(assistant.form(card), "5"), more));
}

void Journey::records_not_held(std::string const& programme, int number, std::string const& why) {
    auto const session = session_of(programme, number);
    as(nurture_assistant)
        .opens(session)
        .sends(session + "/absence", Fields{{{"why_not", why}, {"instead", "nothing"}}});
}

void Journey::completes(std::string const& programme) {
    as(nurture_assistant).opens(programme).sends(programme + "/completion");
}

std::string Journey::runs(std::vector<Child> const& children, Wanted const& wanted) {
    auto const programme = makes_a_programme(wanted);
    for (auto const& child : children) {
        is_ready_for_a_place(child, wanted.form);
        allocates(child, programme);
        words_the_targets(child);
    }
    starts(programme);
    return programme;
}

void Journey::goes_to_its_end(std::string const& programme, std::vector<Child> const& children) {
    for (int number = 1; number <= sessions_of(programme); ++number) {
        on(day_of_session(programme, number));
        holds_session(programme, number);
        for (auto const& child : children) evaluates(programme, number, child);
    }
    completes(programme);
}

// Afterwards

void Journey::the_headteacher_opens(Child const& child) {
    auto const opening = story_of(child) + "/opening";
    as(school.headteacher).opens(opening).sends(opening, Fields{{{"reason", "To see how it goes"}}});
}

void Journey::measures_impact(Child const& child, Fields const& more) {
    auto const path = place_of(child) + "/impact-review";
    auto& teacher = as(teacher_of(child)).opens(path);
    auto const filled = together(
        rated(teacher.form(path), "8"),
        Fields({{"words", "Plays with two others at most playtimes"}, {"outcome", "sustained"}})
    );
    teacher.sends(path, together(filled, more));
}

void Journey::decides_next_step(Child const& child, std::string const& next) {
    auto const path = case_of(child) + "/next-step";
    as(senco).opens(path).sends(
        path, Fields{{{"next", next}, {"reason", "The change lasts without support"}}}
    );
}

void Journey::checks_in(Child const& child, std::string const& line) {
    auto const path = case_of(child) + "/check-ins";
    as(nurture_assistant).opens(path).sends(path, Fields{{{"line", line}}});
}

}  // namespace journeys
