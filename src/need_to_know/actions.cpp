#include "need_to_know/actions.hpp"

#include <algorithm>

#include "need_to_know/confided_rules.hpp"
#include "need_to_know/contact_rules.hpp"
#include "need_to_know/deciding.hpp"
#include "need_to_know/rules.hpp"
#include "need_to_know/share_rules.hpp"
#include "need_to_know/share_store.hpp"
#include "need_to_know/store.hpp"

namespace need_to_know {

namespace {

bool is_near(std::optional<Access> const& access) { return access && access->sees(Zone::progress); }

// Who raised a concern sees the headline at the most, so they are asked for where nothing brings the person
// nearer.
std::optional<Access> access_within_case(Visit const& visit, Child& child) {
    auto access = access_of(visit.who, child);
    if (is_near(access) || !child.open_case) return access;
    child.raised_by = store::raised_by(visit.db, visit.school, *child.open_case);
    return access_of(visit.who, child);
}

// So is who keeps in touch with a child without an open case.
std::optional<Access> access_in_all(Visit const& visit, Child& child) {
    auto access = access_within_case(visit, child);
    if (is_near(access) || child.open_case) return access;
    child.in_touch = store::in_touch(visit.db, visit.school, child.pupil.id);
    return access_of(visit.who, child);
}

std::optional<Seen> seen(Visit const& visit, Child const& child, std::optional<Access>&& access) {
    if (!access) return std::nullopt;
    note_read(visit, child.open_case, *access);
    auto const& names = child.supporters;
    return Seen{child.pupil, std::move(*access), {names.begin(), names.end()}, child.open_case};
}

void note_listed(Visit const& visit, std::vector<Listed> const& children, visits::ReadZone nearest) {
    visits::Read read{
        .pupil_id = {},
        .case_id = {},
        .zone = nearest,
        .reason = "This is a list, and shows you of each child what you may know."};
    for (auto const& child : children) read.listed.emplace_back(child.id().text());
    visit.reads.note(Deciding::made(), std::move(read));
}

bool is_of_a_role(visits::Permission of) {
    return of != visits::Permission::anyone && of != visits::Permission::signed_in;
}

void bring_near(OneSession const& session, Child& child) {
    if (session.stand_in) child.stand_ins = {*session.stand_in};
    if (session.delivered_before) child.former = {*session.delivered_before};
}

// Of a child with another open case than the one that is asked after, no tie and no word that belongs to that
// case.
Child without_the_open_case(Child child) {
    std::erase_if(child.shares, [](Share const& share) {
        return share.by == By::child || share.by == By::senco;
    });
    Child left{.pupil = child.pupil, .deliverers = {}, .stand_ins = {}, .former = {}, .raised_by = {}};
    left.today = child.today;
    left.now = child.now;
    left.shares = std::move(child.shares);
    left.family = std::move(child.family);
    return left;
}

}  // namespace

std::optional<Access> access_to(Visit const& visit, PupilId const& pupil) {
    auto child = store::child(visit.db, visit.school, pupil, visit.today, visit.now);
    return child ? access_in_all(visit, *child) : std::nullopt;
}

bool a_reason_would_open(Visit const& visit, PupilId const& pupil) {
    auto child = store::child(visit.db, visit.school, pupil, visit.today, visit.now);
    return child && a_reason_would_open(visit.who, std::move(*child));
}

std::optional<CaseAccess> access_to_case(Visit const& visit, CaseId const& the_case) {
    auto child = store::child_of_case(visit.db, visit.school, the_case, visit.today, visit.now);
    if (!child) return std::nullopt;
    auto access = access_within_case(visit, *child);
    if (!access) return std::nullopt;
    return CaseAccess{std::move(*access), child->pupil.id};
}

std::optional<Seen> see(Visit const& visit, std::optional<PupilId> const& pupil) {
    auto child = pupil ? store::child(visit.db, visit.school, *pupil, visit.today, visit.now) : std::nullopt;
    return child ? seen(visit, *child, access_in_all(visit, *child)) : std::nullopt;
}

std::optional<Seen> see_case(Visit const& visit, CaseId const& the_case) {
    auto child = store::child_of_case(visit.db, visit.school, the_case, visit.today, visit.now);
    return child ? seen(visit, *child, access_within_case(visit, *child)) : std::nullopt;
}

std::optional<Seen> see_in_session(Visit const& visit, CaseId const& the_case, OneSession const& session) {
    auto child = store::child_of_case(visit.db, visit.school, the_case, visit.today, visit.now);
    if (!child) return std::nullopt;
    if (child->open_case) bring_near(session, *child);
    return seen(visit, *child, access_within_case(visit, *child));
}

std::optional<Seen> see_progress_of(Visit const& visit, std::optional<CaseId> const& the_case) {
    auto child = the_case ? store::child_of_case(visit.db, visit.school, *the_case, visit.today, visit.now)
                          : std::nullopt;
    if (!child) return std::nullopt;
    auto access = access_within_case(visit, *child);
    return is_near(access) ? seen(visit, *child, std::move(access)) : std::nullopt;
}

std::optional<Seen> see_progress_of(Visit const& visit, std::optional<PupilId> const& pupil) {
    auto child = pupil ? store::child(visit.db, visit.school, *pupil, visit.today, visit.now) : std::nullopt;
    if (!child) return std::nullopt;
    auto access = access_in_all(visit, *child);
    return is_near(access) ? seen(visit, *child, std::move(access)) : std::nullopt;
}

std::optional<KeptInTouch> see_to_keep_in_touch(Visit const& visit, CaseId const& the_case) {
    auto child = store::child_of_case(visit.db, visit.school, the_case, visit.today, visit.now);
    if (!child) return std::nullopt;
    child->in_touch = store::in_touch(visit.db, visit.school, child->pupil.id);
    std::erase_if(child->in_touch, [&](auto const& one) { return one.the_case != the_case; });
    bool const theirs = keeps_in_touch(visit.who, *child);
    auto access = access_within_case(visit, *child);
    if (!theirs && !is_near(access)) return std::nullopt;
    auto found = seen(visit, *child, std::move(access));
    if (!found) return std::nullopt;
    visit.reads.allow(Deciding::made(), found->pupil.id.text());
    std::optional<Date> until;
    for (auto const& one : child->in_touch) until = in_touch_until(one.closed_on);
    return KeptInTouch{std::move(*found), theirs, until};
}

std::optional<ContactAccess> access_to_contacts(Visit const& visit, PupilId const& pupil) {
    auto const child = store::child(visit.db, visit.school, pupil, visit.today, visit.now);
    return child ? contact_access_of(visit.who, *child) : std::nullopt;
}

std::optional<SeenContacts> see_contacts(Visit const& visit, PupilId const& pupil) {
    auto const child = store::child(visit.db, visit.school, pupil, visit.today, visit.now);
    auto access = child ? contact_access_of(visit.who, *child) : std::nullopt;
    if (!access) return std::nullopt;
    visit.reads.note(
        Deciding::made(),
        {.pupil_id = std::string(pupil.text()),
         .case_id = {},
         .zone = visits::ReadZone::headline,
         .reason = access->reason(),
         .contacts = access->most()}
    );
    return SeenContacts{child->pupil, std::move(*access)};
}

void note_contacts_of(Visit const& visit, std::vector<PupilId> const& children) {
    auto const duty = duty_to_contacts(visit.who);
    if (!duty) return;
    visits::Read read{
        .pupil_id = {},
        .case_id = {},
        .zone = visits::ReadZone::headline,
        .reason = *duty,
        .contacts = Contacts::all};
    for (auto const& child : children) read.listed.emplace_back(child.text());
    visit.reads.note(Deciding::made(), std::move(read));
}

std::set<PupilId> own_children(Visit const& visit) {
    if (!visit.who.staff) return {};
    auto const children = share_store::own_children(visit.db, visit.school, *visit.who.staff);
    return {children.begin(), children.end()};
}

void note_read(Visit const& visit, std::optional<CaseId> const& the_case, Access const& access) {
    auto const confided = confided_in(access, visit.staff(), visit.proven_at, visit.now);
    bool const waits = confided == Confided::after_a_proof;
    visit.reads.note(
        Deciding::made(),
        {.pupil_id = std::string(access.child().id().text()),
         .case_id = the_case ? std::optional(std::string(the_case->text())) : std::nullopt,
         .zone = waits ? visits::ReadZone::progress : zone_read(access, visit.staff()),
         .reason = reason_without_name(access.reason(), access.child().forename())}
    );
}

void note_list(Visit const& visit, std::vector<Listed> const& children) {
    note_listed(visit, children, visits::ReadZone::headline);
    for (auto const& child : children)
        if (child.is_near()) visit.reads.allow(Deciding::made(), child.id().text());
}

void note_list_of_progress(Visit const& visit, std::vector<Listed> const& children) {
    std::vector<Listed> near;
    std::vector<Listed> others;
    for (auto const& child : children) (child.is_near() ? near : others).push_back(child);
    note_listed(visit, near, visits::ReadZone::progress);
    note_list(visit, others);
}

Duty::Duty(bool is_theirs, std::set<PupilId> own) : is_theirs_(is_theirs), own_(std::move(own)) {}

Duty::Duty(Visit const& visit, visits::Permission of)
    : Duty(visit.who.staff && is_of_a_role(of) && visit.who.may(of), own_children(visit)) {}

Duty Duty::to_own_work(Visit const& visit) { return {visit.who.staff.has_value(), own_children(visit)}; }

std::optional<Named> Duty::names(PupilId const& pupil, std::string const& name) const {
    if (!is_theirs_ || is_own(pupil)) return std::nullopt;
    return Named(pupil, name, name);
}

std::optional<Named> Duty::names(pupils::Pupil const& pupil) const {
    if (!is_theirs_ || is_own(pupil.id)) return std::nullopt;
    return Named(pupil.id, pupil.forename, pupil.name());
}

std::optional<Named> Duty::reads(
    Visit const& visit, PupilId const& pupil, std::string const& name, std::string const& because
) const {
    auto child = names(pupil, name);
    if (!child) return std::nullopt;
    std::string const id(pupil.text());
    visit.reads.note(
        Deciding::made(),
        {.pupil_id = id, .case_id = {}, .zone = visits::ReadZone::progress, .reason = because, .listed = {id}}
    );
    return child;
}

std::optional<Named> Duty::works_with(Visit const& visit, PupilId const& pupil, std::string const& name)
    const {
    auto child = names(pupil, name);
    if (child) visit.reads.allow(Deciding::made(), pupil.text());
    return child;
}

void Duty::tells_of(Visit const& visit, std::vector<Listed> const& children) const {
    for (auto const& child : children)
        if (is_theirs_ && !is_own(child.id())) visit.reads.allow(Deciding::made(), child.id().text());
}

Sight::Sight(Visit const& visit) : who_(visit.who), today_(visit.today), now_(visit.now) {
    if (!who_.staff) return;
    for (auto const& [pupil, the_case] : store::open_cases(visit.db, visit.school))
        open_cases_.emplace(pupil, the_case);
    for (auto const& [pupil, relationship, from_on, closed_at] :
         store::ties_of(visit.db, visit.school, *who_.staff, visit.today)) {
        auto& child = tied_[pupil];
        if (closed_at)
            child.in_touch.push_back({*who_.staff, calendar::local_date(*closed_at)});
        else if (from_on)
            child.successors.push_back({*who_.staff, *from_on});
        else
            (relationship == Relationship::deliverer ? child.deliverers : child.raised_by)
                .push_back(*who_.staff);
    }
    for (auto const& [pupil, share] : share_store::of_person(visit.db, visit.school, who_, today_, now_)) {
        auto& child = tied_[pupil];
        if (share)
            child.shares.push_back(*share);
        else
            child.family.push_back(*who_.staff);
    }
}

Child Sight::child_of(pupils::Pupil const& pupil) const {
    auto const tied = tied_.find(pupil.id);
    auto child = tied == tied_.end() ? Child{} : tied->second;
    child.pupil = pupil;
    child.today = today_;
    child.now = now_;
    return child;
}

std::optional<Access> Sight::of(pupils::Pupil const& pupil) const { return access_of(who_, child_of(pupil)); }

std::optional<Named> Sight::names(pupils::Pupil const& pupil) const { return named(who_, child_of(pupil)); }

std::optional<Access> Sight::of_case(
    pupils::Pupil const& pupil, CaseId const& the_case, OneSession const& session
) const {
    auto const open = open_cases_.find(pupil.id);
    bool const is_open = open != open_cases_.end() && open->second == the_case;
    auto child = child_of(pupil);
    if (!is_open) child = without_the_open_case(std::move(child));
    if (is_open) bring_near(session, child);
    return access_of(who_, child);
}

bool Sight::shows_support_of(pupils::Pupil const& pupil) const {
    return of(pupil).has_value() && open_cases_.contains(pupil.id);
}

std::vector<pupils::Pupil> accessible(Visit const& visit, std::vector<pupils::Pupil> const& pupils) {
    Sight const sight(visit);
    std::vector<pupils::Pupil> seen;
    std::ranges::copy_if(pupils, std::back_inserter(seen), [&](auto const& pupil) {
        return sight.of(pupil).has_value();
    });
    return seen;
}

}  // namespace need_to_know
