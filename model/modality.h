#pragma once

#include <string>
#include <vector>

namespace model {

/// A way of working, with the techniques that belong to it.
struct Modality {
    std::string code{}; ///< Stable and short, such as `emdr`.
    std::string name{};
    std::vector<std::string> techniques{}; ///< Names, in the order in which they are offered.
    std::string short_name{};              ///< For narrow places; empty where the practice has given none.

    bool operator==(const Modality&) const = default;
};

/// The modalities that come with the program, in the order in which they are offered.
std::vector<Modality> shipped_modalities();

/// A modality as it was used in one session.
struct ModalityUse {
    std::string modality{};                ///< Its code.
    std::vector<std::string> techniques{}; ///< Names.

    bool operator==(const ModalityUse&) const = default;
};

} // namespace model
