#include "assessments/instrument_pages.hpp"

#include "assessments/fields.hpp"
#include "assessments/norm_pages.hpp"
#include "assessments/own_norm_pages.hpp"
#include "base/text.hpp"
#include "design/controls.hpp"
#include "design/lists.hpp"
#include "design/notices.hpp"

namespace assessments::pages {
namespace {

design::Place back_to_instruments() { return {.text = "Instruments", .path = instruments_path()}; }

h::Node what_is_wrong(Faults const& faults) {
    if (faults.empty()) return {};
    auto const line = [](Fault const& fault) -> h::Node {
        return h::li(
            h::when(!fault.where.empty(), [&]() -> h::Node { return h::group(h::code(fault.where), ": "); }),
            fault.what
        );
    };
    return design::notice(
        text::counted(static_cast<long>(faults.size()), "thing to mend", "things to mend"),
        h::ul(h::each(faults, line))
    );
}

h::Node marked(Instrument const& instrument) {
    return instrument.standardised ? h::Node{} : design::tag(design::TagKind::calm, "Not standardised");
}

h::Node particulars(Instrument const& instrument) {
    return h::group(
        h::p(marked(instrument)),
        design::summary_list(
            {{"Owner", instrument.owner},
             {"Licence", instrument.licence},
             {"Ages", in_words(instrument.ages)}}
        )
    );
}

h::Node list_of_loaded(std::vector<LoadedInstrument> const& loaded) {
    design::WorkList list{
        .heading = "Loaded", .items = {}, .if_empty = "Your school has loaded no instrument yet."};
    for (auto const& one : loaded)
        list.items.push_back(
            {.title = one.instrument.name,
             .path = path_of(one.id),
             .detail = "Version " + std::to_string(one.version) + ", loaded by " + one.loaded_by_name +
                       " on " + calendar::in_words(calendar::local_date(one.loaded_at)),
             .tag = marked(one.instrument)}
        );
    return design::work_list(list);
}

h::Node list_of_frames(std::vector<Instrument> const& frames) {
    design::WorkList list{.heading = "With Withy", .items = {}};
    for (auto const& one : frames)
        list.items.push_back(
            {.title = one.name, .path = frame_path(one.code), .detail = one.owner, .tag = marked(one)}
        );
    return design::work_list(list);
}

}  // namespace

design::Page instruments(
    design::FormGuard const& guard,
    std::vector<LoadedInstrument> const& loaded,
    std::vector<Instrument> const& with_withy,
    Faults const& faults,
    Answers const& answers
) {
    return {
        .title = "Instruments",
        .back = {},
        .main = h::group(
            design::error_summary(answers.errors),
            design::heading("Instruments"),
            h::p("What children are rated by. A school loads what it is licensed for."),
            what_is_wrong(faults),
            list_of_loaded(loaded),
            list_of_frames(with_withy),
            design::upload_form(
                guard,
                instruments_path(),
                h::h2("A file of your own"),
                design::file_upload(
                    answers,
                    {.name = "file",
                     .label = "JSON file of an instrument",
                     .hint = "Withy checks it first and says everything that is to be mended.",
                     .accept = ".json,application/json"}
                ),
                design::secondary_button("Load the file")
            )
        )};
}

design::Page frame(design::FormGuard const& guard, Frame const& frame, Answers const& answers) {
    auto const count = [&](std::string const& code) -> h::Node {
        return design::text_input(
            answers,
            {.name = count_field(code),
             .label = called(*scale_of(frame.instrument, code)),
             .width = design::Chars::three,
             .input_mode = "numeric",
             .suffix = "items"}
        );
    };
    auto const counts = [&]() -> h::Node {
        return h::group(
            h::h2("How many items has each strand?"),
            h::p("They stand on your score sheet. Withy checks that they sum to what each section has."),
            h::each(frame.to_enter, count)
        );
    };
    return {
        .title = frame.instrument.name,
        .back = back_to_instruments(),
        .main = h::group(
            design::error_summary(answers.errors),
            design::heading(frame.instrument.name),
            particulars(frame.instrument),
            what_is_wrong(frame.faults),
            design::form(
                guard,
                frame_path(frame.instrument.code),
                h::when(!frame.to_enter.empty(), counts),
                design::button("Load this instrument")
            )
        )};
}

design::Page instrument(
    design::FormGuard const& guard,
    LoadedInstrument const& loaded,
    std::vector<OwnSoFar> const& own,
    Faults const& faults,
    Answers const& answers
) {
    design::Table table{
        .caption = "Strands and scales",
        .columns = {{"Strand or scale"}, {"Section"}, {"Can score", design::Align::number}},
        .rows = {}};
    for (auto const& section : loaded.instrument.sections)
        for (auto const& scale : section.scales)
            table.rows.push_back({called(scale), section.name, range_in_words(loaded.instrument, scale)});
    return {
        .title = loaded.instrument.name,
        .back = back_to_instruments(),
        .main = h::group(
            design::error_summary(answers.errors),
            design::heading(loaded.instrument.name, "Version " + std::to_string(loaded.version)),
            particulars(loaded.instrument),
            what_is_wrong(faults),
            h::h2("Norms"),
            norms_held(loaded),
            own_norms(guard, loaded, own),
            norms_form(guard, loaded, answers),
            design::table(table),
            h::p(
                h::a(h::href(areas_path(loaded.id)), "What strands lead to"),
                ": the target areas that each speaks to."
            )
        )};
}

}  // namespace assessments::pages
