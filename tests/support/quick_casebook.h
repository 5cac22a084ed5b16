#pragma once

#include "storage/casebook.h"
#include "storage/casebook_folder.h"
#include "storage/durable_file.h"
#include "tests/support/no_time.h"
#include "tests/support/temporary_folder.h"

#include <filesystem>

namespace tests {

/// A casebook on disk of which the keys are at hand, so that it opens without deriving them from a password: for tests
/// that open it hundreds of times, and for measuring all but the derivation.
class QuickCasebook {
public:
    QuickCasebook() { storage::make_folder(folder(), made_.vault); }

    std::filesystem::path folder() const { return temporary_.path() / "Practice.casebook"; }

    /// The casebook through its front door.
    storage::Casebook open() const { return storage::Casebook{folder(), vault(), no_time}; }

    /// The bare databases. The casebook must be closed.
    storage::OpenFiles open_bare() const { return storage::open_files(folder(), made_.vault.keys); }

    /// The keys as they lie in the folder now.
    storage::vault::OpenVault vault() const
    {
        auto opened = copy_of(made_.vault);
        const auto bytes = storage::read_file(folder() / "keys", 64UL * 1024).value();
        opened.file = std::get<storage::vault::KeysFile>(storage::vault::parse_keys(bytes));
        return opened;
    }

private:
    TemporaryFolder temporary_{};
    storage::vault::NewVault made_ = storage::vault::make_vault("password", storage::vault::KeyCost::smallest());
};

} // namespace tests
