#pragma once

#include <array>
#include <string_view>
#include <utility>

namespace pupils {

// Languages that families are often written to in, by their code (ISO 639-1), English first.
inline constexpr std::array<std::pair<std::string_view, std::string_view>, 26> languages{
    {{"en", "English"}, {"sq", "Albanian"},   {"ar", "Arabic"},     {"bn", "Bengali"},  {"bg", "Bulgarian"},
     {"zh", "Chinese"}, {"fa", "Persian"},    {"fr", "French"},     {"gu", "Gujarati"}, {"hi", "Hindi"},
     {"it", "Italian"}, {"ku", "Kurdish"},    {"lt", "Lithuanian"}, {"ne", "Nepali"},   {"ps", "Pashto"},
     {"pl", "Polish"},  {"pt", "Portuguese"}, {"pa", "Punjabi"},    {"ro", "Romanian"}, {"ru", "Russian"},
     {"so", "Somali"},  {"es", "Spanish"},    {"ta", "Tamil"},      {"tr", "Turkish"},  {"uk", "Ukrainian"},
     {"ur", "Urdu"}}};

// The language's name, or the code itself where it is not among them.
constexpr std::string_view language_in_words(std::string_view code) {
    for (auto const& [known, name] : languages)
        if (known == code) return name;
    return code;
}

}  // namespace pupils
