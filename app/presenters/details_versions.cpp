#include "app/presenters/details_versions.h"

#include "app/presenters/details_presenter.h"
#include "app/words/dates.h"

namespace app {

std::vector<EarlierDetails> earlier_details(std::span<const model::ClientVersion> versions,
                                            const model::ClientDetails& now, const model::ClockFace& clock)
{
    std::vector<EarlierDetails> earlier;
    const model::ClientDetails* after = &now;
    for (const model::ClientVersion& version : versions) {
        EarlierDetails found{
            .heading = details_words::until_words(date_and_time(version.replaced_at, clock), version.by,
                                                  version.is_of_merged ? version.details.code : std::string{})};
        const model::ClientDetails& beside = version.is_of_merged ? now : *after;
        for (const DetailsField field : details_fields) {
            std::string text = text_of(version.details, field);
            if (!text.empty() && text != text_of(beside, field)) {
                found.texts.push_back({.field = field, .text = std::move(text)});
            }
        }
        if (!found.texts.empty()) {
            earlier.push_back(std::move(found));
        }
        after = version.is_of_merged ? after : &version.details;
    }
    return earlier;
}

} // namespace app
