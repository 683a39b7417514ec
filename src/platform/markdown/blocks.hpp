#pragma once

#include <string>
#include <string_view>
#include <vector>

// The lines of a text, gathered into blocks. Lines are borrowed from the text.
namespace maillage::platform::markdown {

enum class BlockKind { heading, paragraph, bullets, numbers, definitions, table, quote, code };

struct Item {
    std::string text;
    std::vector<std::string> children;  // one level
};
struct Block {
    BlockKind kind = BlockKind::paragraph;
    int level = 1;                               // of a heading
    std::string text;                            // of a heading, paragraph, quote or code
    std::vector<Item> items;                     // of a list; of definitions: the term and what it means
    std::vector<std::vector<std::string>> rows;  // of a table; the first is the header
};

std::vector<Block> blocks_of(std::string_view text);

}  // namespace maillage::platform::markdown
