#include "pupils/family_routes.hpp"

#include "pupils/contact_pages.hpp"
#include "pupils/contact_store.hpp"
#include "pupils/family_actions.hpp"
#include "pupils/family_pages.hpp"
#include "pupils/family_store.hpp"
#include "pupils/routes.hpp"
#include "pupils/store.hpp"
#include "staff/store.hpp"
#include "visits/saving.hpp"

namespace pupils {
namespace {

using visits::StaffId;

struct Opened {
    Pupil pupil;
    Contact contact;
};

std::optional<Opened> opened(Visit& visit, http::Request const& request) {
    auto const id = request.id<PupilId>("pupil");
    auto const contact = request.id<ContactId>("contact");
    auto const pupil = id ? store::find(visit.db, visit.school, *id) : std::nullopt;
    if (!pupil || !contact) return std::nullopt;
    bool const changes_contacts = visit.who.holds(Role::senco) || visit.who.holds(Role::administrator);
    if (!changes_contacts || family_store::is_family(visit.db, visit.school, pupil->id, visit.staff()))
        return std::nullopt;
    auto const on_file = contact_store::find(visit.db, visit.school, pupil->id, *contact);
    if (!on_file) return std::nullopt;
    return Opened{*pupil, on_file->contact};
}

std::vector<std::pair<StaffId, std::string>> people(Visit& visit) {
    std::vector<std::pair<StaffId, std::string>> people;
    for (auto const& one : staff::store::names(visit.db, visit.school, visit.today))
        people.emplace_back(one.id, one.name);
    return people;
}

design::Page page_of(Visit& visit, Opened const& opened, Answers const& answers) {
    return pages::works_here(opened.pupil, opened.contact, people(visit), visit.frame.guard, answers);
}

http::Response get_work(Visit& visit, http::Request const& request) {
    auto const found = opened(visit, request);
    if (!found) return http::not_found();
    auto const works_as = family_store::works_as(visit.db, visit.school, found->contact.id);
    Fields typed;
    if (works_as) typed.add("staff", std::string(works_as->text()));
    return visit.page(page_of(visit, *found, {typed, {}}));
}

http::Response post_work(Visit& visit, http::Request const& request) {
    auto const found = opened(visit, request);
    if (!found) return http::not_found();
    auto const chosen = request.form.value("staff");
    auto const staff = StaffId::parse(chosen);
    bool const works_here = staff && staff::store::person(visit.db, visit.school, *staff);
    if (!chosen.empty() && !works_here)
        return visit.form_again(
            page_of(visit, *found, {request.form, {{"staff", "Choose somebody who works here"}}})
        );
    actions::note_work(visit, found->contact.id, staff);
    return visits::saved(pages::contacts_path(found->pupil), Saved::contact);
}

}  // namespace

Routes family_routes() {
    return {
        {"GET", "/pupils/{pupil}/contacts/{contact}/work", Permission::see_pupils, get_work},
        visits::fresh({"POST", "/pupils/{pupil}/contacts/{contact}/work", Permission::see_pupils, post_work}),
    };
}

}  // namespace pupils
