#pragma once

namespace storage {

/// Whether the writer of a draft has come to a risk level, or is still passing over the choices.
enum class RiskChoice {
    made,
    being_made, ///< The draft holds what stands there, so that no power cut takes it; no notice is raised for it yet.
};

} // namespace storage
