#include <algorithm>
#include <array>

#include "base/text.hpp"
#include "base/utf8.hpp"

namespace text {
namespace {

struct Letters {
    std::string_view plain;
    std::string_view all;
};

// From the decompositions of Unicode 15, and for letters that have none, the spelling English schools use.
// clang-format off
constexpr std::array letters{std::to_array<Letters>({
    {"a", "ÀÁÂÃÄÅàáâãäåĀāĂăĄąǍǎǞǟǠǡǺǻȀȁȂȃȦȧȺḀḁẠạẢảẤấẦầẨẩẪẫẬậẮắẰằẲẳẴẵẶặⱥⱭⱯＡａɐɑẚ"},
    {"ae", "ÆæǢǣǼǽ"},
    {"b", "ƀƁƂƃɃḂḃḄḅḆḇＢｂɓ"},
    {"c", "ÇçĆćĈĉĊċČčƇƈȻȼḈḉＣｃ"},
    {"d", "ÐðĎďĐđƉƊƋƌȡḊḋḌḍḎḏḐḑḒḓＤｄɖɗ"},
    {"db", "ȸ"},
    {"dz", "ǄǅǆǱǲǳ"},
    {"e", "ÈÉÊËèéêëĒēĔĕĖėĘęĚěƎƏƐǝȄȅȆȇȨȩɆɇḔḕḖḗḘḙḚḛḜḝẸẹẺẻẼẽẾếỀềỂểỄễỆệＥｅəɛ"},
    {"f", "ƑƒḞḟＦｆ"},
    {"ff", "ﬀ"},
    {"ffi", "ﬃ"},
    {"ffl", "ﬄ"},
    {"fi", "ﬁ"},
    {"fl", "ﬂ"},
    {"g", "ĜĝĞğĠġĢģƓƔǤǥǦǧǴǵḠḡＧｇɠɣ"},
    {"gh", "Ƣƣ"},
    {"h", "ĤĥĦħȞȟḢḣḤḥḦḧḨḩḪḫẖＨｈⱧⱨ"},
    {"hv", "ƕǶ"},
    {"i", "ÌÍÎÏìíîïĨĩĪīĬĭĮįİıƖƗǏǐȈȉȊȋḬḭḮḯỈỉỊịＩｉɨɩ"},
    {"ij", "Ĳĳ"},
    {"j", "ĴĵǰȷɈɉⱼＪｊ"},
    {"k", "ĶķĸƘƙǨǩḰḱḲḳḴḵＫｋⱩⱪ"},
    {"l", "ĹĺĻļĽľĿŀŁłƚƛȴȽḶḷḸḹḺḻḼḽⱠⱡⱢＬｌɫ"},
    {"lj", "Ǉǈǉ"},
    {"ll", "Ỻỻ"},
    {"m", "ḾḿṀṁṂṃＭｍ"},
    {"n", "ÑñŃńŅņŇňŉŊŋƝƞǸǹȠȵṄṅṆṇṈṉṊṋＮｎɲ"},
    {"nj", "Ǌǋǌ"},
    {"o", "ÒÓÔÕÖØòóôõöøŌōŎŏŐőƆƟƠơǑǒǪǫǬǭǾǿȌȍȎȏȪȫȬȭȮȯȰȱṌṍṎṏṐṑṒṓỌọỎỏỐốỒồỔổỖỗỘộỚớỜờỞởỠỡỢợⱰＯｏɒɔɵ"},
    {"oe", "Œœ"},
    {"ou", "Ȣȣ"},
    {"p", "ƤƥṔṕṖṗＰｐ"},
    {"q", "ɊɋＱｑ"},
    {"qp", "ȹ"},
    {"r", "ŔŕŖŗŘřƦȐȑȒȓɌɍṘṙṚṛṜṝṞṟⱤＲｒɽʀ"},
    {"s", "ŚśŜŝŞşŠšſȘșȿṠṡṢṣṤṥṦṧṨṩẛẜẝⱾＳｓ"},
    {"sh", "Ʃʃ"},
    {"ss", "ßẞ"},
    {"st", "ﬅﬆ"},
    {"t", "ŢţŤťŦŧƫƬƭƮȚțȶȾṪṫṬṭṮṯṰṱẗⱦＴｔʈ"},
    {"th", "Þþ"},
    {"u", "ÙÚÛÜùúûüŨũŪūŬŭŮůŰűŲųƜƯưƱǓǔǕǖǗǘǙǚǛǜȔȕȖȗɄṲṳṴṵṶṷṸṹṺṻỤụỦủỨứỪừỬửỮữỰựＵｕɯʉʊ"},
    {"v", "ƲṼṽṾṿỼỽⱽＶｖʋ"},
    {"w", "ŴŵẀẁẂẃẄẅẆẇẈẉẘＷｗ"},
    {"x", "ẊẋẌẍＸｘ"},
    {"y", "ÝýÿŶŷŸƳƴȲȳɎɏẎẏẙỲỳỴỵỶỷỸỹỾỿＹｙ"},
    {"z", "ŹźŻżŽžƵƶȤȥɀẐẑẒẓẔẕⱿＺｚⱫⱬ"},
    {"zh", "ƷǮǯʒ"},
})};
// clang-format on

struct Fold {
    char32_t from = 0;
    std::string_view to;
};

constexpr std::size_t letter_count = [] {
    std::size_t count = 0;
    for (auto const& [plain, all] : letters)
        for (auto rest = all; !rest.empty(); rest.remove_prefix(utf8::first(rest).bytes)) ++count;
    return count;
}();

constexpr auto folds = [] {
    std::array<Fold, letter_count> table{};
    std::size_t at = 0;
    for (auto const& [plain, all] : letters)
        for (auto rest = all; !rest.empty(); rest.remove_prefix(utf8::first(rest).bytes))
            table[at++] = {utf8::first(rest).value, plain};
    std::ranges::sort(table, {}, &Fold::from);
    return table;
}();

constexpr bool within(char32_t value, char32_t from, char32_t to) { return value >= from && value <= to; }

constexpr bool is_space(char32_t value) {
    return value == ' ' || within(value, '\t', '\r') || value == 0x85 || value == 0xA0 || value == 0x1680 ||
           within(value, 0x2000, 0x200A) || within(value, 0x2028, 0x2029) || value == 0x202F ||
           value == 0x205F || value == 0x3000;
}

constexpr bool is_apostrophe(char32_t value) {
    return value == '\'' || value == '`' || value == 0xB4 || within(value, 0x2B9, 0x2BF) ||
           within(value, 0x2C8, 0x2CB) || within(value, 0x2018, 0x201B) || value == 0x2032 ||
           value == 0x2035 || within(value, 0xA78B, 0xA78C) || value == 0xFF07;
}

constexpr bool is_hyphen(char32_t value) {
    return value == '-' || value == 0xAD || within(value, 0x2010, 0x2015) || value == 0x2212 ||
           value == 0xFE58 || value == 0xFE63 || value == 0xFF0D;
}

constexpr bool is_combining_mark(char32_t value) {
    return within(value, 0x300, 0x36F) || within(value, 0x1AB0, 0x1AFF) || within(value, 0x1DC0, 0x1DFF) ||
           within(value, 0x20D0, 0x20FF) || within(value, 0xFE20, 0xFE2F);
}

constexpr bool has_no_width(char32_t value) {
    return within(value, 0x200B, 0x200F) || value == 0x2060 || value == 0xFEFF;
}

constexpr bool is_dropped(char32_t value) {
    return is_apostrophe(value) || is_hyphen(value) || is_combining_mark(value) || has_no_width(value);
}

// The letter in plain lower case, or the bytes as they are.
std::string_view folded_letter(char32_t value, std::string_view as_it_is) {
    constexpr std::string_view alphabet = "abcdefghijklmnopqrstuvwxyz";
    if (within(value, 'A', 'Z')) return alphabet.substr(value - 'A', 1);
    if (value < 0x80) return as_it_is;
    auto const found = std::ranges::lower_bound(folds, value, {}, &Fold::from);
    return found != folds.end() && found->from == value ? found->to : as_it_is;
}

}  // namespace

std::string folded(std::string_view name) {
    std::string out;
    out.reserve(name.size());
    bool word_ended = false;
    auto const add = [&](std::string_view letters_of_word) {
        if (word_ended && !out.empty()) out += ' ';
        word_ended = false;
        out += letters_of_word;
    };
    while (!name.empty()) {
        auto const [value, bytes] = utf8::first(name);
        if (bytes == 0)
            add(utf8::replacement);
        else if (is_space(value))
            word_ended = true;
        else if (!is_dropped(value))
            add(folded_letter(value, name.substr(0, bytes)));
        name.remove_prefix(std::max<std::size_t>(bytes, 1));
    }
    return out;
}

}  // namespace text
