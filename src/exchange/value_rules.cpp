#include "exchange/value_rules.hpp"

#include <algorithm>
#include <array>
#include <charconv>

#include "base/text.hpp"
#include "pupils/groups.hpp"
#include "pupils/languages.hpp"

namespace exchange {
namespace {

// Small letters and figures alone.
std::string plain(std::string_view cell) {
    std::string out;
    for (char const c : text::ascii_lower(cell))
        if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9')) out += c;
    return out;
}

bool is_one_of(std::string_view text, std::initializer_list<std::string_view> words) {
    return std::ranges::find(words, text) != words.end();
}

bool begins_with_one_of(std::string_view text, std::initializer_list<std::string_view> words) {
    return std::ranges::any_of(words, [&](auto word) { return text.starts_with(word); });
}

using pupils::Ethnicity;
using WordOfGroup = std::pair<std::string_view, Ethnicity>;

// The codes of the school census, as the Department for Education publishes them.
constexpr std::array<WordOfGroup, 23> codes_of_groups{
    {{"wbri", Ethnicity::white}, {"wiri", Ethnicity::white},   {"wirt", Ethnicity::white},
     {"woth", Ethnicity::white}, {"wrom", Ethnicity::white},   {"mwbc", Ethnicity::mixed},
     {"mwba", Ethnicity::mixed}, {"mwas", Ethnicity::mixed},   {"moth", Ethnicity::mixed},
     {"abri", Ethnicity::asian}, {"awel", Ethnicity::asian},   {"aind", Ethnicity::asian},
     {"apkn", Ethnicity::asian}, {"aban", Ethnicity::asian},   {"aoth", Ethnicity::asian},
     {"chne", Ethnicity::asian}, {"bbri", Ethnicity::black},   {"bwel", Ethnicity::black},
     {"bcrb", Ethnicity::black}, {"bafr", Ethnicity::black},   {"both", Ethnicity::black},
     {"ooth", Ethnicity::other}, {"refu", Ethnicity::not_said}}};

using GroupIfClear = std::pair<std::string_view, std::optional<Ethnicity>>;

// The first that a description begins with, so what says more stands before the word that it begins with.
// Nothing where the words do not tell which group is meant: a wrong group would go unseen.
constexpr std::array<GroupIfClear, 47> beginnings_of_groups{{
    {"whiteand", Ethnicity::mixed},
    {"whiteafrican", std::nullopt},
    {"mixed", Ethnicity::mixed},
    {"anyothermixed", Ethnicity::mixed},
    {"othermixed", Ethnicity::mixed},
    {"multiple", Ethnicity::mixed},
    {"asianandasian", Ethnicity::asian},
    {"asianandany", Ethnicity::mixed},
    {"asianandblack", Ethnicity::mixed},
    {"asianandchinese", Ethnicity::mixed},
    {"asianandwhite", Ethnicity::mixed},
    {"asianand", std::nullopt},
    {"asianblack", std::nullopt},
    {"blackandblack", Ethnicity::black},
    {"blackandany", Ethnicity::mixed},
    {"blackandasian", Ethnicity::mixed},
    {"blackandchinese", Ethnicity::mixed},
    {"blackandwhite", Ethnicity::mixed},
    {"blackand", std::nullopt},
    {"blackasian", std::nullopt},
    {"chineseand", std::nullopt},
    {"africanasian", Ethnicity::asian},
    {"africanand", std::nullopt},
    {"caribbeanand", std::nullopt},
    {"white", Ethnicity::white},
    {"anyotherwhite", Ethnicity::white},
    {"otherwhite", Ethnicity::white},
    {"gypsy", Ethnicity::white},
    {"roma", Ethnicity::white},
    {"traveller", Ethnicity::white},
    {"asian", Ethnicity::asian},
    {"anyotherasian", Ethnicity::asian},
    {"otherasian", Ethnicity::asian},
    {"indian", Ethnicity::asian},
    {"pakistani", Ethnicity::asian},
    {"bangladeshi", Ethnicity::asian},
    {"chinese", Ethnicity::asian},
    {"black", Ethnicity::black},
    {"anyotherblack", Ethnicity::black},
    {"otherblack", Ethnicity::black},
    {"africancaribbean", Ethnicity::black},
    {"african", Ethnicity::black},
    {"caribbean", Ethnicity::black},
    {"otherethnic", Ethnicity::other},
    {"anyotherethnic", Ethnicity::other},
    {"refused", Ethnicity::not_said},
    {"notsaid", Ethnicity::not_said},
}};

// "White/Asian", "Black Caribbean and White": white and another main group are a mixed background.
bool names_white_and_another(std::string_view words) {
    if (words.find("white") == words.npos) return false;
    constexpr std::array<std::string_view, 7> others{
        "asian", "black", "chinese", "indian", "pakistani", "bangladeshi", "caribbean"};
    return std::ranges::any_of(others, [&](auto other) { return words.find(other) != words.npos; });
}

std::optional<Ethnicity> group_in(std::string_view words) {
    if (words == "other") return Ethnicity::other;
    auto const group = std::ranges::find_if(beginnings_of_groups, [&](auto const& one) {
        return words.starts_with(one.first);
    });
    if (group == beginnings_of_groups.end() || !group->second) return std::nullopt;
    return names_white_and_another(words) ? Ethnicity::mixed : group->second;
}

}  // namespace

std::optional<std::string> sex_from(std::string_view cell) {
    auto const word = plain(cell);
    if (is_one_of(word, {"m", "male", "boy"})) return "M";
    if (is_one_of(word, {"f", "female", "girl"})) return "F";
    return std::nullopt;
}

std::optional<std::string> year_from(std::string_view cell) {
    auto const word = plain(cell);
    std::string_view rest = word;
    for (std::string_view const before :
         {"ncyear", "nationalcurriculumyear", "yeargroup", "year", "yr", "y", "ncy"})
        if (rest.starts_with(before)) {
            rest.remove_prefix(before.size());
            break;
        }
    if (is_one_of(rest, {"r", "rec", "reception", "foundationstage2", "fs2", "0"})) return "R";
    if (is_one_of(rest, {"n", "n1", "n2", "nursery", "foundationstage1", "fs1"})) return "N";
    int year = 0;
    auto const [end, error] = std::from_chars(rest.data(), rest.data() + rest.size(), year);
    if (error != std::errc{} || end != rest.data() + rest.size() || year < 1 || year > 14)
        return std::nullopt;
    if (cell.find_first_of("/&+") != cell.npos || cell.starts_with('-')) return std::nullopt;
    return std::to_string(year);
}

std::optional<std::string> sen_from(std::string_view cell) {
    auto const word = plain(cell);
    if (is_one_of(word, {"n", "no", "none", "nosen", "false"})) return "N";
    if (is_one_of(word, {"k", "sensupport", "support"})) return "K";
    if (is_one_of(word, {"e", "ehcp", "ehc", "ehcplan"})) return "E";
    if (begins_with_one_of(word, {"nospecial", "nno", "nosen"})) return "N";
    if (begins_with_one_of(word, {"ksen", "sensupport", "ksupport"})) return "K";
    if (begins_with_one_of(word, {"eehc", "eeducation", "educationhealth", "ehc"})) return "E";
    return std::nullopt;
}

std::optional<std::string> pupil_premium_from(std::string_view cell) {
    if (is_one_of(plain(cell), {"dpp", "scp", "lap", "afc", "eyp", "pp", "pupilpremium"})) return "yes";
    auto const said = yes_or_no(cell);
    if (!said) return std::nullopt;
    return *said ? "yes" : "no";
}

std::optional<std::string> ethnicity_from(std::string_view cell) {
    auto const code = plain(cell.substr(0, cell.find_first_of(" -:")));
    auto const words = plain(cell);
    if (code == "nobt" || begins_with_one_of(words, {"informationnotyet", "notyetobtained", "notobtained"}))
        return "";
    if (auto const found = std::ranges::find(codes_of_groups, std::string_view(code), &WordOfGroup::first);
        found != codes_of_groups.end())
        return std::string(word(found->second));
    auto const group = group_in(words);
    return group ? std::optional(std::string(word(*group))) : std::nullopt;
}

std::optional<std::string> language_from(std::string_view cell) {
    auto const word = plain(cell);
    for (auto const& [code, name] : pupils::languages)
        if (word == code || word == plain(name)) return std::string(code);
    return std::nullopt;
}

std::optional<visits::Role> role_from(std::string_view cell) {
    using visits::Role;
    auto const word = plain(cell);
    if (is_one_of(word, {"teacher", "classteacher"})) return Role::class_teacher;
    if (is_one_of(
            word, {"teachingassistant", "ta", "hlta", "supportstaff", "learningsupportassistant", "lsa"}
        ))
        return Role::support_staff;
    if (is_one_of(word, {"nurtureassistant", "elsa"})) return Role::nurture_assistant;
    if (is_one_of(word, {"senco", "sendco", "inclusionlead"})) return Role::senco;
    if (is_one_of(word, {"headteacher", "head", "principal"})) return Role::headteacher;
    if (is_one_of(word, {"safeguardinglead", "designatedsafeguardinglead", "dsl"}))
        return Role::safeguarding_lead;
    if (is_one_of(word, {"administrator", "admin", "schooladministrator", "officemanager"}))
        return Role::administrator;
    if (word == "governor") return Role::governor;
    return std::nullopt;
}

std::optional<bool> yes_or_no(std::string_view cell) {
    if (is_one_of(text::trimmed(cell), {"✓", "✔", "✔️", "☑", "✅"})) return true;
    auto const word = plain(cell);
    if (is_one_of(word, {"yes", "y", "true", "1", "x", "t"})) return true;
    if (is_one_of(word, {"no", "n", "false", "0", "f", "none"})) return false;
    return std::nullopt;
}

std::optional<std::string> court_order_in(std::string_view cell) {
    auto const words = text::trimmed(cell);
    if (auto const said = yes_or_no(words))
        return *said ? "A court order stands, as the school's system says; ask the office what it forbids"
                     : "";
    if (is_one_of(words, {"", "-", "--", "–", "—", ".", "/"}) || is_one_of(
                                                                     plain(words),
                                                                     {"na",
                                                                      "nil",
                                                                      "noneknown",
                                                                      "nothing",
                                                                      "noorder",
                                                                      "noorders",
                                                                      "nocourtorder",
                                                                      "nocourtorders",
                                                                      "norestriction",
                                                                      "norestrictions",
                                                                      "notapplicable"}
                                                                 ))
        return "";
    if (words == "?" || is_one_of(plain(words), {"unknown", "notknown", "nk"})) return std::nullopt;
    return std::string(words);
}

std::vector<std::string> classes_in(std::string_view cell) {
    std::vector<std::string> names;
    for (auto const part : text::split(cell, ';'))
        if (auto const name = text::trimmed(part); !name.empty()) names.emplace_back(name);
    return names;
}

WholeName name_from(std::string_view cell) {
    if (auto const comma = cell.find(','); comma != cell.npos)
        return {
            std::string(text::trimmed(cell.substr(comma + 1))),
            std::string(text::trimmed(cell.substr(0, comma)))};
    auto const gap = cell.rfind(' ');
    if (gap == cell.npos) return {{}, std::string(cell)};
    return {std::string(text::trimmed(cell.substr(0, gap))), std::string(cell.substr(gap + 1))};
}

}  // namespace exchange
