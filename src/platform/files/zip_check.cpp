#include "platform/files/zip_check.hpp"

#include <zip.h>

#include <algorithm>
#include <memory>

namespace maillage::platform::files {
namespace {

struct Discard {
    void operator()(zip_t* archive) const { zip_discard(archive); }
    void operator()(zip_file_t* file) const { zip_fclose(file); }
};
using Archive = std::unique_ptr<zip_t, Discard>;

// A zip of a few bytes may rightly say ten times more: short entries are let off the ratio.
constexpr std::size_t always_allowed = std::size_t{64} << 10U;

Archive open_archive(std::string_view bytes) {
    zip_error_t error;
    zip_error_init(&error);
    zip_source_t* source = zip_source_buffer_create(bytes.data(), bytes.size(), 0, &error);
    zip_t* archive =
        source == nullptr ? nullptr : zip_open_from_source(source, ZIP_RDONLY | ZIP_CHECKCONS, &error);
    if (archive == nullptr && source != nullptr) zip_source_free(source);
    zip_error_fini(&error);
    return Archive(archive);
}

std::optional<ZipRefusal> refusal_of(const zip_stat_t& entry, const ZipLimits& limits) {
    constexpr zip_uint64_t needed =
        ZIP_STAT_NAME | ZIP_STAT_SIZE | ZIP_STAT_COMP_SIZE | ZIP_STAT_ENCRYPTION_METHOD;
    if ((entry.valid & needed) != needed) return ZipRefusal::damaged;
    if (entry.encryption_method != ZIP_EM_NONE) return ZipRefusal::encrypted;
    if (entry.size > limits.bytes) return ZipRefusal::too_large;
    if (entry.size > always_allowed && entry.size / limits.ratio > entry.comp_size) return ZipRefusal::bomb;
    const std::string_view name(entry.name);
    if (name.ends_with("vbaProject.bin") || name.starts_with("Basic/")) return ZipRefusal::macros;
    return std::nullopt;
}

}  // namespace

std::expected<std::vector<std::string>, ZipRefusal> check_zip(std::string_view bytes,
                                                              const ZipLimits& limits) {
    if (!bytes.starts_with("PK\x03\x04")) return std::unexpected(ZipRefusal::not_a_zip);
    const Archive archive = open_archive(bytes);
    if (!archive) return std::unexpected(ZipRefusal::damaged);
    const zip_int64_t count = zip_get_num_entries(archive.get(), 0);
    if (count < 1) return std::unexpected(ZipRefusal::damaged);
    if (static_cast<std::size_t>(count) > limits.entries)
        return std::unexpected(ZipRefusal::too_many_entries);
    std::vector<std::string> names;
    std::size_t total = 0;
    for (zip_uint64_t i = 0; i < static_cast<zip_uint64_t>(count); ++i) {
        zip_stat_t entry;
        zip_stat_init(&entry);
        if (zip_stat_index(archive.get(), i, 0, &entry) != 0) return std::unexpected(ZipRefusal::damaged);
        if (const auto refusal = refusal_of(entry, limits)) return std::unexpected(*refusal);
        total += entry.size;
        if (total > limits.bytes) return std::unexpected(ZipRefusal::too_large);
        names.emplace_back(entry.name);
    }
    return names;
}

std::optional<std::string> zip_entry(std::string_view bytes, const std::string& name, std::size_t most) {
    const Archive archive = open_archive(bytes);
    if (!archive) return std::nullopt;
    const std::unique_ptr<zip_file_t, Discard> file(zip_fopen(archive.get(), name.c_str(), 0));
    if (!file) return std::nullopt;
    std::string content(most + 1, '\0');
    const zip_int64_t length = zip_fread(file.get(), content.data(), content.size());
    if (length < 0 || static_cast<std::size_t>(length) > most) return std::nullopt;
    content.resize(static_cast<std::size_t>(length));
    return content;
}

}  // namespace maillage::platform::files
