#include "storage/vault/recovery_code.h"
#include "storage/vault/wire.h"
#include "tests/fuzz/property.h"

#include <algorithm>

using namespace storage::vault;
using tests::require;

namespace {

void check_code(std::string_view typed)
{
    const auto read = parse_recovery_code(typed);
    if (const auto* typo = std::get_if<RecoveryTypo>(&read)) {
        require(typo->group >= 1 && typo->group <= RecoveryCode::groups, "a typo is in one of the groups");
        return;
    }
    const auto& code = std::get<RecoveryCode>(read);
    require(parse_recovery_code(code.text()) == read, "a code comes back from its text");
    const std::string text = code.text();
    for (int group = 1; group <= RecoveryCode::groups; ++group)
        require(is_group(code, group, std::string_view{text}.substr(static_cast<std::size_t>(group - 1) * 6, 5)),
                "each group can be typed back");
}

void check_sheet(std::string_view typed)
{
    if (const auto sheet = parse_sheet_text(typed))
        require(parse_sheet_text(sheet_text(sheet->vault, sheet->slot)) == sheet, "a sheet comes back from its text");
}

/// The input as the bytes of a slot, so that what lies behind the letters and their checksum is reached.
void check_slot(std::span<const std::uint8_t> bytes)
{
    if (bytes.size() < slot_size)
        return;
    Reader reader{bytes};
    const auto slot = read_slot(reader);
    if (!slot)
        return;
    const SheetSlot expected{.vault = {bytes.front()}, .slot = *slot};
    require(parse_sheet_text(sheet_text(expected.vault, expected.slot)) == expected, "every slot fits on a sheet");
    Writer writer;
    write_slot(writer, *slot);
    require(std::ranges::equal(writer.written(), bytes.first(slot_size)), "a slot is written as it was read");
}

} // namespace

int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size)
{
    const auto typed = tests::text_of(bytes, size);
    static const RecoveryCode known{{1, 2, 3, 4, 5}};
    check_code(typed);
    static_cast<void>(is_group(known, 1 + static_cast<int>(size % RecoveryCode::groups), typed));
    check_sheet(typed);
    check_slot({bytes, size});
    return 0;
}
