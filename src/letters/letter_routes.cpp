#include "letters/actions.hpp"
#include "letters/child_pages.hpp"
#include "letters/forms.hpp"
#include "letters/letter_pages.hpp"
#include "letters/routes.hpp"
#include "letters/store.hpp"
#include "need_to_know/actions.hpp"
#include "pupils/address_change_store.hpp"
#include "visits/saving.hpp"

namespace letters {
namespace {

using need_to_know::see_progress_of;

std::string path_of(CaseId const& the_case, std::string_view page) {
    return "/cases/" + std::string(the_case.text()) + "/" + std::string(page);
}

design::Page preview_of(Visit& visit, Correspondence about, h::Node pupil, Answers const& answers) {
    pages::Preview preview{
        .about = std::move(about),
        .letters = {},
        .sends_mail = visit.sends_mail,
        .pupil = std::move(pupil),
        .address_changes = pupils::address_change_store::unseen(visit.db, visit.school, visit.staff())};
    for (auto const& to : preview.about.addressees)
        preview.letters.push_back(filled_for(visit, preview.about, to, "(their own link stands here)"));
    return pages::preview(visit.frame.guard, preview, answers);
}

std::optional<consent::Form> form_of(Fields const& fields) {
    return from_word<consent::Form>(fields.value("form"));
}

// Ticked at first: everyone who should be asked, and at a reminder everyone who has not answered the letter
// that they were handed, or whose yes is running out; where the link names one of them, that one alone.
Fields suggested(Correspondence const& about, std::string_view only) {
    Fields ticked;
    for (auto const& to : about.addressees) {
        if (!only.empty() && only != to.contact.id.text()) continue;
        bool const silent = to.last && !to.answered && !to.to_hand_over;
        bool const due = !about.letter_stands || about.asks_about_another_form() || silent || to.renew_by;
        if (due && !to.left_out) ticked.add("to", std::string(to.contact.id.text()));
    }
    return ticked;
}

http::Response show_preview(Visit& visit, http::Request const& request) {
    auto const the_case = request.id<CaseId>("case");
    auto const child = see_progress_of(visit, the_case);
    if (!child) return http::not_found();
    auto about = correspondence(visit, *the_case, form_of(request.query));
    if (!about) return http::not_found();
    auto const ticked = suggested(*about, request.query.value("to"));
    return visit.page(preview_of(visit, std::move(*about), pages::child_header(*child), {ticked, {}}));
}

// Renders the letters before the write begins. Whoever may not send them is answered by the write's own way.
std::optional<http::Response> render_letters(Visit& visit, http::Request& request) {
    auto const the_case = request.id<CaseId>("case");
    if (!visit.who.may(Permission::coordinate) || !see_progress_of(visit, the_case)) return std::nullopt;
    auto const about = correspondence(visit, *the_case, form_of(request.form));
    if (!about) return std::nullopt;
    if (auto const chosen = forms::read_chosen(request.form, about->addressees, visit.today))
        request.prepared = packed(drafts(visit, *about, chosen->contacts));
    return std::nullopt;
}

http::Response send_letters(Visit& visit, http::Request const& request) {
    auto const the_case = request.id<CaseId>("case");
    auto const child = see_progress_of(visit, the_case);
    if (!child) return http::not_found();
    auto about = correspondence(visit, *the_case, form_of(request.form));
    if (!about) return http::not_found();

    auto const chosen = forms::read_chosen(request.form, about->addressees, visit.today);
    if (!chosen) {
        auto const typed = forms::without_whom_a_letter_went_to(request.form, about->addressees);
        return visit.form_again(
            preview_of(visit, std::move(*about), pages::child_header(*child), {typed, chosen.error()})
        );
    }
    auto const sent = send(visit, *about, unpacked(request.prepared), chosen->choices);
    if (!sent) {
        FormErrors const errors{{"to", in_words(sent.error())}};
        return visit.form_again(
            preview_of(visit, std::move(*about), pages::child_header(*child), {request.form, errors})
        );
    }
    return visits::saved(path_of(*the_case, "consent"), Saved::letters);
}

// "Letter about Sam Okafor to Mia Okafor.pdf": several letters lie in one folder until they are printed.
std::string file_name(Visit& visit, Sent const& letter) {
    std::string name = "Letter";
    auto const child = store::child(visit.db, visit.school, letter.case_id);
    if (!child) return name + ".pdf";
    name += " about " + child->forename + " " + child->surname;
    for (auto const& contact : store::contacts(visit.db, visit.school, child->pupil))
        if (contact.id == letter.contact) name += " to " + contact.name;
    return name + ".pdf";
}

http::Response download_letter(Visit& visit, http::Request const& request) {
    auto const id = request.id<LetterId>("letter");
    if (!id) return http::not_found();
    auto letter = store::letter(visit.db, visit.school, *id);
    if (!letter || !see_progress_of(visit, letter->case_id)) return http::not_found();
    visit.db.open_words_of(*letter);
    auto pdf = store::sheet(visit.db, visit.school, *id, visit.now - sheet_keeps_its_link);
    if (!pdf) return http::not_found();
    return http::file(std::move(*pdf), "application/pdf", file_name(visit, *letter));
}

http::Response post_printed(Visit& visit, http::Request const& request) {
    auto const id = request.id<LetterId>("letter");
    auto letter = id ? store::letter(visit.db, visit.school, *id) : std::nullopt;
    if (!letter || !see_progress_of(visit, letter->case_id)) return http::not_found();
    visit.db.open_words_of(*letter);
    note_printed(visit, *letter);
    bool const from_today = request.form.holds("from", "today");
    auto const back = from_today ? std::string("/") : path_of(letter->case_id, "consent");
    return visits::saved(back, Saved::letter_printed);
}

}  // namespace

Routes letter_routes() {
    return {
        {"GET", "/cases/{case}/letters", Permission::coordinate, show_preview},
        {.method = "POST",
         .path = "/cases/{case}/letters",
         .needs = Permission::coordinate,
         .handle = send_letters,
         .prepare = render_letters},
        {"GET", "/letters/{letter}", Permission::coordinate, download_letter},
        {"POST", "/letters/{letter}/printing", Permission::coordinate, post_printed},
    };
}

}  // namespace letters
