#include "moving/routes.hpp"

#include "moving/actions.hpp"
#include "moving/forms.hpp"
#include "moving/pages.hpp"
#include "need_to_know/actions.hpp"
#include "visits/saving.hpp"

namespace moving {
namespace {

using http::Request;
using http::Response;

constexpr std::string_view not_there =
    "That is the address of somebody who works at this school. Enter the address of the SENCo at the next "
    "school";

struct Opened {
    need_to_know::Seen child;
    CaseId the_case;
    std::vector<Told> packs;
};

// The case, where the visitor sees how the child gets on.
std::optional<Opened> opened(Visit const& visit, Request const& request) {
    auto const the_case = request.id<CaseId>("case");
    auto child = need_to_know::see_progress_of(visit, the_case);
    if (!child) return std::nullopt;
    return Opened{std::move(*child), *the_case, packs_of(visit, *the_case)};
}

struct OnePack {
    need_to_know::Seen child;
    Told told;
};

std::optional<OnePack> opened_pack(Visit const& visit, Request const& request) {
    auto const id = request.id<PackId>("pack");
    auto found = id ? opened(visit, request) : std::nullopt;
    if (!found) return std::nullopt;
    for (auto& told : found->packs)
        if (told.pack.id == *id) return OnePack{std::move(found->child), std::move(told)};
    return std::nullopt;
}

Response get_overview(Visit& visit, Request const& request) {
    auto const found = opened(visit, request);
    if (!found) return http::not_found();
    auto const typed =
        found->packs.empty() ? forms::new_pack(visit.today) : forms::as_before(found->packs.front().pack.to);
    return visit.page(pages::overview(
        found->child, found->the_case, found->packs, visit.sends_mail, visit.frame.guard, {typed, {}}
    ));
}

Response post_pack(Visit& visit, Request const& request) {
    auto const found = opened(visit, request);
    if (!found) return http::not_found();
    auto const again = [&](FormErrors const& errors) {
        return visit.form_again(pages::overview(
            found->child,
            found->the_case,
            found->packs,
            visit.sends_mail,
            visit.frame.guard,
            {request.form, errors}
        ));
    };
    auto const to = forms::read_pack(request.form, visit.today);
    if (!to) return again(to.error());
    if (is_of_this_school(visit, to->senco_address)) return again({{"address", std::string(not_there)}});
    auto const pack = prepare(visit, found->the_case, *to);
    return visits::saved(path_of(found->the_case, pack), Saved::moving_pack);
}

design::Page page_of(
    Visit const& visit, OnePack const& one, std::vector<Offered> const& lines, Answers const& answers
) {
    if (one.told.standing == Standing::discarded)
        return pages::discarded_pack(one.child, one.told, answers.errors);
    if (auto const document = document_in(one.told.pack.frozen))
        return pages::sent_pack(one.child, one.told, *document, visit.frame.guard, answers.errors);
    return pages::preview(one.child, one.told, lines, visit.sends_mail, visit.frame.guard, answers);
}

std::vector<Offered> lines_of_preview(Visit const& visit, OnePack const& one) {
    if (one.told.standing != Standing::prepared) return {};
    return offered_now(visit, one.told.pack.the_case, one.child.pupil.id);
}

// Every line is ticked until the SENCo takes it out.
Response get_pack(Visit& visit, Request const& request) {
    auto const found = opened_pack(visit, request);
    if (!found) return http::not_found();
    auto const lines = lines_of_preview(visit, *found);
    Fields typed;
    for (auto const& one : lines) typed.add("line", id_of(one.line));
    return visit.page(page_of(visit, *found, lines, {typed, {}}));
}

Response post_sending(Visit& visit, Request const& request) {
    auto const found = opened_pack(visit, request);
    if (!found) return http::not_found();
    auto const code = send(visit, found->child, found->told.pack, forms::read_lines(request.form));
    if (code) return visit.page(pages::code_to_tell(found->child, found->told.pack, *code));
    FormErrors const errors{{"main", std::string(in_words(code.error()))}};
    return visit.form_again(page_of(visit, *found, lines_of_preview(visit, *found), {request.form, errors}));
}

Response get_discarding(Visit& visit, Request const& request) {
    auto const found = opened_pack(visit, request);
    if (!found) return http::not_found();
    auto const& [child, told] = *found;
    if (!told.can_be_discarded) return http::see_other(path_of(told.pack.the_case, told.pack.id));
    return visit.page(pages::discarding(child, told.pack, visit.frame.guard, design::blank()));
}

// Sent meanwhile, or discarded already: its page says which.
Response post_discarding(Visit& visit, Request const& request) {
    auto const found = opened_pack(visit, request);
    if (!found) return http::not_found();
    auto const& [child, told] = *found;
    auto const& pack = told.pack;
    if (!told.can_be_discarded) return http::see_other(path_of(pack.the_case, pack.id));
    auto const why = forms::read_discarding(request.form);
    if (!why)
        return visit.form_again(pages::discarding(child, pack, visit.frame.guard, {request.form, why.error()})
        );
    if (!discard(visit, pack, *why)) return http::see_other(path_of(pack.the_case, pack.id));
    return visits::saved(moving_path(pack.the_case), Saved::moving_pack_discarded);
}

Response post_taking_back(Visit& visit, Request const& request) {
    auto const found = opened_pack(visit, request);
    if (!found) return http::not_found();
    auto const& pack = found->told.pack;
    if (!found->told.can_be_ended) return http::see_other(path_of(pack.the_case, pack.id));
    end_link(visit, pack);
    return visits::saved(path_of(pack.the_case, pack.id), Saved::moving_pack_taken_back);
}

}  // namespace

Routes routes() {
    return {
        {"GET", "/cases/{case}/moving", Permission::coordinate, get_overview},
        {"POST", "/cases/{case}/moving", Permission::coordinate, post_pack},
        {"GET", "/cases/{case}/moving/{pack}", Permission::coordinate, get_pack},
        {"GET", "/cases/{case}/moving/{pack}/discarding", Permission::coordinate, get_discarding},
        {"POST", "/cases/{case}/moving/{pack}/discarding", Permission::coordinate, post_discarding},
        visits::fresh({"POST", "/cases/{case}/moving/{pack}/sending", Permission::coordinate, post_sending}),
        {"POST", "/cases/{case}/moving/{pack}/taking-back", Permission::coordinate, post_taking_back},
    };
}

}  // namespace moving
