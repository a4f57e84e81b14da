#include "change/routes.hpp"

#include "change/measured_actions.hpp"
#include "change/measured_pages.hpp"
#include "change/report_actions.hpp"
#include "change/report_pages.hpp"
#include "change/weeks_actions.hpp"
#include "change/weeks_pages.hpp"
#include "messages/letter.hpp"
#include "need_to_know/actions.hpp"
#include "visits/visit.hpp"

namespace change {
namespace {

using http::Request;
using http::Response;

Response get_weeks(Visit& visit, Request const& request) {
    auto const the_case = request.id<CaseId>("case");
    auto child = need_to_know::see_progress_of(visit, the_case);
    if (!child) return http::not_found();
    auto weeks = actions::weeks_of(visit, *the_case);
    return visit.page(
        pages::weeks({.child = std::move(*child), .the_case = *the_case, .weeks = std::move(weeks)})
    );
}

Response get_change(Visit& visit, Request const& request) {
    auto const the_case = request.id<CaseId>("case");
    auto child = need_to_know::see_progress_of(visit, the_case);
    if (!child) return http::not_found();
    auto change = actions::change_of(visit, *the_case, child->pupil.id);
    bool const reports = actions::may_report(visit, *child, *the_case);
    return visit.page(pages::change(
        {.child = std::move(*child),
         .the_case = *the_case,
         .change = std::move(change),
         .may_report = reports}
    ));
}

Response get_report(Visit& visit, Request const& request) {
    auto const the_case = request.id<CaseId>("case");
    auto const child = need_to_know::see_progress_of(visit, the_case);
    if (!child) return http::not_found();
    auto const report = actions::report_of(visit, *child, *the_case);
    return report ? visit.page(pages::report(*child, *the_case, *report)) : http::not_found();
}

Response get_sheet(Visit& visit, Request const& request) {
    auto const the_case = request.id<CaseId>("case");
    auto const child = need_to_know::see_progress_of(visit, the_case);
    auto const report = child ? actions::report_of(visit, *child, *the_case) : std::nullopt;
    if (!report) return http::not_found();
    auto pdf = messages::pdf_of(
        {.school = report->school,
         .telephone = report->telephone,
         .recipient = "To the parents and carers of " + report->forename,
         .postal_address = {},
         .date = report->made_on,
         .title = title_of(*report),
         .words = words_of(*report) + "\n\n" + report->made_by,
         .large_print = request.query.value("print") == "large"}
    );
    return http::file(std::move(pdf), "application/pdf", title_of(*report) + ".pdf");
}

}  // namespace

Routes routes() {
    return {
        {"GET", "/cases/{case}/weeks", Permission::open_case, get_weeks},
        {"GET", "/cases/{case}/change", Permission::open_case, get_change},
        {"GET", "/cases/{case}/report-for-parents", Permission::open_case, get_report},
        {"GET", "/cases/{case}/report-for-parents/sheet", Permission::open_case, get_sheet},
    };
}

}  // namespace change
