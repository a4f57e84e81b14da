#include "exchange/faults.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <tuple>

namespace exchange {

std::string in_code(Code code) { return fmt::format("IMP{:03}", static_cast<int>(code)); }

std::string_view in_words(Code code) {
    switch (code) {
        case Code::surname_missing: return "The surname is missing";
        case Code::forename_missing: return "The forename is missing";
        case Code::birth_date_missing:
            return "The date of birth is missing, and no pupil of the school has this name and UPN. Fill in "
                   "the date, or the UPN of a pupil who is here already; where the file has neither column, "
                   "choose a second file with the same ids and the dates";
        case Code::birth_date_unreadable: return "There is no such date; write it like 27/03/2017";
        case Code::birth_date_to_come: return "The date of birth is still to come";
        case Code::birth_date_too_early:
            return "The date of birth lies more than 100 years back; look for a slip in the year";
        case Code::upn_twice: return "Two different pupils have this UPN";
        case Code::pupil_twice: return "The pupil stands in two rows that differ";
        case Code::too_long: return "The text is longer than 100 characters";
        case Code::upn_of_another: return "This UPN belongs to another pupil of the school";
        case Code::id_twice:
            return "An earlier row that differs has this id too, so nobody can tell whom it means";
        case Code::name_missing: return "The name is missing";
        case Code::address_twice: return "Two people have this e-mail address";
        case Code::upn_letter_wrong:
            return "The UPN’s first letter does not fit its figures; look for a slip";
        case Code::upn_malformed: return "This is not a UPN, so it is left out";
        case Code::sex_unknown: return "Neither M nor F, so it is left out";
        case Code::year_unknown: return "Not a year group such as R or 4, so it is left out";
        case Code::sen_unknown: return "Not an SEN provision such as N, K or E, so it is left out";
        case Code::address_unlikely: return "Not an e-mail address, so it is left out";
        case Code::cells_without_heading:
            return "The row has more cells than the headings; the last are left out";
        case Code::pupil_repeated: return "The pupil stands in an earlier row too; the rows count as one";
        case Code::short_year: return "The year has two figures only; check the century";
        case Code::age_unlikely: return "The age is unlikely for a pupil; check the date of birth";
        case Code::class_missing: return "The pupil has no class in this file";
        case Code::contact_without_name: return "A contact has no name, so it is left out";
        case Code::not_a_pupil: return "The row holds a single value, so it is left out";
        case Code::language_unknown: return "Not a language that Withy knows, so it is left out";
        case Code::several_classes:
            return "Several classes stand here and nothing says which is their own, so none is taken";
        case Code::id_unknown: return "This id stands in none of the files chosen, so the row is left out";
        case Code::contacts_left_out:
            return "The pupil has more than three contacts; the first three are taken. Add the others by "
                   "hand "
                   "on the pupil’s Contacts page";
        case Code::dates_read_day_first:
            return "This date and all others can be read either way, so the day is taken to stand first. If "
                   "the "
                   "month does, add --dates month_first";
        case Code::responsibility_unsaid:
            return "No column says who holds parental responsibility, and letters go to those who do: choose "
                   "that column, or say so on each pupil's contacts";
        case Code::legal_name_stays:
            return "This is the pupil’s preferred name on file, so the legal name stays. Has it become the "
                   "legal name? Then say both names in the file";
        case Code::role_unknown: return "Not a role that Withy knows, so none is given";
        case Code::class_unknown: return "There is no such class this school year, so it is left out";
        case Code::year_far_from_age:
            return "The year group does not go with the date of birth; look for a slip in either";
        case Code::year_outside_school:
            return "The year group lies outside those of the school’s classes; look for a slip";
        case Code::own_role:
            return "Nobody gives themselves a role that opens children’s cases, so yours is left out: "
                   "another "
                   "administrator gives it to you";
        case Code::neither_yes_nor_no:
            return "Neither yes nor no, so it is left out, and what is known stays. Say it on the pupil’s "
                   "Contacts page";
        case Code::order_too_long:
            return "The words of the court order are longer than 300 characters, so only that there is one "
                   "is "
                   "taken. Shorten them on the pupil’s Contacts page";
        case Code::order_taken:
            return "These words are taken for a court order that keeps this adult from contact, so nobody "
                   "writes to them. If they are none, mend the cell and choose the file again";
        case Code::order_left_out:
            return "This column is left out, and it may tell of a court order. Say whom it keeps away on the "
                   "pupil’s Contacts page";
        case Code::premium_unknown: return "Neither yes nor no, nor a code such as DPP, so it is left out";
        case Code::ethnicity_unknown:
            return "Not an ethnic group of the national census such as WBRI or Asian, so it is left out";
        case Code::file_empty: return "The file is empty";
        case Code::file_too_large: return "The file is larger than 20 MB";
        case Code::too_many_rows: return "The file has more than 20,000 rows";
        case Code::too_many_columns: return "The file has more than 200 columns; export only those you need";
        case Code::not_text:
            return "This is not a CSV file. Export pupils as CSV from your school system and choose that "
                   "file";
        case Code::is_workbook:
            return "This is an Excel workbook. Open it, save it as CSV, and choose that file";
        case Code::no_rows: return "There are no rows below the headings";
        case Code::column_missing: return "A column that an import can’t do without is missing";
        case Code::cell_too_long:
            return "A cell holds more than 10,000 characters; look for a missing quotation mark";
        case Code::is_utf_16: return "This is “Unicode text”. Save it as “CSV UTF-8” and choose that file";
        case Code::too_many_cells:
            return "The file has more than a million cells; export only the columns you need";
        case Code::several_files: return "Staff come in from one file at a time; choose one";
        case Code::no_file_of_pupils:
            return "None of the files has pupils’ forenames and surnames; choose the one that does too, such "
                   "as users.csv or Student.csv";
        case Code::file_does_not_fit:
            return "No id in this file is in the file of pupils’ names, so nobody can tell whom it is about";
        case Code::too_many_id_columns:
            return "The file has more than 20 columns of ids or numbers, so nobody can tell by which of them "
                   "it "
                   "is joined; export only those you need";
        case Code::too_much_together:
            return "The files together have more than 200 columns, a million cells or 40 MB; export only the "
                   "columns you need";
        case Code::one_column:
            return "The file has a single column, so nobody can tell forename, surname and date of birth "
                   "apart. "
                   "Export them as CSV, with a comma between the columns, and choose that file";
        case Code::roles_unsaid:
            return "The file names everybody, pupils too, and does not say who is who. Choose a list of "
                   "staff "
                   "alone, with a column for their role";
        case Code::nobody_is_a_student: return "The files give nobody the role of student";
    }
    return {};
}

bool is_warning(Code code) {
    auto const number = static_cast<int>(code);
    return number > 100 && number < 900;
}

std::vector<Alike> alike(Faults const& faults) {
    constexpr std::size_t a_few = 3;
    std::vector<Alike> groups;
    for (auto const& fault : faults) {
        auto group = std::ranges::find_if(groups, [&](Alike const& one) {
            return std::tie(one.first.code, one.first.file, one.first.column) ==
                   std::tie(fault.code, fault.file, fault.column);
        });
        if (group == groups.end())
            group = groups.insert(groups.end(), {.first = fault, .rows = {}, .values = {}});
        ++group->count;
        if (group->rows.size() < a_few) group->rows.push_back(fault.row);
        bool const told =
            fault.value.empty() || std::ranges::find(group->values, fault.value) != group->values.end();
        if (!told && group->values.size() < a_few) group->values.push_back(fault.value);
    }
    return groups;
}

bool stops(Faults const& faults) {
    return std::ranges::any_of(faults, [](auto const& fault) { return !is_warning(fault.code); });
}

}  // namespace exchange
