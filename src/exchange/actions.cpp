#include "exchange/actions.hpp"

#include <algorithm>

#include "base/secret.hpp"
#include "base/text.hpp"
#include "exchange/kept_sheet.hpp"
#include "exchange/left_out_rules.hpp"
#include "exchange/plan_digest.hpp"
#include "exchange/pupil_check_rules.hpp"
#include "exchange/store.hpp"
#include "merging/store.hpp"
#include "need_to_know/actions.hpp"
#include "need_to_know/words_actions.hpp"
#include "pupils/class_store.hpp"
#include "pupils/contact_store.hpp"
#include "pupils/ethnicity_store.hpp"
#include "pupils/store.hpp"
#include "records/actions.hpp"
#include "staff/store.hpp"

namespace exchange::actions {
namespace {

// Its files name children, so they are kept no longer than it takes to look something up.
constexpr std::int64_t an_unfinished_import_lasts = 14 * (24 * hours);

std::string heading_key(Kind kind, std::vector<std::string> const& headings) {
    return secret::digest({word(kind), text::joined(headings, "\n")});
}

// No other column keeps the meaning.
void give(Columns& columns, std::size_t at, Column meaning) {
    std::ranges::replace(columns, meaning, Column{});
    columns[at] = meaning;
}

// A school's files change by a column; the others keep what was chosen for them.
Columns guess_with(std::map<std::string, std::string> const& known, Sheet const& sheet, Kind kind) {
    auto columns = guess(sheet, kind);
    for (std::size_t at = 0; at < columns.size(); ++at) {
        auto const found = known.find(heading_key(kind, {sheet.heading[at]}));
        auto const meaning = found == known.end() ? std::nullopt : column_from(found->second);
        if (meaning) give(columns, at, *meaning);
    }
    return columns;
}

Register the_register(Visit& visit) {
    auto const school_year = calendar::school_year(visit.today);
    auto classes = pupils::class_store::classes(visit.db, visit.school, visit.today);
    if (!classes.empty() && classes.front().school_year != school_year) classes.clear();
    need_to_know::decide_on_the_roll(visit);
    return {
        .pupils = pupils::store::all_known(visit.db, visit.school),
        .contacts = pupils::contact_store::all(visit.db, visit.school),
        .classes = std::move(classes),
        .school_year = school_year,
        .today = visit.today};
}

// An import that an earlier version began holds its files as they came.
std::optional<Sheet> sheet_of(Files const& files, Kind kind) {
    if (files.size() == 1)
        if (auto kept = sheet_from(files.front().bytes)) return kept;
    auto read = read_files(files, kind);
    if (!read) return std::nullopt;
    return std::move(*read);
}

void write(Visit& visit, records::Action action, Import const& import) {
    records::write(
        visit,
        {.action = action,
         .subject = "import",
         .subject_id = std::string(import.id.text()),
         .why = why_of({.import = import.id, .file_name = import.file_name}),
         .fields = {{"state", "", std::string(word(import.state))}}}
    );
}

void leave(Visit& visit, Import& import) {
    import.state = State::left;
    if (store::save(visit.db, visit.school, import)) write(visit, records::Action::ended, import);
}

bool holds_ethnicity(Visit& visit, Import const& import) {
    if (import.kind == Kind::staff) return false;
    auto const columns = columns_from(import.columns);
    if (columns && std::ranges::find(*columns, Field::ethnicity, &Column::field) != columns->end())
        return true;
    auto const sheet = sheet_of(store::files(visit.db, visit.school, import.id), import.kind);
    return !sheet || holds_ethnicity(*sheet);
}

void keep_answers(Visit& visit, Opened& opened) {
    opened.import.answers = as_text(opened.answers);
    store::save(visit.db, visit.school, opened.import);
}

Faults joined(Faults faults, Faults const& more) {
    faults.insert(faults.end(), more.begin(), more.end());
    return faults;
}

}  // namespace

ImportId start(
    Visit& visit, Kind kind, std::string const& file_names, Sheet const& sheet, std::string_view bytes
) {
    Import const import{
        .id = visit.new_id<ImportId>(),
        .kind = kind,
        .state = State::columns,
        .file_name = file_names,
        .columns = as_text(columns_for(visit, sheet, kind)),
        .started_at = visit.now,
        .done_at = {}};
    for (auto& old : store::unfinished(visit.db, visit.school, visit.now - an_unfinished_import_lasts))
        leave(visit, old);
    store::add(visit.db, visit.school, import, visit.staff(), bytes);
    write(visit, records::Action::made, import);
    return import.id;
}

std::optional<Opened> open(Visit& visit, ImportId const& id) {
    auto const import = store::find(visit.db, visit.school, id);
    if (!import || import->state == State::done || import->state == State::left) return std::nullopt;
    auto sheet = sheet_of(store::files(visit.db, visit.school, id), import->kind);
    auto columns = columns_from(import->columns);
    if (!sheet || !columns || columns->size() != sheet->heading.size()) return std::nullopt;
    auto answers = answers_from(import->answers);
    auto const& school = answers.of_school;
    if (!school.empty()) *sheet = of_school(std::move(*sheet), school);
    return Opened{*import, std::move(*sheet), std::move(*columns), std::move(answers)};
}

Columns columns_for(Visit& visit, Sheet const& sheet, Kind kind) {
    auto const known = store::remembered(visit.db, visit.school);
    if (auto const found = known.find(heading_key(kind, sheet.heading)); found != known.end()) {
        auto const columns = columns_from(found->second);
        if (columns && columns->size() == sheet.heading.size()) return *columns;
    }
    return guess_with(known, sheet, kind);
}

void choose_columns(
    Visit& visit,
    Opened& opened,
    Columns const& columns,
    std::optional<DateOrder> dates,
    std::string const& of_school
) {
    opened.columns = columns;
    opened.answers.dates = dates;
    opened.answers.of_school = of_school;
    opened.import.columns = as_text(columns);
    opened.import.answers = as_text(opened.answers);
    opened.import.state = State::review;
    store::save(visit.db, visit.school, opened.import);
    auto const remember = [&](std::vector<std::string> const& headings, std::string const& chosen) {
        store::remember(visit.db, visit.school, heading_key(opened.import.kind, headings), chosen);
    };
    remember(opened.sheet.heading, opened.import.columns);
    // What nobody changed is guessed again, perhaps otherwise, beside other columns.
    auto const guessed =
        guess_with(store::remembered(visit.db, visit.school), opened.sheet, opened.import.kind);
    for (std::size_t at = 0; at < columns.size(); ++at)
        if (columns[at] != guessed[at]) remember({opened.sheet.heading[at]}, as_text(columns[at]));
}

void decide(Visit& visit, Opened& opened, Decisions const& doubts) {
    opened.answers.doubts = doubts;
    keep_answers(visit, opened);
}
void decide(Visit& visit, Opened& opened, StaffDecisions const& doubts) {
    opened.answers.staff_doubts = doubts;
    keep_answers(visit, opened);
}

void leave(Visit& visit, Opened& opened) { leave(visit, opened.import); }

void leave_those_with_ethnicity(Visit& visit) {
    for (auto& import : store::unfinished(visit.db, visit.school, visit.now + hours))
        if (holds_ethnicity(visit, import)) leave(visit, import);
}

Faults PupilReview::faults() const { return joined(checked.faults, plan.faults); }
Faults StaffReview::faults() const { return joined(checked.faults, plan.faults); }

// A UPN that was given up when two records became one is the child's all the same.
void with_kept_upns(Visit& visit, std::vector<PupilInFile>& file) {
    auto const kept = merging::store::kept_upns(visit.db, visit.school);
    for (auto& pupil : file)
        if (auto const found = kept.find(pupil.details.upn); found != kept.end())
            pupil.details.upn = found->second;
}

PupilReview review_pupils(
    Visit& visit, Sheet const& sheet, Columns const& columns, AnswersGiven const& answers
) {
    auto const order = order_of_dates(sheet, columns).value_or(answers.dates.value_or(DateOrder::day_first));
    PupilReview review{
        .checked = checked_pupils(sheet, columns, order, visit.today), .plan = {}, .digest = {}};
    if (auto const fault = responsibility_unsaid(review.checked.pupils, columns))
        review.checked.faults.push_back(*fault);
    if (!pupils::ethnicity_store::is_kept(visit.db, visit.school))
        for (auto& pupil : review.checked.pupils) pupil.details.ethnicity.clear();
    with_kept_upns(visit, review.checked.pupils);
    review.plan = plan_of(review.checked.pupils, the_register(visit), answers.doubts);
    auto const own = need_to_know::own_children(visit);
    for (auto& planned : review.plan.changed)
        planned.of_ones_own = planned.before && own.contains(planned.before->id);
    for (auto& fault : review.plan.faults)
        if (fault.file.empty()) fault.file = sheet.leading_file;
    review.digest = digest_of(review.plan);
    return review;
}

StaffReview review_staff(
    Visit& visit, Sheet const& sheet, Columns const& columns, AnswersGiven const& answers
) {
    People const known{
        .people = staff::store::people(visit.db, visit.school),
        .roles = staff::store::roles(visit.db, visit.school),
        .classes = staff::store::classes(visit.db, visit.school, calendar::school_year(visit.today)),
        .today = visit.today,
        .importer = visit.who.staff};
    StaffReview review{.checked = checked_people(sheet, columns), .plan = {}, .digest = {}};
    review.plan = plan_of(review.checked.people, known, answers.staff_doubts);
    review.digest = digest_of(review.plan);
    return review;
}

Occasion occasion_of(Opened const& opened) {
    return {
        .import = opened.import.id,
        .file_name = opened.import.file_name,
        .doubts = opened.answers.doubts,
        .staff_doubts = opened.answers.staff_doubts,
        .was_begun = true};
}

std::string why_of(Occasion const& occasion) {
    return "Import of " + occasion.file_name + " (import " + std::string(occasion.import.text()) + ")";
}

void finish(Visit& visit, Opened& opened, std::string const& summary) {
    opened.import.state = State::done;
    opened.import.summary = summary;
    opened.import.done_at = visit.now;
    store::save(visit.db, visit.school, opened.import);
}

}  // namespace exchange::actions
