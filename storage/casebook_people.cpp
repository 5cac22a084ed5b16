#include "model/text.h"
#include "storage/casebook_inside.h"
#include "storage/file_stream.h"
#include "storage/practice.h"
#include "storage/vault/people.h"

#include <memory>
#include <system_error>

/// The part of the casebook's front door that concerns the people who open it.
///
/// Their keys lie in a file of their own. It is changed last in the act's transaction: when it cannot be, nothing is
/// kept of the act; and when the transaction cannot be kept, the keys are put back.
namespace storage {

namespace {

vault::Person person_of(model::TherapistId id)
{
    return static_cast<vault::Person>(id.value);
}

/// Holds room on the disk for putting the keys back: an act that fails because the disk is full must be undone there.
class HeldRoom {
public:
    explicit HeldRoom(const std::filesystem::path& folder) : file_{folder / "keys.room"}
    {
        give();
        // Two copies, each written beside the one it replaces.
        constexpr std::uintmax_t block = 4096;
        const auto size = 3 * (std::filesystem::file_size(folder / "keys") + block);
        try {
            FileStream room = FileStream::to_write(file_);
            room.write(std::vector<std::uint8_t>(size));
            room.sync();
        } catch (...) {
            give();
            throw;
        }
    }
    HeldRoom(const HeldRoom&) = delete;
    HeldRoom& operator=(const HeldRoom&) = delete;
    ~HeldRoom() { give(); }

    void give()
    {
        std::error_code ignored;
        std::filesystem::remove(file_, ignored);
    }

private:
    std::filesystem::path file_;
};

} // namespace

void Casebook::Inside::changes_keys()
{
    acts.when_undone([this, before = vault.file, room = std::make_shared<HeldRoom>(folder)] {
        room->give();
        vault::put_slots_back(folder, vault, before);
    });
}

std::vector<model::Therapist> Casebook::people() const
{
    return inside_->read([&](Record& file) {
        std::vector<model::Therapist> people;
        for (const vault::Person person : vault::people_of(inside_->vault.file)) {
            people.push_back(storage::therapist(file, person));
        }
        return people;
    });
}

vault::OpenVault Casebook::vault() const
{
    return copy_of(inside_->vault);
}

void Casebook::add_person(const vault::SealedPerson& person, const model::Therapist& details)
{
    inside_->act(model::ActKind::person_added, [&](Record& file) {
        inside_->changes_keys();
        inside_->acts.concerns({.record = person.keys.person});
        // Who comes back with their sheet is known already.
        if (!model::is_blank(details.name) || !knows_therapist(file, person.keys.person)) {
            storage::set_therapist(file, person.keys.person, details);
        }
        inside_->acts.tell(Changed::practice);
        const bool is_new = person.keys.person >= inside_->vault.file.next_person;
        make_private_notes(inside_->folder, person.keys, is_new ? NotesOf::somebody_new : NotesOf::somebody_known);
        vault::add_person(inside_->folder, inside_->vault, person);
    });
}

void Casebook::remove_person(model::TherapistId person)
{
    inside_->act(model::ActKind::person_removed, [&](Record&) {
        inside_->changes_keys();
        inside_->acts.concerns({.record = person.value});
        inside_->acts.tell(Changed::practice);
        vault::remove_person(inside_->folder, inside_->vault, person_of(person));
    });
}

void Casebook::replace_password(const vault::KeySlot& sealed)
{
    inside_->act(model::ActKind::password_changed, [&](Record&) {
        inside_->changes_keys();
        vault::replace_password(inside_->folder, inside_->vault, sealed);
    });
}

void Casebook::replace_sheet(const vault::SealedSheet& sealed)
{
    inside_->act(model::ActKind::recovery_renewed, [&](Record&) {
        inside_->changes_keys();
        vault::replace_sheet(inside_->folder, inside_->vault, sealed);
    });
}

} // namespace storage
