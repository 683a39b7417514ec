#include "domain/strategy/api.hpp"
#include "domain/strategy/sql.hpp"

namespace maillage::strategy {

void grow(platform::db::Tx& tx, territory::CouncilId council, int actions, foundation::Date today) {
    constexpr int news_each = 10;
    tx.run(sql::grow_actions, council, actions, today);
    tx.run(sql::grow_axes, council);
    tx.run(sql::grow_partners, council);
    tx.run(sql::grow_steps, council, today);
    tx.run(sql::grow_news, council, news_each);
    tx.run(sql::grow_progress, council);
}

}  // namespace maillage::strategy
