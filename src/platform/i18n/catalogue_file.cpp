#include "platform/i18n/catalogue_file.hpp"

#include <cstdint>
#include <cstring>
#include <fstream>
#include <iterator>
#include <stdexcept>

namespace maillage::platform::i18n {
namespace {

// A reader of the file's 32-bit words that cannot leave the file.
class Words32 {
 public:
    Words32(const std::string& bytes, std::string file) : bytes_(bytes), file_(std::move(file)) {}

    std::uint32_t word(std::size_t at) const {
        if (at + 4 > bytes_.size()) fail();
        std::uint32_t value = 0;
        std::memcpy(&value, bytes_.data() + at, 4);
        return value;
    }
    std::string_view string_of(std::size_t descriptor) const {
        const std::size_t length = word(descriptor), offset = word(descriptor + 4);
        if (offset > bytes_.size() || length > bytes_.size() - offset) fail();
        return std::string_view(bytes_).substr(offset, length);
    }
    [[noreturn]] void fail() const { throw std::runtime_error("malformed catalogue " + file_); }

 private:
    const std::string& bytes_;
    std::string file_;
};

}  // namespace

Sentences read_mo(const std::string& file) {
    std::ifstream in(file, std::ios::binary);
    if (!in) throw std::runtime_error("no catalogue at " + file + ": build the target \"catalogues\"");
    const std::string bytes(std::istreambuf_iterator<char>(in), {});
    const Words32 reader(bytes, file);
    constexpr std::uint32_t magic = 0x950412deU;
    if (reader.word(0) != magic) reader.fail();
    const std::size_t count = reader.word(8), originals = reader.word(12), translations = reader.word(16);
    Sentences sentences;
    for (std::size_t i = 0; i < count; ++i) {
        std::string_view key = reader.string_of(originals + 8 * i);
        std::string_view forms = reader.string_of(translations + 8 * i);
        key = key.substr(0, key.find('\0'));  // a plural key is "key\0key"
        if (key.empty()) continue;            // the header
        std::vector<std::string>& kept = sentences[std::string(key)];
        for (;;) {
            const std::size_t end = forms.find('\0');
            kept.emplace_back(forms.substr(0, end));
            if (end == forms.npos) break;
            forms.remove_prefix(end + 1);
        }
    }
    return sentences;
}

}  // namespace maillage::platform::i18n
