#include "assessments/checking_rules.hpp"

#include <map>
#include <numeric>

#include "assessments/instrument_rules.hpp"
#include "base/text.hpp"

namespace assessments::checking {
namespace {

constexpr std::size_t longest_code = 40;
constexpr std::size_t longest_name = 120;
constexpr std::size_t longest_area = 60;
constexpr std::size_t longest_text = 1000;
constexpr Range all_ages{2, 25};
constexpr int most_score = 1000;

bool may_stand_in_a_code(char letter) {
    return (letter >= 'a' && letter <= 'z') || (letter >= 'A' && letter <= 'Z') ||
           (letter >= '0' && letter <= '9') || letter == '-' || letter == '_';
}

void text(std::string_view text, std::size_t most, std::string const& where, Faults& faults) {
    if (text::trimmed(text).empty())
        faults.push_back({where, "Write some words here"});
    else if (text::length(text) > most)
        faults.push_back({where, "Write at most " + std::to_string(most) + " characters here"});
}

// Of the scales of a section whose number of items is known.
int known_items(Section const& section) {
    return std::accumulate(section.scales.begin(), section.scales.end(), 0, [](int sum, Scale const& scale) {
        return sum + scale.items.value_or(0);
    });
}

long without_items(Section const& section) {
    return std::ranges::count_if(section.scales, [](Scale const& scale) {
        return !scale.items && scale.sum_of.empty() && !scale.range;
    });
}

// Of each scale at least one, so that those which are still to be entered can make up the rest.
void items_of_section(Section const& section, std::string const& where, Faults& faults) {
    if (!section.items) return;
    auto const known = known_items(section);
    auto const open = without_items(section);
    bool const fits = open == 0 ? known == *section.items : known + open <= *section.items;
    if (!fits)
        faults.push_back(
            {where + "/items",
             "Correct this or the numbers of items: the section says " + std::to_string(*section.items) +
                 " and its strands or scales have " + std::to_string(known)}
        );
}

void range_of_scale(
    Instrument const& instrument, Scale const& scale, std::string const& where, Faults& faults
) {
    if (scale.items && *scale.items < 1) faults.push_back({where + "/items", "Write 1 or more"});
    if (scale.range) {
        if (scale.range->least >= scale.range->most)
            faults.push_back({where + "/scores", "Write a least score that lies below the most"});
        if (std::abs(scale.range->least) > most_score || std::abs(scale.range->most) > most_score)
            faults.push_back({where + "/scores", "Write scores of at most " + std::to_string(most_score)});
    }
    if (!instrument.rating) {
        if (!scale.range && scale.sum_of.empty())
            faults.push_back(
                {where + "/scores", "Add the least and the most score, or a rating to the instrument"}
            );
        return;
    }
    if (!scale.range || !scale.items) return;
    Range const most{instrument.rating->least * *scale.items, instrument.rating->most * *scale.items};
    if (scale.range->least < most.least || scale.range->most > most.most)
        faults.push_back(
            {where + "/scores",
             "Write scores within " + in_words(most) + ": that is what " +
                 text::counted(*scale.items, "item gives", "items give")}
        );
}

void sum(
    Instrument const& instrument,
    Section const& section,
    Scale const& scale,
    std::string const& where,
    Faults& faults
) {
    std::set<std::string> seen;
    for (std::size_t i = 0; i < scale.sum_of.size(); ++i) {
        auto const& part = scale.sum_of[i];
        auto const here = at(where + "/sum_of", i);
        auto const* const added = scale_of(instrument, part);
        if (added == nullptr)
            unknown_scale(part, here, faults);
        else if (!added->sum_of.empty())
            faults.push_back({here, "Name scales that are entered: " + in_quotes(part) + " is a sum itself"});
        else if (section_of(instrument, part)->direction != section.direction)
            faults.push_back({here, "Take " + in_quotes(part) + " out: it is good where the others are not"});
        if (!seen.insert(part).second)
            faults.push_back({here, "Take " + in_quotes(part) + " out: it is added already"});
    }
    if (scale.range || scale.items)
        faults.push_back({where, "Take the scores and items out: a sum has what its parts give"});
}

// Whether a school works on them is not asked: what it calls otherwise, it ticks itself.
void areas(Scale const& scale, std::string const& where, Faults& faults) {
    std::set<std::string> seen;
    for (std::size_t i = 0; i < scale.areas.size(); ++i) {
        auto const here = at(where + "/areas", i);
        text(scale.areas[i], longest_area, here, faults);
        if (!seen.insert(scale.areas[i]).second)
            faults.push_back({here, "Take this out: it is there already"});
    }
}

std::set<Informant> informants_of(Instrument const& instrument, Scheme const& scheme) {
    auto const& all = scheme.informants.empty() ? instrument.informants : scheme.informants;
    return {all.begin(), all.end()};
}

// Every score has one name: steps follow one another from the least to the most.
void steps(Instrument const& instrument, ScaleBands const& bands, std::string const& where, Faults& faults) {
    auto const range = range_of(instrument, bands.scale);
    if (!range) return;
    if (bands.steps.empty()) {
        faults.push_back({where + "/steps", "Add the steps, from the lowest scores on"});
        return;
    }
    auto next = range->least;
    for (std::size_t i = 0; i < bands.steps.size(); ++i) {
        auto const& step = bands.steps[i];
        auto const here = at(where + "/steps", i);
        text(step.name, longest_code, here + "/name", faults);
        if (step.scores.least != next)
            faults.push_back({here + "/least", "Write " + std::to_string(next) + ": steps follow one another"}
            );
        if (step.scores.most < step.scores.least)
            faults.push_back({here + "/most", "Write " + std::to_string(step.scores.least) + " or more"});
        next = step.scores.most + 1;
    }
    if (next != range->most + 1)
        faults.push_back(
            {at(where + "/steps", bands.steps.size() - 1) + "/most",
             "Write " + std::to_string(range->most) + ": the last step ends with the most score"}
        );
}

void scheme(Instrument const& instrument, Scheme const& scheme, std::string const& where, Faults& faults) {
    code(scheme.code, where + "/code", faults);
    text(scheme.name, longest_name, where + "/name", faults);
    for (std::size_t i = 0; i < scheme.informants.size(); ++i)
        if (std::ranges::count(instrument.informants, scheme.informants[i]) == 0)
            faults.push_back(
                {at(where + "/informants", i), "Take this out, or add it to the informants of the instrument"}
            );
    each_once(scheme.bands, &ScaleBands::scale, where + "/bands", "/scale", "entry for the scale", faults);
    for (std::size_t i = 0; i < scheme.bands.size(); ++i) {
        auto const here = at(where + "/bands", i);
        if (scale_of(instrument, scheme.bands[i].scale) == nullptr)
            unknown_scale(scheme.bands[i].scale, here + "/scale", faults);
        else
            steps(instrument, scheme.bands[i], here, faults);
    }
}

}  // namespace

std::string at(std::string const& list, std::size_t index) { return list + "/" + std::to_string(index); }

std::string in_quotes(std::string_view text) { return "“" + std::string(text) + "”"; }

std::string in_words(Range const& range) {
    return std::to_string(range.least) + " to " + std::to_string(range.most);
}

void code(std::string_view code, std::string const& where, Faults& faults) {
    bool const fits =
        !code.empty() && code.size() <= longest_code && std::ranges::all_of(code, may_stand_in_a_code);
    if (!fits) faults.push_back({where, "Write a short name of letters from a to z, figures, - and _"});
}

void ages(Range const& ages, std::string const& where, Faults& faults) {
    if (ages.least > ages.most || !all_ages.holds(ages.least) || !all_ages.holds(ages.most))
        faults.push_back(
            {where, "Write ages in years, from " + in_words(all_ages) + ", the younger one first"}
        );
}

void unknown_scale(std::string_view code, std::string const& where, Faults& faults) {
    faults.push_back(
        {where, "Write the code of a strand or scale of this file: there is no " + in_quotes(code)}
    );
}

void particulars(Instrument const& instrument, Faults& faults) {
    code(instrument.code, "/code", faults);
    text(instrument.name, longest_name, "/name", faults);
    text(instrument.owner, longest_name, "/owner", faults);
    text(instrument.licence, longest_text, "/licence", faults);
    ages(instrument.ages, "/ages", faults);
    if (instrument.rating && instrument.rating->least >= instrument.rating->most)
        faults.push_back({"/rating", "Write a least rating that lies below the most"});
    if (instrument.rating && (instrument.rating->least < 0 || instrument.rating->most > 10))
        faults.push_back({"/rating", "Write ratings from 0 to 10"});
    if (instrument.informants.empty()) faults.push_back({"/informants", "Add who rates a child with it"});
    std::set<Informant> seen;
    for (std::size_t i = 0; i < instrument.informants.size(); ++i)
        if (!seen.insert(instrument.informants[i]).second)
            faults.push_back({at("/informants", i), "Take this out: it is there already"});
}

void sections(Instrument const& instrument, Faults& faults) {
    if (instrument.sections.empty())
        faults.push_back({"/sections", "Add a section with its strands or scales"});
    each_once(instrument.sections, &Section::code, "/sections", "/code", "section", faults);
    std::set<std::string> codes;
    for (std::size_t i = 0; i < instrument.sections.size(); ++i) {
        auto const& section = instrument.sections[i];
        auto const where = at("/sections", i);
        code(section.code, where + "/code", faults);
        text(section.name, longest_name, where + "/name", faults);
        if (section.scales.empty()) faults.push_back({where + "/scales", "Add a strand or scale"});
        items_of_section(section, where, faults);
        for (std::size_t j = 0; j < section.scales.size(); ++j) {
            auto const& scale = section.scales[j];
            auto const here = at(where + "/scales", j);
            code(scale.code, here + "/code", faults);
            text(scale.label, longest_name, here + "/label", faults);
            if (!codes.insert(scale.code).second)
                faults.push_back({here + "/code", "Take one out: there is another " + in_quotes(scale.code)});
            range_of_scale(instrument, scale, here, faults);
            areas(scale, here, faults);
            if (!scale.sum_of.empty()) sum(instrument, section, scale, here, faults);
        }
    }
    if (codes.size() > most_scales)
        faults.push_back({"/sections", "Write at most " + std::to_string(most_scales) + " strands or scales"}
        );
}

void items(Instrument const& instrument, Faults& faults) {
    if (instrument.items.empty()) return;
    if (!instrument.rating) faults.push_back({"/rating", "Add the least and the most rating of an item"});
    if (instrument.items.size() > most_items)
        faults.push_back({"/items", "Write at most " + std::to_string(most_items) + " items"});
    each_once(instrument.items, &Item::number, "/items", "/number", "item of this number", faults);
    std::map<std::string, int> listed;
    for (std::size_t i = 0; i < instrument.items.size(); ++i) {
        auto const& item = instrument.items[i];
        auto const here = at("/items", i);
        if (item.number < 1) faults.push_back({here + "/number", "Write 1 or more"});
        if (text::length(item.words) > longest_text)
            faults.push_back(
                {here + "/words", "Write at most " + std::to_string(longest_text) + " characters here"}
            );
        auto const* const scale = scale_of(instrument, item.scale);
        if (scale == nullptr)
            unknown_scale(item.scale, here + "/scale", faults);
        else if (!scale->sum_of.empty())
            faults.push_back({here + "/scale", "Name a scale that is entered: this one is a sum"});
        ++listed[item.scale];
    }
    for (auto const& scale : scales_of(instrument)) {
        if (!scale.sum_of.empty()) continue;
        if (listed[scale.code] == 0)
            faults.push_back(
                {"/items", "Add the items of " + in_quotes(scale.code) + ", as those of the others"}
            );
        else if (scale.items && *scale.items != listed[scale.code])
            faults.push_back(
                {"/items",
                 "Correct the items of " + in_quotes(scale.code) + ": it says " +
                     std::to_string(*scale.items) + " and has " + std::to_string(listed[scale.code])}
            );
    }
}

void forms(Instrument const& instrument, Faults& faults) {
    if (instrument.forms.empty()) faults.push_back({"/forms", "Add on which occasions it is used"});
    each_once(instrument.forms, &Form::occasion, "/forms", "/occasion", "form for this occasion", faults);
    for (std::size_t i = 0; i < instrument.forms.size(); ++i) {
        auto const& form = instrument.forms[i];
        std::set<int> seen;
        for (std::size_t j = 0; j < form.items.size(); ++j) {
            auto const here = at(at("/forms", i) + "/items", j);
            if (std::ranges::count(instrument.items, form.items[j], &Item::number) == 0)
                faults.push_back({here, "Write the number of an item of this file"});
            if (!seen.insert(form.items[j]).second)
                faults.push_back({here, "Take this out: it is there already"});
        }
    }
}

void schemes(Instrument const& instrument, Faults& faults) {
    std::set<std::pair<std::string, Informant>> seen;
    for (std::size_t i = 0; i < instrument.schemes.size(); ++i) {
        auto const where = at("/schemes", i);
        scheme(instrument, instrument.schemes[i], where, faults);
        bool twice = false;
        for (auto const informant : informants_of(instrument, instrument.schemes[i]))
            twice = !seen.emplace(instrument.schemes[i].code, informant).second || twice;
        if (twice)
            faults.push_back(
                {where + "/code", "Take one out: there is another scheme of this code for the same informant"}
            );
    }
}

}  // namespace assessments::checking
