#include "contacts/routes.hpp"

#include "contacts/address_change_routes.hpp"
#include "contacts/forms.hpp"
#include "contacts/pages.hpp"
#include "contacts/work_routes.hpp"
#include "design/form.hpp"
#include "need_to_know/actions.hpp"
#include "pupils/contact_actions.hpp"
#include "pupils/contact_store.hpp"
#include "visits/saving.hpp"

namespace contacts {
namespace {

using need_to_know::Contacts;
using need_to_know::SeenContacts;

std::optional<SeenContacts> seen(Visit& visit, http::Request const& request) {
    auto const pupil = request.id<PupilId>("pupil");
    return pupil ? need_to_know::see_contacts(visit, *pupil) : std::nullopt;
}

std::optional<SeenContacts> seen_to_change(Visit& visit, http::Request const& request) {
    auto found = seen(visit, request);
    return found && found->access.may_change() ? found : std::nullopt;
}

bool sees_orders(SeenContacts const& seen) { return seen.access.sees(Contacts::with_orders); }

http::Response get_contacts(Visit& visit, http::Request const& request) {
    auto const found = seen(visit, request);
    if (!found) return http::not_found();
    auto const contacts = pupils::contact_store::contacts_of(visit.db, visit.school, found->pupil.id);
    return visit.page(pages::contacts(*found, contacts));
}

http::Response get_new_contact(Visit& visit, http::Request const& request) {
    auto const found = seen_to_change(visit, request);
    if (!found) return http::not_found();
    auto const typed = forms::typed(pupils::Contact{});
    return visit.page(pages::contact_form(visit.frame.guard, {.child = *found}, {typed, {}}));
}

http::Response post_contact(Visit& visit, http::Request const& request) {
    auto const found = seen_to_change(visit, request);
    if (!found) return http::not_found();
    auto const contact = forms::contact(request.form, pupils::Contact{}, sees_orders(*found));
    if (!contact)
        return visit.form_again(
            pages::contact_form(visit.frame.guard, {.child = *found}, {request.form, contact.error()})
        );
    pupils::actions::add_contact(visit, found->pupil.id, *contact);
    return visits::saved(pages::contacts_path(found->pupil), Saved::contact);
}

std::optional<pupils::ContactOnFile> contact_of(
    Visit& visit, http::Request const& request, pupils::Pupil const& pupil
) {
    auto const id = request.id<ContactId>("contact");
    if (!id) return std::nullopt;
    return pupils::contact_store::find(visit.db, visit.school, pupil.id, *id);
}

http::Response get_contact(Visit& visit, http::Request const& request) {
    auto const found = seen_to_change(visit, request);
    if (!found) return http::not_found();
    auto const on_file = contact_of(visit, request, found->pupil);
    if (!on_file) return http::not_found();
    auto const typed = forms::typed(on_file->contact);
    return visit.page(pages::contact_form(
        visit.frame.guard,
        {.child = *found, .contact = on_file->contact.id, .version = on_file->version},
        {typed, {}}
    ));
}

http::Response post_change_of_contact(Visit& visit, http::Request const& request) {
    auto const found = seen_to_change(visit, request);
    if (!found) return http::not_found();
    auto const on_file = contact_of(visit, request, found->pupil);
    if (!on_file) return http::not_found();

    pages::ContactForm form{.child = *found, .contact = on_file->contact.id, .version = on_file->version};
    auto const contact = forms::contact(request.form, on_file->contact, sees_orders(*found));
    if (forms::version(request.form) != on_file->version) form.now = on_file->contact;
    if (!contact)
        return visit.form_again(pages::contact_form(visit.frame.guard, form, {request.form, contact.error()})
        );
    if (form.now || !pupils::actions::change_contact(visit, found->pupil.id, *on_file, *contact)) {
        form.now = on_file->contact;
        return visit.form_again(pages::contact_form(visit.frame.guard, form, {request.form, {}}));
    }
    return visits::saved(pages::contacts_path(found->pupil), Saved::contact);
}

}  // namespace

Routes routes() {
    Routes all{
        {"GET", "/pupils/{pupil}/contacts", Permission::see_pupils, get_contacts},
        visits::fresh({"POST", "/pupils/{pupil}/contacts", Permission::see_pupils, post_contact}),
        {"GET", "/pupils/{pupil}/contacts/new", Permission::see_pupils, get_new_contact},
        {"GET", "/pupils/{pupil}/contacts/{contact}", Permission::see_pupils, get_contact},
        visits::fresh(
            {"POST", "/pupils/{pupil}/contacts/{contact}", Permission::see_pupils, post_change_of_contact}
        ),
    };
    for (auto const& some : {work_routes(), address_change_routes()})
        all.insert(all.end(), some.begin(), some.end());
    return all;
}

}  // namespace contacts
