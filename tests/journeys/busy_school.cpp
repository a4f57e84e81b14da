#include "journeys/busy_school.hpp"

#include <algorithm>

#include "base/text.hpp"

namespace journeys {
namespace {

constexpr std::string_view nothing = "00000000-0000-4000-8000-000000000000";

struct Parts {
    std::string_view before;
    std::string_view name;
    std::string_view after;
};

// The first {name} of a pattern.
std::optional<Parts> first_name(std::string_view pattern) {
    auto const open = pattern.find('{');
    if (open == std::string_view::npos) return std::nullopt;
    auto const close = pattern.find('}', open);
    return Parts{
        pattern.substr(0, open), pattern.substr(open + 1, close - open - 1), pattern.substr(close + 1)};
}

std::string text_of(auto const& id) { return std::string(id.text()); }

}  // namespace

BusySchool& BusySchool::once() {
    static BusySchool school;
    return school;
}

BusySchool::BusySchool(std::function<void(db::Connection&)> const& before) {
    if (before) before(database.connection());
    begins();
}

BusySchool::BusySchool(support::TestDatabase& shared, SchoolId number, std::string const& mark)
    : Journey(shared, number, mark) {
    begins();
}

void BusySchool::begins() {
    a_programme_has_ended();
    on("2026-06-16");
    a_case_is_closed();
    a_programme_runs();
    others_are_on_their_way();
    it_is_said_who_may_know();
    a_pointer_is_handed_over();
    an_agency_advises();
    files_are_uploaded();
    a_class_is_measured();
    outcomes_were_made();
    somebody_asks_for_what_is_held();
    looks_around();
}

void BusySchool::looks_around() {
    auto& db = database.connection();
    db::Transaction const transaction(db, db::Mode::read);
    db.enter(school.school);
    auto const all = [&](db::Sql sql) { return db.all<std::string>(sql, school.school); };
    names_["case"] = all("SELECT id FROM nurture_case WHERE school_id = $1");
    names_["pupil"] = all("SELECT id FROM pupil WHERE school_id = $1");
    names_["concern"] = all("SELECT id FROM concern WHERE school_id = $1");
    names_["place"] = all("SELECT id FROM place WHERE school_id = $1");
    names_["target"] = all("SELECT min(id) FROM target WHERE school_id = $1");
    names_["programme"] = all("SELECT id FROM programme WHERE school_id = $1");
    names_["session"] = all("SELECT id FROM session WHERE school_id = $1");
    names_["question"] = all("SELECT id FROM question WHERE school_id = $1");
    names_["message"] = all("SELECT id FROM parent_message WHERE school_id = $1");
    names_["letter"] = all("SELECT max(id) FROM letter WHERE school_id = $1");
    names_["strategy"] = all("SELECT max(id) FROM strategy WHERE school_id = $1");
    names_["plan"] = all("SELECT id FROM session_plan WHERE school_id = $1");
    names_["term"] = all("SELECT max(id) FROM term WHERE school_id = $1");
    names_["closure"] = all("SELECT max(id) FROM closure WHERE school_id = $1");
    names_["room"] = all("SELECT max(id) FROM room WHERE school_id = $1");
    names_["version"] = all("SELECT max(id) FROM policy_version WHERE school_id = $1");
    names_["import"] = all("SELECT id FROM import WHERE school_id = $1");
    names_["override"] = all("SELECT id FROM override WHERE school_id = $1");
    names_["share"] = all("SELECT id FROM named_share WHERE school_id = $1");
    names_["act"] = all("SELECT id FROM account_act WHERE school_id = $1");
    names_["change"] = all("SELECT id FROM address_change WHERE school_id = $1");
    names_["request"] = all("SELECT id FROM data_request WHERE school_id = $1");
    names_["line"] = all("SELECT line FROM data_request_line WHERE school_id = $1");
    names_["pointer"] = all("SELECT pointer_id FROM handover WHERE school_id = $1");
    names_["assessment"] = all("SELECT id FROM assessment WHERE school_id = $1");
    names_["instrument"] = all("SELECT id FROM instrument WHERE school_id = $1");
    names_["frame"] = {"wellbeing", "boxall"};
    names_["pack"] = all("SELECT id FROM moving_pack WHERE school_id = $1");
    names_["hold"] = all("SELECT id FROM retention_hold WHERE school_id = $1");
    names_["measure"] = all("SELECT id FROM measure WHERE school_id = $1");
    names_["year"] = {"2023", "2024"};
    names_["class"] = {text_of(school.class_4b)};
    names_["contact"] = {text_of(sam.mother)};
    names_["person"] = {text_of(school.headteacher.staff), id_in(invited_)};
    names_["role"] = {db.the<std::string>(
        "SELECT id FROM role_held WHERE school_id = $1 AND staff_id = $2",
        school.school,
        school.headteacher.staff
    )};
    names_["training"] = {db.the<std::string>(
        "SELECT id FROM training WHERE school_id = $1 AND staff_id = $2",
        school.school,
        school.headteacher.staff
    )};
    names_["step"] = {"concern", "referral", "prioritisation", "allocation", "next_step"};
    names_["token"] = {id_in(parents_link_)};
    names_["other"] = {text_of(amira.id)};
    names_["date"] = {calendar::iso(today())};
}

People BusySchool::everyone() const {
    return {
        &school.senco,
        &school.nurture_assistant,
        &school.teacher_of_4b,
        &school.headteacher,
        &school.administrator,
        &school.support_staff,
        &school.safeguarding_lead,
        &school.governor};
}

visits::Role BusySchool::role_of(Person const& person) const {
    using visits::Role;
    std::map<std::string, Role> const roles{
        {school.senco.token, Role::senco},
        {school.nurture_assistant.token, Role::nurture_assistant},
        {school.second_nurture_assistant.token, Role::nurture_assistant},
        {school.teacher_of_4b.token, Role::class_teacher},
        {school.teacher_of_5a.token, Role::class_teacher},
        {school.headteacher.token, Role::headteacher},
        {school.administrator.token, Role::administrator},
        {school.support_staff.token, Role::support_staff},
        {school.safeguarding_lead.token, Role::safeguarding_lead},
        {school.governor.token, Role::governor}};
    return roles.at(person.token);
}

bool BusySchool::may(Person const& person, Route const& route) const {
    return visits::allows(role_of(person), route.needs);
}

std::vector<std::string> const& BusySchool::named(std::string_view name) const {
    static std::vector<std::string> const none;
    auto const found = names_.find(std::string(name));
    return found == names_.end() ? none : found->second;
}

std::vector<std::string> BusySchool::addresses(std::string_view pattern, Names const& names) {
    auto const parts = first_name(pattern);
    if (!parts) return {std::string(pattern)};
    std::vector<std::string> all;
    auto const found = names.find(std::string(parts->name));
    if (found == names.end() || found->second.empty()) return {address_of_nothing(pattern)};
    for (auto const& name : found->second)
        for (auto const& rest : addresses(parts->after, names))
            all.push_back(std::string(parts->before) + name + rest);
    return all;
}

std::string BusySchool::address_of_nothing(std::string_view pattern) {
    auto const parts = first_name(pattern);
    if (!parts) return std::string(pattern);
    return std::string(parts->before) + std::string(nothing) + address_of_nothing(parts->after);
}

std::string BusySchool::route_taking(std::string_view action) const {
    auto const found = application.routes().find("POST", action.substr(0, action.find('?')));
    return found.route ? std::string(found.route->path) : std::string();
}

void BusySchool::note_forms(Person const* person, std::string const& page, Browser const& browser) {
    for (auto const& form : browser.forms()) {
        if (form.method != "post") continue;
        auto const route = route_taking(form.action);
        EXPECT_NE(route, "") << page << " sends a form to " << form.action << ", which nothing answers";
        // The richest form of its kind shows the most that can go wrong.
        auto& kept = forms_[route];
        if (kept.form.controls.size() < form.controls.size()) kept = {person, page, form};
    }
}

std::map<std::string, Found> const& BusySchool::forms() {
    if (forms_.size() >= 5) return forms_;
    open_every_page([&](Route const&, Person const& person, Browser& browser) {
        if (browser.status() == 200) note_forms(&person, browser.path(), browser);
    });
    note_forms(&senco, later_concern_, as(senco).opens(later_concern_).browser());
    return forms_;
}

Browser BusySchool::browser_of(Found const& found) {
    if (found.form.action.starts_with("/consent/") && found.form.action.ends_with("/answer"))
        return *parents_browser_;
    Browser browser(application, "192.0.2.90");
    if (found.person) browser.keep_cookie(found.person->token);
    return browser;
}

}  // namespace journeys
