#include "exchange/routes.hpp"

#include <algorithm>

#include "exchange/actions.hpp"
#include "exchange/forms.hpp"
#include "exchange/guess_rules.hpp"
#include "exchange/kept_sheet.hpp"
#include "exchange/left_out_rules.hpp"
#include "exchange/pages.hpp"
#include "exchange/pupil_check_rules.hpp"
#include "exchange/review_pages.hpp"
#include "exchange/store.hpp"
#include "need_to_know/actions.hpp"
#include "pupils/ethnicity_store.hpp"

namespace exchange {
namespace {

using actions::Opened;

std::optional<Opened> opened(Visit& visit, http::Request const& request) {
    auto const id = request.id<ImportId>("import");
    return id ? actions::open(visit, *id) : std::nullopt;
}

// Back in the browser leads to the steps of an import that is over.
http::Response nothing_open(Visit& visit, http::Request const& request) {
    auto const id = request.id<ImportId>("import");
    auto const import = id ? store::find(visit.db, visit.school, *id) : std::nullopt;
    if (import && import->state == State::done) return http::see_other(path_of(*import));
    if (import && import->state == State::left) return http::see_other("/school/imports");
    return http::not_found();
}

http::Response get_imports(Visit& visit, http::Request const&) {
    Fields fields;
    fields.add("kind", "pupils");
    return visit.page(
        pages::imports(visit.frame.guard, store::latest(visit.db, visit.school), {fields, FormErrors{}})
    );
}

http::Response upload_again(Visit& visit, http::Request const& request, FormErrors const& errors) {
    auto const latest = store::latest(visit.db, visit.school);
    return visit.form_again(pages::imports(visit.frame.guard, latest, {request.form, errors}));
}

std::string why(Fault const& fault) {
    auto const text = std::string(in_words(fault.code)) + " (" + in_code(fault.code) + ")";
    return fault.file.empty() ? text : fault.file + ": " + text;
}

Sheet as_the_school_keeps_it(Visit& visit, Sheet sheet, Kind kind) {
    if (kind == Kind::staff) return sheet;
    return without_what_is_left_out(
        std::move(sheet), pupils::ethnicity_store::is_kept(visit.db, visit.school)
    );
}

// Reads and joins the files before the one writer is asked to keep what came of it.
std::optional<http::Response> prepare_upload(Visit& visit, http::Request& request) {
    auto const upload = forms::upload(request);
    if (!upload) return upload_again(visit, request, upload.error());
    auto sheet = read_files(upload->files, upload->kind);
    if (!sheet) return upload_again(visit, request, {{"file", why(sheet.error())}});
    request.prepared = as_bytes(as_the_school_keeps_it(visit, std::move(*sheet), upload->kind));
    return std::nullopt;
}

http::Response post_upload(Visit& visit, http::Request const& request) {
    auto const upload = forms::upload(request);
    if (!upload) return upload_again(visit, request, upload.error());
    auto const sheet = sheet_from(request.prepared);
    // Somebody may have decided in the meantime that ethnicity is not kept.
    bool const is_kept = !sheet || !holds_ethnicity(*sheet) || upload->kind == Kind::staff ||
                         pupils::ethnicity_store::is_kept(visit.db, visit.school);
    if (!sheet || !is_kept) return upload_again(visit, request, {{"file", "Choose the file once more"}});
    auto const names = names_of(upload->files);
    auto const id = actions::start(visit, upload->kind, names, *sheet, request.prepared);
    return http::see_other("/school/imports/" + std::string(id.text()) + "/columns");
}

// Where the import was left.
http::Response get_import(Visit& visit, http::Request const& request) {
    auto const id = request.id<ImportId>("import");
    auto const import = id ? store::find(visit.db, visit.school, *id) : std::nullopt;
    if (!import) return http::not_found();
    switch (import->state) {
        case State::columns: return http::see_other(path_of(*import, "/columns"));
        case State::review: return http::see_other(path_of(*import, "/check"));
        case State::done: return visit.page(pages::done(*import));
        case State::left: return http::see_other("/school/imports");
    }
    return http::not_found();
}

bool asks_dates(Opened const& import, Columns const& columns) {
    return import.import.kind != Kind::staff && !order_of_dates(import.sheet, columns);
}

pages::ColumnsPage columns_page(Opened const& import, bool with_dates) {
    pages::ColumnsPage page{
        .import = import.import,
        .columns = {},
        .rows = import.sheet.rows.size(),
        .knows_a_heading = std::ranges::any_of(
            import.columns, [](auto const& column) { return column.field != Field::ignored; }
        ),
        .asks_dates = with_dates,
        .schools = import.sheet.schools,
        .unneeded = import.sheet.unneeded};
    if (import.import.kind != Kind::staff)
        for (auto const& [contact, places] : contacts_left_out(import.sheet, import.columns))
            page.contacts_left_out.push_back("Contact " + std::to_string(contact));
    for (std::size_t at = 0; at < import.sheet.heading.size(); ++at) {
        auto const file = import.sheet.origins.empty() ? std::string{} : import.sheet.origins[at].file;
        page.columns.push_back({import.sheet.heading[at], import.sheet.samples(at), file});
    }
    return page;
}

pages::ColumnsPage columns_page(Visit& visit, Opened const& import, bool with_dates) {
    auto page = columns_page(import, with_dates);
    page.keeps_ethnicity = pupils::ethnicity_store::is_kept(visit.db, visit.school);
    return page;
}

http::Response get_columns(Visit& visit, http::Request const& request) {
    auto const import = opened(visit, request);
    if (!import) return nothing_open(visit, request);
    auto of_school = import->answers.of_school;
    if (of_school.empty()) of_school = school_called(import->sheet, visit.school_name);
    auto const typed = forms::typed(import->columns, import->answers.dates, of_school);
    auto const page = columns_page(visit, *import, asks_dates(*import, import->columns));
    return visit.page(pages::columns(visit.frame.guard, page, {typed, FormErrors{}}));
}

FormErrors errors_of(Opened const& import, forms::ColumnsChosen const& chosen) {
    FormErrors errors;
    for (auto const& what : missing(chosen.columns, import.import.kind))
        errors.push_back({"column-0", "Choose which column holds the " + what});
    if (asks_dates(import, chosen.columns) && !chosen.dates)
        errors.push_back({"dates", "Say whether day or month stands first in this file’s dates"});
    auto const& schools = import.sheet.schools;
    if (!schools.empty() && std::ranges::find(schools, chosen.of_school, &SchoolInFiles::id) == schools.end())
        errors.push_back({"of_school", "Say which school’s pupils come in"});
    return errors;
}

constexpr std::string_view changed_meanwhile =
    "Someone chose columns for this file in the meantime. Check yours, then send them again";

http::Response post_columns(Visit& visit, http::Request const& request) {
    auto import = opened(visit, request);
    if (!import) return nothing_open(visit, request);
    auto const again = [&](FormErrors const& errors, bool with_dates) {
        auto const page = columns_page(visit, *import, with_dates);
        return visit.form_again(pages::columns(visit.frame.guard, page, {request.form, errors}));
    };
    if (forms::version(request.form) != import->import.version)
        return again({{"column-0", std::string(changed_meanwhile)}}, request.form.has("dates"));
    auto const chosen = forms::columns(request.form, import->sheet.heading.size(), import->import.kind);
    if (!chosen) return again(chosen.error(), request.form.has("dates"));
    auto const errors = errors_of(*import, *chosen);
    if (!errors.empty()) return again(errors, asks_dates(*import, chosen->columns));
    actions::choose_columns(
        visit,
        *import,
        chosen->columns,
        chosen->dates,
        import->sheet.schools.empty() ? std::string{} : chosen->of_school
    );
    return http::see_other(path_of(import->import, "/check"));
}

http::Response get_check(Visit& visit, http::Request const& request) {
    auto const import = opened(visit, request);
    if (!import) return nothing_open(visit, request);
    if (import->import.state == State::columns) return http::see_other(path_of(import->import, "/columns"));
    pages::CheckPage page{.import = import->import, .faults = {}};
    if (import->import.kind == Kind::staff) {
        auto const review = actions::review_staff(visit, import->sheet, import->columns, import->answers);
        page.faults = review.faults();
        page.rows_read = review.checked.people.size();
    } else {
        auto const review = actions::review_pupils(visit, import->sheet, import->columns, import->answers);
        page.faults = review.faults();
        page.rows_read = review.checked.pupils.size();
    }
    page.decided_some = import->answers.decided_some();
    return visit.page(pages::check(visit.frame.guard, page));
}

pages::Reviewed reviewed(Opened const& import, std::string const& digest, bool changed) {
    return {
        .import = import.import,
        .digest = digest,
        .changed = changed,
        .decided_some = import.answers.decided_some()};
}

void note_contacts(Visit const& visit, Plan const& plan) {
    need_to_know::note_contacts_of(visit, whose_contacts(plan));
}

// A file of staff holds no contacts of children.
void note_contacts(Visit const&, StaffPlan const&) {}

// What will change, or first the question who is meant by a doubtful row.
http::Response review_shown(Visit& visit, Opened const& import, auto const& review) {
    if (stops(review.faults())) return http::see_other(path_of(import.import, "/check"));
    if (auto const& doubts = review.plan.doubts; !doubts.empty())
        return visit.page(
            pages::doubt(visit.frame.guard, import.import, doubts.front(), doubts.size(), design::blank())
        );
    note_contacts(visit, review.plan);
    return visit.page(pages::review(visit.frame.guard, reviewed(import, review.digest, false), review.plan));
}

http::Response get_review(Visit& visit, http::Request const& request) {
    auto const import = opened(visit, request);
    if (!import) return nothing_open(visit, request);
    if (import->import.state == State::columns) return http::see_other(path_of(import->import, "/columns"));
    if (import->import.kind == Kind::staff)
        return review_shown(
            visit, *import, actions::review_staff(visit, import->sheet, import->columns, import->answers)
        );
    return review_shown(
        visit, *import, actions::review_pupils(visit, import->sheet, import->columns, import->answers)
    );
}

// The first doubt again, with what is missing in its answer.
http::Response doubt_again(
    Visit& visit,
    Opened const& import,
    http::Request const& request,
    auto const& doubts,
    FormErrors const& errors
) {
    if (doubts.empty()) return http::see_other(path_of(import.import, "/review"));
    return visit.form_again(
        pages::doubt(visit.frame.guard, import.import, doubts.front(), doubts.size(), {request.form, errors})
    );
}

// Keeps what was decided of a row; where the form names none, all is to be decided again.
http::Response match(
    Visit& visit,
    http::Request const& request,
    Opened& import,
    auto const& decided,
    auto doubts,
    auto const& review
) {
    if (decided && !*decided)
        return doubt_again(visit, import, request, review().plan.doubts, decided->error());
    if (decided)
        doubts[(*decided)->row] = (*decided)->who;
    else
        doubts.clear();
    actions::decide(visit, import, doubts);
    return http::see_other(path_of(import.import, "/review"));
}

http::Response post_match(Visit& visit, http::Request const& request) {
    auto import = opened(visit, request);
    if (!import) return nothing_open(visit, request);
    auto const& answers = import->answers;
    if (import->import.kind == Kind::staff)
        return match(visit, request, *import, forms::staff_doubt(request.form), answers.staff_doubts, [&] {
            return actions::review_staff(visit, import->sheet, import->columns, answers);
        });
    return match(visit, request, *import, forms::doubt(request.form), answers.doubts, [&] {
        return actions::review_pupils(visit, import->sheet, import->columns, answers);
    });
}

http::Response finished(Visit& visit, Opened& import, std::string const& summary) {
    actions::finish(visit, import, summary);
    return http::see_other(path_of(import.import));
}

http::Response post_done(Visit& visit, http::Request const& request) {
    auto import = opened(visit, request);
    if (!import) return nothing_open(visit, request);
    auto const digest = request.form.value("plan");
    if (import->import.kind == Kind::staff) {
        auto const review = actions::review_staff(visit, import->sheet, import->columns, import->answers);
        if (!review.may_go_on()) return http::see_other(path_of(import->import, "/check"));
        if (review.digest != digest)
            return visit.form_again(
                pages::review(visit.frame.guard, reviewed(*import, review.digest, true), review.plan)
            );
        return finished(
            visit, *import, actions::carry_out(visit, review.plan, actions::occasion_of(*import))
        );
    }
    auto const review = actions::review_pupils(visit, import->sheet, import->columns, import->answers);
    if (!review.may_go_on()) return http::see_other(path_of(import->import, "/check"));
    if (review.digest != digest) {
        note_contacts(visit, review.plan);
        return visit.form_again(
            pages::review(visit.frame.guard, reviewed(*import, review.digest, true), review.plan)
        );
    }
    auto const leavers = forms::leavers(request.form);
    return finished(
        visit, *import, actions::carry_out(visit, review.plan, leavers, actions::occasion_of(*import))
    );
}

http::Response post_left(Visit& visit, http::Request const& request) {
    auto import = opened(visit, request);
    if (!import) return nothing_open(visit, request);
    actions::leave(visit, *import);
    return http::see_other("/school/imports");
}

}  // namespace

Routes routes() {
    return {
        {"GET", "/school/imports", Permission::run_school, get_imports},
        {"POST",
         "/school/imports",
         Permission::run_school,
         post_upload,
         visits::upload_bytes,
         prepare_upload},
        {"GET", "/school/imports/{import}", Permission::run_school, get_import},
        {"GET", "/school/imports/{import}/columns", Permission::run_school, get_columns},
        {"POST", "/school/imports/{import}/columns", Permission::run_school, post_columns},
        {"GET", "/school/imports/{import}/check", Permission::run_school, get_check},
        {"GET", "/school/imports/{import}/review", Permission::run_school, get_review},
        {"POST", "/school/imports/{import}/matches", Permission::run_school, post_match},
        visits::fresh({"POST", "/school/imports/{import}/done", Permission::run_school, post_done}),
        {"POST", "/school/imports/{import}/left", Permission::run_school, post_left},
    };
}

}  // namespace exchange
