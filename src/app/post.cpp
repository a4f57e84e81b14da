#include "app/post.hpp"

#include <filesystem>
#include <fstream>
#include <iterator>

#include "app/secret_file.hpp"

namespace app {
namespace {

bool stands_open_to_others(std::filesystem::path const& file) {
    using std::filesystem::perms;
    std::error_code unknown;
    auto const allowed = std::filesystem::status(file, unknown).permissions();
    return unknown || (allowed & (perms::group_all | perms::others_all)) != perms::none;
}

// In the file that is named with the school's number.
Expected<safeguarding::Receiver, std::string> receiver_of(
    std::filesystem::path const& folder, SchoolId school
) {
    auto const path = folder / std::to_string(school.number);
    std::ifstream input(path);
    if (!input) return refuse("No receiver is set up for school number " + std::to_string(school.number));
    if (stands_open_to_others(path))
        return refuse("The receiver's file stands open to others. Close it: chmod 600 " + path.string());
    std::string const text{std::istreambuf_iterator<char>(input), {}};
    auto receiver = safeguarding::read_receiver(text);
    if (!receiver)
        return refuse(
            "The receiver of school number " + std::to_string(school.number) + ": " + receiver.error()
        );
    return receiver;
}

}  // namespace

std::unique_ptr<messages::Postman> postman_for(Configuration const& configuration, db::Database& database) {
    if (configuration.mail_server.empty()) return nullptr;
    messages::MailServer server{
        .url = configuration.mail_server,
        .from = configuration.mail_from,
        .user = configuration.mail_user,
        .password = secret_in(configuration.mail_password_file, "mail password"),
        .only_encrypted = !configuration.mail_user.empty(),
    };
    return std::make_unique<messages::Postman>(
        [&database] { return database.connect(db::Mode::write); }, std::move(server)
    );
}

std::unique_ptr<safeguarding::Courier> courier_for(
    Configuration const& configuration, db::Database& database
) {
    if (configuration.cpoms_receivers.empty()) return nullptr;
    return std::make_unique<safeguarding::Courier>(
        [&database] { return database.connect(db::Mode::write); },
        [folder = std::filesystem::path(configuration.cpoms_receivers)](SchoolId school) {
            return receiver_of(folder, school);
        }
    );
}

}  // namespace app
