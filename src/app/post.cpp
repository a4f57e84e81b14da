#include "app/post.hpp"

#include <fstream>
#include <stdexcept>

#include "base/text.hpp"

namespace app {
namespace {

std::string password_in(std::string const& file) {
    if (file.empty()) return {};
    std::ifstream input(file);
    std::string line;
    if (!std::getline(input, line))
        throw std::runtime_error(
            "the mail password can't be read from " + file + "; put it in the first line"
        );
    return std::string(text::trimmed(line));
}

}  // namespace

std::unique_ptr<messages::Postman> postman_for(Configuration const& configuration, db::Database& database) {
    if (configuration.mail_server.empty()) return nullptr;
    messages::MailServer server{
        .url = configuration.mail_server,
        .from = configuration.mail_from,
        .user = configuration.mail_user,
        .password = password_in(configuration.mail_password_file),
        .only_encrypted = !configuration.mail_user.empty(),
    };
    return std::make_unique<messages::Postman>(
        [&database] { return database.connect(db::Mode::write); }, std::move(server)
    );
}

}  // namespace app
