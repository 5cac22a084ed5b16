#include "tests/support/power_cuts.h"

#include <algorithm>

namespace tests {

namespace {

constexpr std::int64_t sector = 512;

bool by_chance(std::mt19937& random, double probability)
{
    return std::uniform_real_distribution<double>{0, 1}(random) < probability;
}

/// How much of what was pending is kept: often all or nothing, which are the cuts of every day.
double kept_part(std::mt19937& random)
{
    switch (std::uniform_int_distribution<int>{0, 5}(random)) {
    case 0:
        return 0;
    case 1:
        return 1;
    default:
        return std::uniform_real_distribution<double>{0, 1}(random);
    }
}

void put(std::string& content, std::int64_t offset, std::string_view bytes)
{
    const auto end = static_cast<std::size_t>(offset) + bytes.size();
    content.resize(std::max(content.size(), end));
    std::ranges::copy(bytes, content.begin() + offset);
}

/// What becomes of the part of a write that falls into one sector.
void put_sector(std::string& content, std::int64_t offset, std::string_view bytes, double kept, std::mt19937& random)
{
    if (!by_chance(random, kept)) {
        return;
    }
    switch (std::uniform_int_distribution<int>{0, 49}(random)) {
    case 0: // torn
        put(content, offset, bytes.substr(0, std::uniform_int_distribution<std::size_t>{0, bytes.size()}(random)));
        break;
    case 1: { // The file has grown or the sector was begun, and what is in it is anything.
        std::string anything{bytes};
        std::ranges::generate(anything, [&] { return static_cast<char>(random()); });
        put(content, offset, anything);
        break;
    }
    case 2: // The file has grown, and its new bytes are zeros.
        content.resize(std::max(content.size(), static_cast<std::size_t>(offset) + bytes.size()));
        break;
    default:
        put(content, offset, bytes);
    }
}

} // namespace

std::optional<DiskEvent> event_of(const DiskRequest& request)
{
    DiskEvent event{.file = request.file, .offset = request.offset, .bytes = {}};
    switch (request.call) {
    case DiskCall::open:
        event.kind = DiskEvent::Kind::made;
        return request.makes_the_file ? std::optional{event} : std::nullopt;
    case DiskCall::read:
        return std::nullopt;
    case DiskCall::write:
        event.kind = DiskEvent::Kind::written;
        event.bytes.assign(request.bytes.begin(), request.bytes.end());
        return event;
    case DiskCall::truncate:
        event.kind = DiskEvent::Kind::truncated;
        return event;
    case DiskCall::sync:
        event.kind = DiskEvent::Kind::synced;
        return event;
    case DiskCall::remove:
        event.kind = DiskEvent::Kind::removed;
        return event;
    case DiskCall::sync_folder:
        event.kind = DiskEvent::Kind::folder_synced;
        return event;
    }
    return std::nullopt;
}

FailingDisk::FailingDisk(const Files& safe)
{
    for (const auto& [file, bytes] : safe) {
        names_[file] = contents_.size();
        contents_.push_back({.safe = bytes});
    }
    safe_names_ = names_;
}

FailingDisk::Content* FailingDisk::named(const std::string& file)
{
    const auto found = names_.find(file);
    return found == names_.end() ? nullptr : &contents_[found->second];
}

void FailingDisk::apply(const Pending& pending, std::string& to)
{
    if (pending.bytes) {
        put(to, pending.offset, *pending.bytes);
    } else {
        to.resize(static_cast<std::size_t>(pending.offset));
    }
}

void FailingDisk::take(const DiskEvent& event)
{
    Content* const content = named(event.file);
    switch (event.kind) {
    case DiskEvent::Kind::made:
        names_[event.file] = contents_.size();
        pending_names_.push_back({event.file, contents_.size()});
        contents_.emplace_back();
        break;
    case DiskEvent::Kind::written:
        content->pending.push_back({event.offset, event.bytes});
        break;
    case DiskEvent::Kind::truncated:
        content->pending.push_back({event.offset, std::nullopt});
        break;
    case DiskEvent::Kind::synced:
        for (const Pending& pending : content->pending) {
            apply(pending, content->safe);
        }
        content->pending.clear();
        break;
    case DiskEvent::Kind::removed:
        names_.erase(event.file);
        pending_names_.push_back({event.file, std::nullopt});
        break;
    case DiskEvent::Kind::folder_synced:
        safe_names_ = names_;
        pending_names_.clear();
        break;
    }
}

bool FailingDisk::has_pending() const
{
    return !pending_names_.empty() ||
           std::ranges::any_of(names_, [&](const auto& name) { return !contents_[name.second].pending.empty(); });
}

std::string FailingDisk::part_of(const Content& content, std::mt19937& random)
{
    std::string bytes = content.safe;
    const double kept = kept_part(random);
    for (const Pending& pending : content.pending) {
        if (!pending.bytes) {
            if (by_chance(random, kept)) {
                apply(pending, bytes);
            }
            continue;
        }
        const std::string_view written = *pending.bytes;
        const auto end = pending.offset + static_cast<std::int64_t>(written.size());
        for (std::int64_t at = pending.offset; at < end;) {
            const std::int64_t next = std::min(end, (at / sector + 1) * sector);
            put_sector(
                bytes, at,
                written.substr(static_cast<std::size_t>(at - pending.offset), static_cast<std::size_t>(next - at)),
                kept, random);
            at = next;
        }
    }
    return bytes;
}

Files FailingDisk::after_power_cut(std::mt19937& random) const
{
    auto names = safe_names_;
    for (const Naming& naming : pending_names_) {
        if (by_chance(random, 0.5)) {
            continue;
        }
        if (naming.content) {
            names[naming.file] = *naming.content;
        } else {
            names.erase(naming.file);
        }
    }
    Files files;
    for (const auto& [file, content] : names) {
        files[file] = part_of(contents_[content], random);
    }
    return files;
}

} // namespace tests
