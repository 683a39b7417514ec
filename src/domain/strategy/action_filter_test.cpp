#include "domain/strategy/action_filter.hpp"

#include <gtest/gtest.h>
#include <rapidcheck.h>

#include "platform/http/form_data.hpp"

namespace maillage::strategy {
namespace {

platform::http::Fields parsed(std::string_view query) {
    platform::http::Fields fields;
    if (query.starts_with('?')) query.remove_prefix(1);
    while (!query.empty()) {
        const std::string_view pair = query.substr(0, query.find('&'));
        const std::size_t equals = pair.find('=');
        fields.add(std::string(pair.substr(0, equals)),
                   *platform::http::decode_component(pair.substr(equals + 1)));
        query.remove_prefix(std::min(pair.size() + 1, query.size()));
    }
    return fields;
}

std::string word() {
    return *rc::gen::element<std::string>("", "PRE", "Saint-Nicolas", "a & b=c?#%", "été 50 %", "G1");
}

TEST(A_filter, comes_back_from_its_address_with_every_field) {
    EXPECT_TRUE(rc::check([] {
        ActionFilter filter;
        filter.text = word();
        filter.domain = word();
        filter.objective = word();
        filter.group = word();
        filter.pilot = word();
        filter.axis = word();
        filter.quartier = word();
        filter.partner = word();
        filter.state = *rc::gen::element<std::string>("", "done", "suspended");
        filter.alarm = *rc::gen::element<std::string>("", "late", "silent", "due14");
        filter.sort = *rc::gen::element<std::string>("code", "-due", "pilot");
        filter.page = *rc::gen::inRange(1, 40);
        filter.per_page = *rc::gen::element(50, 100, 200);
        RC_ASSERT(filter_of(parsed(query_of(filter))) == filter);
    }));
}

TEST(A_filter, drops_what_it_does_not_know) {
    platform::http::Fields query;
    for (const char* name : {"state", "alarm", "sort", "page", "size"}) query.add(name, "'; drop table x");
    EXPECT_EQ(filter_of(query), ActionFilter{});
    EXPECT_FALSE(filter_of(query).filtered());
}

}  // namespace
}  // namespace maillage::strategy
