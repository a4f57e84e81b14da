#include "demonstration/names.hpp"

#include <algorithm>
#include <array>

namespace demonstration {
namespace {

constexpr std::array<Forename, 120> children{{
    {"Aaliyah", "", "F"},
    {"Abigail", "Abi", "F"},
    {"Ada", "", "F"},
    {"Adanna", "", "F"},
    {"Aisha", "", "F"},
    {"Alice", "", "F"},
    {"Amelia", "Millie", "F"},
    {"Amira", "", "F"},
    {"Anaya", "", "F"},
    {"Aneeka", "", "F"},
    {"Anwen", "", "F"},
    {"Beatrice", "Bea", "F"},
    {"Bethan", "", "F"},
    {"Bronte", "", "F"},
    {"Carys", "", "F"},
    {"Charlotte", "Lottie", "F"},
    {"Chidinma", "", "F"},
    {"Chloe", "", "F"},
    {"Connie", "", "F"},
    {"Daisy", "", "F"},
    {"Delyth", "", "F"},
    {"Edith", "Edie", "F"},
    {"Eleanor", "Nell", "F"},
    {"Elif", "", "F"},
    {"Elizabeth", "Libby", "F"},
    {"Emilia", "", "F"},
    {"Esme", "", "F"},
    {"Farah", "", "F"},
    {"Fatima", "", "F"},
    {"Fern", "", "F"},
    {"Florence", "Flo", "F"},
    {"Freya", "", "F"},
    {"Grace", "", "F"},
    {"Gurleen", "", "F"},
    {"Hania", "", "F"},
    {"Hannah", "", "F"},
    {"Harriet", "Hattie", "F"},
    {"Imani", "", "F"},
    {"Imogen", "Immy", "F"},
    {"Iris", "", "F"},
    {"Isla", "", "F"},
    {"Jasmine", "Jas", "F"},
    {"Josephine", "Josie", "F"},
    {"Keira", "", "F"},
    {"Khadija", "", "F"},
    {"Layla", "", "F"},
    {"Lena", "", "F"},
    {"Lily-Mae", "", "F"},
    {"Mabel", "", "F"},
    {"Maja", "", "F"},
    {"Margaret", "Maggie", "F"},
    {"Maryam", "", "F"},
    {"Mei", "", "F"},
    {"Molly", "", "F"},
    {"Nadia", "", "F"},
    {"Niamh", "", "F"},
    {"Orla", "", "F"},
    {"Phoebe", "", "F"},
    {"Priya", "", "F"},
    {"Zofia", "", "F"},
    {"Aarav", "", "M"},
    {"Adam", "", "M"},
    {"Alfred", "Alfie", "M"},
    {"Amir", "", "M"},
    {"Arlo", "", "M"},
    {"Arthur", "Art", "M"},
    {"Ayaan", "", "M"},
    {"Benjamin", "Ben", "M"},
    {"Bilal", "", "M"},
    {"Bogdan", "", "M"},
    {"Callum", "", "M"},
    {"Charles", "Charlie", "M"},
    {"Chidi", "", "M"},
    {"Daniel", "Dan", "M"},
    {"Dawid", "", "M"},
    {"Dylan", "", "M"},
    {"Edward", "Teddy", "M"},
    {"Elijah", "Eli", "M"},
    {"Emre", "", "M"},
    {"Ethan", "", "M"},
    {"Ewan", "", "M"},
    {"Ezra", "", "M"},
    {"Finlay", "Fin", "M"},
    {"Frederick", "Freddie", "M"},
    {"George", "", "M"},
    {"Haris", "", "M"},
    {"Harrison", "", "M"},
    {"Henry", "", "M"},
    {"Hugo", "", "M"},
    {"Ibrahim", "", "M"},
    {"Idris", "", "M"},
    {"Isaac", "", "M"},
    {"Ivan", "", "M"},
    {"Jacob", "Jake", "M"},
    {"James", "Jamie", "M"},
    {"Jayden", "", "M"},
    {"Joseph", "Joe", "M"},
    {"Kai", "", "M"},
    {"Kian", "", "M"},
    {"Kwame", "", "M"},
    {"Leo", "", "M"},
    {"Liam", "", "M"},
    {"Louis", "", "M"},
    {"Luca", "", "M"},
    {"Malachi", "", "M"},
    {"Mateusz", "", "M"},
    {"Matthew", "Matty", "M"},
    {"Mohammed", "Mo", "M"},
    {"Nathaniel", "Nate", "M"},
    {"Noah", "", "M"},
    {"Oluwaseun", "Seun", "M"},
    {"Oscar", "", "M"},
    {"Owen", "", "M"},
    {"Rafael", "Rafa", "M"},
    {"Reuben", "", "M"},
    {"Rhys", "", "M"},
    {"Samuel", "Sam", "M"},
    {"Taha", "", "M"},
    {"Thomas", "Tom", "M"},
    {"Tobias", "Toby", "M"},
}};

constexpr std::array<std::string_view, 150> families{
    "Abara",        "Achterberg", "Adair",         "Adeyinka",    "Ainsley",    "Akinlade",    "Albury",
    "Amankwah",     "Anstey",     "Appleyard",     "Arkwright",   "Ashdown",    "Attwater",    "Aydemir",
    "Balfe",        "Banerji",    "Barraclough",   "Bashiri",     "Beckwith",   "Benyon",      "Bianchi",
    "Blackshaw",    "Boateng",    "Bramhall",      "Brennock",    "Broadbent",  "Bąk",         "Callaghan",
    "Carrow",       "Cartledge",  "Chaudry",       "Cheung",      "Chukwu",     "Clegg",       "Coldwell",
    "Cotterill",    "Cromarty",   "Crowther",      "Dabrowska",   "Darbyshire", "Dearden",     "Dhaliwal",
    "Dimitrov",     "Drabble",    "Duarte",        "Dunmore",     "Eastwood",   "Ebrahimi",    "Edgeley",
    "Egwu",         "Ellershaw",  "Entwistle",     "Eze",         "Fairhurst",  "Farooqi",     "Fazekas",
    "Fenwick",      "Ferreira",   "Finnegan",      "Flintham",    "Gallimore",  "Garrity",     "Georgiou",
    "Ghosh",        "Gilchrist",  "Goodacre",      "Grabowski",   "Greenhalgh", "Gurung",      "Haddow",
    "Hallam",       "Haque",      "Hargreave",     "Hawthorn",    "Hepworth",   "Hinchliffe",  "Hosseini",
    "Hussaini",     "Ibekwe",     "Ionescu",       "Iqbali",      "Jagger",     "Jankowski",   "Jephson",
    "Jozwiak",      "Kaczmarek",  "Kalsi",         "Kamara",      "Kavanagh",   "Kenworthy",   "Kiernan",
    "Kovalenko",    "Kumari",     "Lathom",        "Lindqvist",   "Lomax",      "Longbottom",  "Lovatt",
    "MacAskill",    "Mahlangu",   "Malekpour",     "Marsden",     "Mazurek",    "McElroy",     "Mensah",
    "Merriweather", "Midgley",    "Mirza",         "Moorhouse",   "Mukherji",   "Nadkarni",    "Nettleton",
    "Nguyen-Lee",   "Nowicka",    "Nuttall",       "Nwachukwu",   "O’Dowd",     "O’Grady",     "Ogden",
    "Okonjo",       "Oldroyd",    "Osei",          "Ó Briain",    "Paget",      "Pickersgill", "Popescu",
    "Quayle",       "Rahmani",    "Ramsbottom",    "Rashidi",     "Redfern",    "Rosario",     "Rushworth",
    "Sadiq",        "Sandhu",     "Satterthwaite", "Shahid",      "Sikora",     "Skelton",     "Sorrell",
    "Stavrou",      "Suleiman",   "Tattersall",    "Thistlewood", "Uddin",      "Varga",       "Wadsworth",
    "Whitworth",    "Yeboah",     "Zawadzki",
};

constexpr std::array<std::string_view, 40> mothers{
    "Agnieszka", "Alison",   "Amina",    "Angharad", "Anjali", "Becky",  "Bola",   "Catrin",
    "Claire",    "Danielle", "Dorota",   "Elena",    "Emma",   "Fiona",  "Gemma",  "Grace",
    "Hafsa",     "Helen",    "Ioana",    "Jaspreet", "Joanne", "Kelly",  "Laura",  "Leanne",
    "Mandy",     "Maria",    "Naomi",    "Nasreen",  "Ngozi",  "Olena",  "Rachel", "Roisin",
    "Ruth",      "Sadia",    "Samantha", "Sarah",    "Sinead", "Tamara", "Vicky",  "Yasmin",
};
constexpr std::array<std::string_view, 40> fathers{
    "Abdul", "Adrian", "Ahmed",  "Andrew", "Ben",    "Chris",  "Colin",  "Damian", "Darren", "David",
    "Emeka", "Farid",  "Gareth", "Gavin",  "Graham", "Harjit", "Hywel",  "Imran",  "Jason",  "Jonathan",
    "Kevin", "Kofi",   "Lee",    "Marek",  "Mark",   "Martin", "Matteo", "Mihai",  "Neil",   "Nikhil",
    "Paul",  "Pawel",  "Ravi",   "Rob",    "Sean",   "Simon",  "Stefan", "Tariq",  "Tunde",  "Yusuf",
};

struct Language {
    std::string_view surname;
    std::string_view code;
};
constexpr std::array<Language, 21> languages{{
    {"Aydemir", "tr"},   {"Bashiri", "fa"},   {"Bąk", "pl"},      {"Dabrowska", "pl"}, {"Dhaliwal", "pa"},
    {"Dimitrov", "bg"},  {"Duarte", "pt"},    {"Ebrahimi", "fa"}, {"Farooqi", "ur"},   {"Ferreira", "pt"},
    {"Grabowski", "pl"}, {"Haque", "bn"},     {"Hosseini", "fa"}, {"Ionescu", "ro"},   {"Jankowski", "pl"},
    {"Kaczmarek", "pl"}, {"Kovalenko", "uk"}, {"Mazurek", "pl"},  {"Nowicka", "pl"},   {"Popescu", "ro"},
    {"Uddin", "bn"},
}};

}  // namespace

std::span<Forename const> forenames() { return children; }
std::span<std::string_view const> surnames() { return families; }

std::string_view likely_language(std::string_view surname) {
    auto const* const found = std::ranges::find(languages, surname, &Language::surname);
    return found == languages.end() ? "en" : found->code;
}

std::string_view mothers_forename(Chance& chance) { return chance.pick(mothers); }
std::string_view fathers_forename(Chance& chance) { return chance.pick(fathers); }

}  // namespace demonstration
