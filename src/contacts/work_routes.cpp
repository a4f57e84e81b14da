#include "contacts/work_routes.hpp"

#include "contacts/pages.hpp"
#include "contacts/work_pages.hpp"
#include "need_to_know/actions.hpp"
#include "pupils/contact_store.hpp"
#include "pupils/family_actions.hpp"
#include "pupils/family_store.hpp"
#include "staff/store.hpp"
#include "visits/saving.hpp"

namespace contacts {
namespace {

using visits::StaffId;

struct Opened {
    need_to_know::SeenContacts child;
    pupils::Contact contact;
};

std::optional<Opened> opened(Visit& visit, http::Request const& request) {
    auto const id = request.id<PupilId>("pupil");
    auto const contact = request.id<ContactId>("contact");
    auto child = id && contact ? need_to_know::see_contacts(visit, *id) : std::nullopt;
    if (!child || !child->access.may_change()) return std::nullopt;
    auto const on_file = pupils::contact_store::find(visit.db, visit.school, child->pupil.id, *contact);
    if (!on_file) return std::nullopt;
    return Opened{std::move(*child), on_file->contact};
}

std::vector<std::pair<StaffId, std::string>> people(Visit& visit) {
    std::vector<std::pair<StaffId, std::string>> people;
    for (auto const& one : staff::store::names(visit.db, visit.school, visit.today))
        people.emplace_back(one.id, one.name);
    return people;
}

design::Page page_of(Visit& visit, Opened const& opened, Answers const& answers) {
    return pages::works_here(opened.child, opened.contact, people(visit), visit.frame.guard, answers);
}

http::Response get_work(Visit& visit, http::Request const& request) {
    auto const found = opened(visit, request);
    if (!found) return http::not_found();
    auto const works_as = pupils::family_store::works_as(visit.db, visit.school, found->contact.id);
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
    pupils::actions::note_work(visit, found->contact.id, staff);
    return visits::saved(pages::contacts_path(found->child.pupil), Saved::contact);
}

}  // namespace

Routes work_routes() {
    return {
        {"GET", "/pupils/{pupil}/contacts/{contact}/work", Permission::see_pupils, get_work},
        visits::fresh({"POST", "/pupils/{pupil}/contacts/{contact}/work", Permission::see_pupils, post_work}),
    };
}

}  // namespace contacts
