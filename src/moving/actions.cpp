#include "moving/actions.hpp"

#include <algorithm>

#include "base/secret.hpp"
#include "base/text.hpp"
#include "messages/actions.hpp"
#include "moving/gathering_store.hpp"
#include "moving/link_store.hpp"
#include "moving/rules.hpp"
#include "moving/scores_actions.hpp"
#include "moving/store.hpp"
#include "moving/summary_rules.hpp"
#include "need_to_know/words_actions.hpp"
#include "programmes/store.hpp"
#include "pupils/naming_actions.hpp"
#include "pupils/store.hpp"
#include "records/actions.hpp"
#include "records/values.hpp"
#include "referrals/concern_store.hpp"
#include "schools/store.hpp"
#include "sharing/next_school_rules.hpp"
#include "sharing/next_school_store.hpp"
#include "staff/store.hpp"
#include "strategies/store.hpp"

namespace moving {
namespace {

using records::Action;
using records::text_of;
using sharing::OwnWords;

Going going_by_the_child(Visit const& visit, CaseId const& the_case) {
    auto const words = sharing::next_school_store::words_of(visit.db, visit.school, the_case);
    return {
        .views = sharing::may_go(OwnWords::views, words),
        .confided = sharing::may_go(OwnWords::confided, words)};
}

std::vector<std::string> names_of(
    std::vector<AreaId> const& ids, std::vector<strategies::TargetArea> const& areas
) {
    std::vector<std::string> names;
    for (auto const& area : areas)
        if (std::ranges::find(ids, area.id) != ids.end()) names.push_back(area.name);
    return names;
}

std::vector<Shelf> shelves_of(Visit const& visit, std::vector<strategies::TargetArea> const& agreed) {
    std::vector<AreaId> ids;
    for (auto const& area : agreed) ids.push_back(area.id);
    if (ids.empty()) return {};
    std::vector<Shelf> shelves;
    for (auto const& one : strategies::store::shelves_of(visit.db, visit.school, ids)) {
        Shelf shelf{.area = one.area.name, .titles = {}};
        for (auto const& strategy : one.strategies) shelf.titles.push_back(strategy.title);
        shelves.push_back(std::move(shelf));
    }
    return shelves;
}

Gathered gather(Visit const& visit, CaseId const& the_case, Going going) {
    auto& db = visit.db;
    Gathered gathered;
    auto const areas = programmes::store::areas(db, visit.school);
    for (auto const& one : referrals::concern_store::of_case(db, visit.school, the_case))
        gathered.concerns.push_back(
            {.noticed_on = one.said.noticed_on,
             .seen = one.said.seen,
             .tried = one.said.tried,
             .areas = names_of(one.said.areas, areas)}
        );
    auto const agreed = programmes::store::agreed_areas(db, visit.school, the_case);
    for (auto const& area : agreed) gathered.areas.push_back(area.name);
    gathered.places = gathering_store::places(db, visit.school, the_case);
    gathered.targets = programmes::store::targets_of(db, visit.school, the_case);
    gathered.reviews = gathering_store::reviews(db, visit.school, the_case);
    gathered.scores = scores_of(visit, the_case);
    gathered.sessions = gathering_store::sessions(db, visit.school, the_case);
    gathered.shelves = shelves_of(visit, agreed);
    if (going.confided) {
        need_to_know::decide_to_pass_on_what_was_confided(visit, the_case);
        gathered.confided = gathering_store::confided(db, visit.school, the_case);
    }
    return gathered;
}

// Those of the lines that were chosen; nothing where one that was chosen says something else by now.
std::optional<std::vector<Line>> chosen_of(
    std::vector<Line> const& lines, std::vector<std::string> const& chosen
) {
    std::vector<Line> going;
    for (auto const& line : lines)
        if (std::ranges::find(chosen, id_of(line)) != chosen.end()) going.push_back(line);
    return going.size() == chosen.size() ? std::optional(std::move(going)) : std::nullopt;
}

Document document_of(
    Visit const& visit, need_to_know::Seen const& child, Pack const& pack, std::vector<Line> lines
) {
    auto const school = schools::store::school(visit.db, visit.school);
    auto const known = pupils::store::known(visit.db, visit.school, child.pupil.id);
    return {
        .school = visit.school_name,
        .telephone = school ? school->telephone : std::string(),
        .child = child.pupil.name(),
        .born_on = known ? known->details.born_on : Date{},
        .year = pupils::year_in_words(child.pupil.year_group),
        .to = pack.to,
        .made_on = visit.today,
        .lines = std::move(lines)};
}

// Digits of bytes below 250, so that none comes more often than another.
std::string new_code() {
    std::string digits;
    while (digits.size() < digits_of_code)
        for (char const c : secret::random_bytes(digits_of_code)) {
            auto const byte = static_cast<unsigned char>(c);
            constexpr unsigned evenly = 250;
            if (byte < evenly && digits.size() < digits_of_code) digits += static_cast<char>('0' + byte % 10);
        }
    return digits;
}

// Names no child: the e-mail may arrive anywhere.
void mail_the_link(
    Visit& visit,
    need_to_know::Seen const& child,
    Pack const& pack,
    Link const& link,
    std::string const& token
) {
    auto const until = calendar::in_words(calendar::local_date(link.expires_at));
    messages::send(
        visit,
        {.address = pack.to.senco_address,
         .subject = "Records wait for you at " + visit.school_name,
         .words = visit.school_name +
                  " has records for the SENCo, about somebody who comes to your school. Open this link:\n\n" +
                  visit.public_address + receiving_path(token) + "\n\nIt asks for a code, which " +
                  visit.school_name + " tells you by telephone. It opens until " + until +
                  ". This message says no more, so that it is safe to arrive anywhere. If you did not expect "
                  "it, ring the school.\n",
         .about = child.pupil.id}
    );
}

void end_the_earlier(Visit& visit, Pack const& but_for) {
    for (auto const& earlier : store::of_case(visit.db, visit.school, but_for.the_case))
        if (earlier.id != but_for.id && can_be_ended(earlier, visit.now)) end_link(visit, earlier);
}

store::Frozen frozen_of(Document const& document) {
    auto const any_needs = [&](bool Going::*word) {
        return std::ranges::any_of(document.lines, [&](Line const& line) {
            return needed_for(line.section).*word;
        });
    };
    return {
        .json = json_of(document),
        .with_views = any_needs(&Going::views),
        .with_confided = any_needs(&Going::confided)};
}

std::string yes_or_no(bool yes) { return yes ? "yes" : "no"; }

Told told_of(Pack&& pack, std::span<sharing::NextSchoolWord const> words, Instant now) {
    Told told{.pack = std::move(pack)};
    told.standing = standing_of(told.pack, words, now);
    told.late = is_late(told.standing, told.pack, now);
    told.needs_another = needs_another(told.standing);
    told.can_be_ended = can_be_ended(told.pack, now);
    told.can_be_discarded = can_be_discarded(told.pack);
    return told;
}

}  // namespace

void record(
    Visit& visit, Pack const& pack, Action action, std::vector<records::FieldChange> fields, std::string why
) {
    records::write(
        visit,
        {.action = action,
         .subject = "moving_pack",
         .subject_id = text_of(pack.id),
         .case_id = text_of(pack.the_case),
         .why = std::move(why),
         .fields = std::move(fields)}
    );
}

bool is_of_this_school(Visit const& visit, std::string const& address) {
    return std::ranges::any_of(staff::store::people(visit.db, visit.school), [&](auto const& person) {
        bool const has_left = person.left_on && *person.left_on <= visit.today;
        return !has_left && text::ascii_lower(person.address) == text::ascii_lower(address);
    });
}

PackId prepare(Visit& visit, CaseId const& the_case, NextSchool const& to) {
    Pack pack;
    pack.id = visit.new_id<PackId>();
    pack.the_case = the_case;
    store::prepare(visit.db, visit.school, pack.id, the_case, to, visit.staff(), visit.now);
    record(
        visit,
        pack,
        Action::made,
        {{"next_school", "", to.name},
         {"senco_name", "", to.senco_name},
         {"senco_address", "", to.senco_address},
         {"moves_on", "", calendar::iso(to.moves_on)}},
        to.why
    );
    return pack.id;
}

std::vector<Told> packs_of(Visit const& visit, CaseId const& the_case) {
    auto packs = store::of_case(visit.db, visit.school, the_case);
    if (packs.empty()) return {};
    auto const words = sharing::next_school_store::words_of(visit.db, visit.school, the_case);
    std::vector<Told> all;
    for (auto& pack : packs) all.push_back(told_of(std::move(pack), words, visit.now));
    return all;
}

std::vector<Unreceived> not_received(Visit const& visit) {
    std::vector<Unreceived> all;
    for (auto& one : store::on_their_way(visit.db, visit.school)) {
        auto told = told_of(std::move(one.pack), {&one.word, 1}, visit.now);
        if (told.late || told.needs_another)
            all.push_back({std::move(told), one.pupil, std::move(one.forename)});
    }
    return all;
}

bool lacks_a_receipt(Visit const& visit, CaseId const& the_case) {
    return std::ranges::any_of(packs_of(visit, the_case), [](Told const& told) {
        return told.late || told.needs_another;
    });
}

std::vector<Line> lines_now(Visit const& visit, CaseId const& the_case) {
    auto const going = going_by_the_child(visit, the_case);
    return lines_of(gather(visit, the_case, going), going);
}

std::vector<Offered> offered_now(Visit const& visit, CaseId const& the_case, PupilId const& child) {
    auto const others = pupils::actions::others_beside(visit, text_of(child));
    std::vector<Offered> all;
    for (auto& line : lines_now(visit, the_case)) {
        auto found = pupils::names_in(line.text, others);
        all.push_back({std::move(line), std::move(found)});
    }
    return all;
}

Expected<std::string, Refusal> send(
    Visit& visit, need_to_know::Seen const& child, Pack const& pack, std::vector<std::string> const& chosen
) {
    if (pack.sent_at) return refuse(Refusal::sent_already);
    if (pack.discarded_at) return refuse(Refusal::discarded);
    if (!visit.sends_mail) return refuse(Refusal::no_e_mail);
    if (chosen.empty()) return refuse(Refusal::nothing_chosen);
    auto lines = chosen_of(lines_now(visit, pack.the_case), chosen);
    if (!lines) return refuse(Refusal::has_changed);

    auto const frozen = frozen_of(document_of(visit, child, pack, std::move(*lines)));
    if (!store::send(visit.db, visit.school, pack, frozen, visit.staff(), visit.now))
        return refuse(Refusal::sent_already);
    auto const token = secret::new_token();
    auto code = new_code();
    Link const link{
        .token_hash = secret::hash_of_token(token),
        .school = visit.school,
        .school_name = {},
        .telephone = {},
        .the_case = pack.the_case,
        .pack = pack.id,
        .code_hash = hash_of_code(token, code),
        .proof_key = secret::new_token(),
        .made_at = visit.now,
        .expires_at = visit.now + link_lasts};
    link_store::add(visit.db, link);
    mail_the_link(visit, child, pack, link, token);
    end_the_earlier(visit, pack);
    record(
        visit,
        pack,
        Action::signed_,
        {{"sent", "no", "yes"},
         {"lines", "", std::to_string(chosen.size())},
         {"with_views", "", yes_or_no(frozen.with_views)},
         {"with_confided", "", yes_or_no(frozen.with_confided)}}
    );
    return code;
}

bool discard(Visit& visit, Pack const& pack, std::string const& why) {
    if (!store::discard(visit.db, visit.school, pack, why, visit.staff(), visit.now)) return false;
    record(visit, pack, Action::ended, {{"discarded", "no", "yes"}}, why);
    return true;
}

bool end_link(Visit& visit, Pack const& pack) {
    if (store::take_back(visit.db, visit.school, pack.id, visit.staff(), visit.now))
        record(visit, pack, Action::ended, {{"taken_back", "no", "yes"}});
    else if (link_store::end(visit.db, visit.school, pack.id, visit.now))
        record(visit, pack, Action::ended, {{"link_ended", "no", "yes"}});
    else
        return false;
    return true;
}

}  // namespace moving
