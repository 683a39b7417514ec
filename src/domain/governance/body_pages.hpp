#pragma once

#include "domain/governance/member_store.hpp"
#include "domain/governance/prefect_store.hpp"
#include "platform/html/form.hpp"
#include "platform/html/page.hpp"

namespace maillage::governance {

platform::html::Page bodies_page(identity::Call& call, const std::vector<Body>& bodies,
                                 const std::vector<PrefectRecord>& told);
platform::html::Page body_page(identity::Call& call, const Body& body, const std::vector<Member>& members,
                               Members which);

}  // namespace maillage::governance
