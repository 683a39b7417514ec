#include "app/welcome.hpp"

#include <fmt/core.h>

#include "app/demo.hpp"
#include "domain/identity/role_words.hpp"

namespace maillage::app {

std::string welcome(const platform::i18n::Words& words, std::string_view agents, std::string_view residents,
                    Demonstration demonstration) {
    std::string text = fmt::format("\n  {:<20} {}\n  {:<20} {}\n", words("up.welcome_agents"), agents,
                                   words("up.welcome_residents"), residents);
    if (demonstration == Demonstration::wanted) {
        text +=
            fmt::format("\n  {}\n", words("up.welcome_accounts", {{"password", std::string(demo_password)}}));
        for (const DemoAccount& account : demo_accounts())
            text +=
                fmt::format("    {:<36} {}\n", account.email, identity::role_in_words(words, account.role));
    }
    return text + fmt::format("\n  {}\n", words("up.welcome_end"));
}

}  // namespace maillage::app
