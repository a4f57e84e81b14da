#include "pupils/routes.hpp"

#include <optional>

#include "base/text.hpp"
#include "design/form.hpp"
#include "pupils/address_change_routes.hpp"
#include "pupils/class_store.hpp"
#include "pupils/contact_actions.hpp"
#include "pupils/contact_pages.hpp"
#include "pupils/contact_store.hpp"
#include "pupils/family_routes.hpp"
#include "pupils/family_store.hpp"
#include "pupils/forms.hpp"
#include "pupils/search_actions.hpp"
#include "pupils/store.hpp"
#include "visits/saving.hpp"

namespace pupils {
namespace {

using pages::ContactView;

pages::Classes classes_for(Visit& visit) {
    pages::Classes classes;
    classes.may_import = visit.who.may(Permission::run_school);
    for (auto const& one : class_store::classes(visit.db, visit.school, visit.today))
        (visit.who.teaches(one.id) ? classes.own : classes.others).push_back(one);
    return classes;
}

// Empty: this person has nothing to do with the contacts of this child.
std::optional<ContactView> contact_view(visits::Who const& who, Pupil const& pupil) {
    if (who.holds(Role::senco)) return ContactView::everything;
    if (who.holds(Role::administrator)) return ContactView::all_but_orders;
    if (pupil.class_id && who.teaches(*pupil.class_id)) return ContactView::names;
    return std::nullopt;
}

struct Seen {
    Pupil pupil;
    ContactView view{};
};

std::optional<Seen> seen(Visit& visit, http::Request const& request) {
    auto const id = request.id<PupilId>("pupil");
    if (!id) return std::nullopt;
    auto const pupil = store::find(visit.db, visit.school, *id);
    if (!pupil) return std::nullopt;
    auto const view = contact_view(visit.who, *pupil);
    // A parent at work reads no other parent's address (N7).
    if (!view || family_store::is_family(visit.db, visit.school, *id, visit.staff())) return std::nullopt;
    return Seen{*pupil, *view};
}

std::optional<Seen> seen_to_change(Visit& visit, http::Request const& request) {
    auto const found = seen(visit, request);
    return found && found->view != ContactView::names ? found : std::nullopt;
}

bool sees_orders(Seen const& seen) { return seen.view == ContactView::everything; }

http::Response get_contacts(Visit& visit, http::Request const& request) {
    auto const found = seen(visit, request);
    if (!found) return http::not_found();
    auto const contacts = contact_store::contacts_of(visit.db, visit.school, found->pupil.id);
    return visit.page(pages::contacts(found->pupil, contacts, found->view));
}

http::Response get_new_contact(Visit& visit, http::Request const& request) {
    auto const found = seen_to_change(visit, request);
    if (!found) return http::not_found();
    auto const typed = forms::typed(Contact{});
    return visit.page(pages::contact_form(
        visit.frame.guard, {.pupil = found->pupil, .contact = {}, .view = found->view, .now = {}}, {typed, {}}
    ));
}

http::Response post_contact(Visit& visit, http::Request const& request) {
    auto const found = seen_to_change(visit, request);
    if (!found) return http::not_found();
    auto const contact = forms::contact(request.form, Contact{}, sees_orders(*found));
    if (!contact)
        return visit.form_again(pages::contact_form(
            visit.frame.guard,
            {.pupil = found->pupil, .contact = {}, .view = found->view, .now = {}},
            {request.form, contact.error()}
        ));
    actions::add_contact(visit, found->pupil.id, *contact);
    return visits::saved(pages::contacts_path(found->pupil), Saved::contact);
}

std::optional<ContactOnFile> contact_of(Visit& visit, http::Request const& request, Pupil const& pupil) {
    auto const id = request.id<ContactId>("contact");
    if (!id) return std::nullopt;
    return contact_store::find(visit.db, visit.school, pupil.id, *id);
}

http::Response get_contact(Visit& visit, http::Request const& request) {
    auto const found = seen_to_change(visit, request);
    if (!found) return http::not_found();
    auto const on_file = contact_of(visit, request, found->pupil);
    if (!on_file) return http::not_found();
    auto const typed = forms::typed(on_file->contact);
    return visit.page(pages::contact_form(
        visit.frame.guard,
        {.pupil = found->pupil,
         .contact = on_file->contact.id,
         .version = on_file->version,
         .view = found->view,
         .now = {}},
        {typed, {}}
    ));
}

http::Response post_change_of_contact(Visit& visit, http::Request const& request) {
    auto const found = seen_to_change(visit, request);
    if (!found) return http::not_found();
    auto const on_file = contact_of(visit, request, found->pupil);
    if (!on_file) return http::not_found();

    pages::ContactForm form{
        .pupil = found->pupil,
        .contact = on_file->contact.id,
        .version = on_file->version,
        .view = found->view,
        .now = {}};
    auto const contact = forms::contact(request.form, on_file->contact, sees_orders(*found));
    if (forms::version(request.form) != on_file->version) form.now = on_file->contact;
    if (!contact)
        return visit.form_again(pages::contact_form(visit.frame.guard, form, {request.form, contact.error()})
        );
    if (form.now || !actions::change_contact(visit, found->pupil.id, *on_file, *contact)) {
        form.now = on_file->contact;
        return visit.form_again(pages::contact_form(visit.frame.guard, form, {request.form, {}}));
    }
    return visits::saved(pages::contacts_path(found->pupil), Saved::contact);
}

}  // namespace

http::Response get_pupils(Visit& visit, http::Request const& request, SupportedAmong supported_among) {
    auto const typed = text::trimmed(request.query.value("q"));
    if (typed.empty()) return visit.page(pages::classes(classes_for(visit)));
    auto const found = actions::search(visit.db, visit.school, typed, visit.today);
    return visit.page(pages::search(
        {.typed = std::string(typed),
         .found = found.pupils,
         .more = found.more,
         .supported = supported_among(visit, found.pupils)}
    ));
}

http::Response get_class(Visit& visit, http::Request const& request, SupportedAmong supported_among) {
    auto const id = request.id<ClassId>("class");
    if (!id) return http::not_found();
    auto const the_class = class_store::find(visit.db, visit.school, *id);
    if (!the_class) return http::not_found();
    auto const pupils = class_store::pupils_of(visit.db, visit.school, *id);
    return visit.page(pages::class_list(*the_class, pupils, supported_among(visit, pupils)));
}

Routes contact_routes() {
    Routes all{
        {"GET", "/pupils/{pupil}/contacts", Permission::see_pupils, get_contacts},
        visits::fresh({"POST", "/pupils/{pupil}/contacts", Permission::see_pupils, post_contact}),
        {"GET", "/pupils/{pupil}/contacts/new", Permission::see_pupils, get_new_contact},
        {"GET", "/pupils/{pupil}/contacts/{contact}", Permission::see_pupils, get_contact},
        visits::fresh(
            {"POST", "/pupils/{pupil}/contacts/{contact}", Permission::see_pupils, post_change_of_contact}
        ),
    };
    for (auto const& route : family_routes()) all.push_back(route);
    for (auto const& route : address_change_routes()) all.push_back(route);
    return all;
}

}  // namespace pupils
