#include "assessments/document.hpp"

#include <boost/json/object.hpp>
#include <boost/json/parse.hpp>
#include <limits>

#include "assessments/members.hpp"

namespace assessments {
namespace {

Range range_in(Members&& members) { return {members.number("least"), members.number("most")}; }

std::vector<std::string> texts_in(std::vector<Member> const& members) {
    std::vector<std::string> texts;
    for (auto const& member : members) texts.push_back(member.text());
    return texts;
}

template <Worded Set>
std::vector<Set> choices_in(std::vector<Member> const& members) {
    std::vector<Set> chosen;
    for (auto const& member : members)
        if (auto const one = member.choice<Set>()) chosen.push_back(*one);
    return chosen;
}

Scale scale_in(Members&& members) {
    Scale scale{.code = members.text("code"), .label = members.text("label")};
    scale.cluster = members.text_if_any("cluster");
    scale.items = members.number_if_any("items");
    if (auto range = members.members_if_any("scores")) scale.range = range_in(std::move(*range));
    scale.sum_of = texts_in(members.list_if_any("sum_of"));
    scale.optional = members.flag("optional");
    scale.named_by_child = members.flag("named_by_child");
    scale.areas = texts_in(members.list_if_any("areas"));
    return scale;
}

Section section_in(Members&& members) {
    Section section{.code = members.text("code"), .name = members.text("name"), .scales = {}};
    section.direction = members.choice<Direction>("direction");
    section.drawn = members.choice<Drawn>("drawn");
    section.items = members.number_if_any("items");
    for (auto const& one : members.list("scales")) section.scales.push_back(scale_in(one.members()));
    return section;
}

Item item_in(Members&& members) {
    return {
        .number = members.number("number"),
        .scale = members.text("scale"),
        .words = members.text_if_any("words")};
}

Form form_in(Members&& members) {
    Form form{.occasion = members.choice<Occasion>("occasion")};
    for (auto const& one : members.list_if_any("items")) form.items.push_back(one.number());
    return form;
}

// All four or none: one that is left out is no number, which the check finds.
std::optional<Precision> precision_in(Members& members) {
    auto const mean = members.decimal_if_any("mean");
    auto const standard_deviation = members.decimal_if_any("standard_deviation");
    auto const reliability = members.decimal_if_any("reliability");
    auto const kind = members.choice_if_any<ReliabilityKind>("reliability_kind");
    if (!mean && !standard_deviation && !reliability && !kind) return std::nullopt;
    constexpr auto absent = std::numeric_limits<double>::quiet_NaN();
    return Precision{
        .mean = mean.value_or(absent),
        .standard_deviation = standard_deviation.value_or(absent),
        .reliability = reliability.value_or(absent),
        .kind = kind};
}

NormSet norm_set_in(Members&& members) {
    NormSet set{
        .code = members.text("code"),
        .ages = range_in(members.members("ages")),
        .source = members.text_if_any("source"),
        .bands = {}};
    for (auto const& one : members.list("bands")) {
        auto band = one.members();
        NormBand read{.scale = band.text("scale"), .usual = {band.number("low"), band.number("high")}};
        read.precision = precision_in(band);
        set.bands.push_back(std::move(read));
    }
    return set;
}

ScaleBands scale_bands_in(Members&& members) {
    ScaleBands bands{.scale = members.text("scale"), .steps = {}};
    for (auto const& one : members.list("steps")) {
        auto step = one.members();
        bands.steps.push_back({step.text("name"), {step.number("least"), step.number("most")}});
    }
    return bands;
}

Scheme scheme_in(Members&& members) {
    Scheme scheme{.code = members.text("code"), .name = members.text("name"), .bands = {}};
    scheme.informants = choices_in<Informant>(members.list_if_any("informants"));
    for (auto const& one : members.list("bands")) scheme.bands.push_back(scale_bands_in(one.members()));
    return scheme;
}

Instrument instrument_in(Members&& members) {
    Instrument read{
        .code = members.text("code"),
        .name = members.text("name"),
        .owner = members.text("owner"),
        .licence = members.text("licence"),
        .standardised = members.flag("standardised"),
        .ages = range_in(members.members("ages")),
        .informants = choices_in<Informant>(members.list("informants")),
        .forms = {},
        .sections = {}};
    if (auto rating = members.members_if_any("rating")) read.rating = range_in(std::move(*rating));
    for (auto const& one : members.list("forms")) read.forms.push_back(form_in(one.members()));
    for (auto const& one : members.list("sections")) read.sections.push_back(section_in(one.members()));
    for (auto const& one : members.list_if_any("items")) read.items.push_back(item_in(one.members()));
    for (auto const& one : members.list_if_any("norm_sets"))
        read.norm_sets.push_back(norm_set_in(one.members()));
    for (auto const& one : members.list_if_any("schemes")) read.schemes.push_back(scheme_in(one.members()));
    return read;
}

}  // namespace

ReadInstrument read_document(std::string_view text) {
    ReadInstrument read;
    auto const value = value_in(text);
    if (!value) {
        read.faults.push_back({"", "The file is no JSON. Mend what a JSON checker shows, then try again"});
        return read;
    }
    read.instrument = instrument_in(Members(&*value, "", read.faults));
    return read;
}

}  // namespace assessments
