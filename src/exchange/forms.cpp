#include "exchange/forms.hpp"

#include <algorithm>

#include "base/text.hpp"
#include "http/read_form.hpp"

namespace exchange::forms {
namespace {

constexpr std::size_t file_name_characters = 100;
constexpr std::size_t most_files = 20;  // a School Data Sync bundle has ten

// The last part of whatever path a browser sends, cut to a length that fits a line.
std::string plain_file_name(std::string_view name) {
    if (auto const slash = name.find_last_of("/\\"); slash != name.npos) name.remove_prefix(slash + 1);
    std::string plain(text::trimmed(name));
    if (plain.empty() || !text::is_utf8(plain) || text::has_control_characters(plain)) return "pupils.csv";
    return text::length(plain) <= file_name_characters ? plain : "a file with a long name.csv";
}

// What stands in the field that the error names.
template <class Who>
std::optional<Expected<Decided<Who>, FormErrors>> decided(Fields const& fields, FieldError const& unsaid) {
    http::FormReader form(fields);
    auto const row = form.number_if_any("row", 1, 1'000'000);
    if (!row) return std::nullopt;
    auto const answer = fields.value(unsaid.field);
    auto const who = Who::parse(answer);
    if (!who && answer != "new") return Expected<Decided<Who>, FormErrors>(refuse(FormErrors{unsaid}));
    return Expected<Decided<Who>, FormErrors>(Decided<Who>{static_cast<int>(*row), who});
}

}  // namespace

Expected<Upload, FormErrors> upload(http::Request const& request) {
    http::FormReader form(request.form);
    Upload upload{.kind = form.choice<Kind>("kind", "Say what the file holds"), .files = {}};
    for (auto const& sent : request.uploads)
        if (sent.field == "file" && !(sent.data.empty() && sent.file_name.empty()))
            upload.files.push_back({plain_file_name(sent.file_name), sent.data});
    if (upload.files.empty()) form.add_error("file", "Choose the CSV file to import");
    if (upload.files.size() > most_files) form.add_error("file", "Choose 20 files at the most");
    if (!form.errors().empty()) return refuse(form.errors());
    return upload;
}

Expected<ColumnsChosen, FormErrors> columns(Fields const& fields, std::size_t count, Kind kind) {
    ColumnsChosen chosen{
        .columns = {},
        .dates = from_word<DateOrder>(fields.value("dates")),
        .of_school = std::string(fields.value("of_school"))};
    FormErrors errors;
    auto const allowed = choices(kind);
    for (std::size_t at = 0; at < count; ++at) {
        auto const name = "column-" + std::to_string(at);
        auto const column = column_from(fields.value(name));
        if (!column || std::ranges::find(allowed, *column) == allowed.end()) {
            errors.push_back({name, "Choose what this column means, or leave it out"});
            chosen.columns.emplace_back();
            continue;
        }
        if (column->field != Field::ignored && place_of(chosen.columns, *column))
            errors.push_back(
                {name, "Another column means “" + in_words(*column) + "” already; leave one of them out"}
            );
        chosen.columns.push_back(*column);
    }
    if (!errors.empty()) return refuse(errors);
    return chosen;
}

int version(Fields const& form) {
    return static_cast<int>(http::FormReader(form).number_if_any("version", 0, 1'000'000).value_or(0));
}

Fields typed(Columns const& columns, std::optional<DateOrder> dates, std::string const& of_school) {
    Fields fields;
    for (std::size_t at = 0; at < columns.size(); ++at)
        fields.add("column-" + std::to_string(at), as_text(columns[at]));
    if (dates) fields.add("dates", std::string(word(*dates)));
    if (!of_school.empty()) fields.add("of_school", of_school);
    return fields;
}

std::optional<Expected<Decided<PupilId>, FormErrors>> doubt(Fields const& fields) {
    return decided<PupilId>(fields, {"pupil", "Say whether this is a pupil you know"});
}

std::optional<Expected<Decided<visits::StaffId>, FormErrors>> staff_doubt(Fields const& fields) {
    return decided<visits::StaffId>(fields, {"person", "Say whether this is somebody you know"});
}

std::set<PupilId> leavers(Fields const& fields) {
    auto const ids = http::FormReader(fields).ids<PupilId>("leavers");
    return {ids.begin(), ids.end()};
}

}  // namespace exchange::forms
