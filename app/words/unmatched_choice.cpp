#include "app/words/unmatched_choice.h"

#include "app/words/isolated.h"

namespace app {

namespace {

using UnmatchedKind = UnmatchedChoice::Kind;

std::string in_quotes(const std::string& text)
{
    return "\"" + isolated(text) + "\"";
}

std::string option_name(UnmatchedKind kind)
{
    switch (kind) {
    case UnmatchedKind::new_client:
        return "--new-client";
    case UnmatchedKind::client:
        return "--client";
    case UnmatchedKind::admitted:
        return "--admitted";
    case UnmatchedKind::answers_from:
    case UnmatchedKind::answers_of_none:
    case UnmatchedKind::unknown_measure:
        break;
    }
    return "--answers-from";
}

std::string what_is_missing(const UnmatchedChoice& unmatched)
{
    const std::string named = in_quotes(unmatched.named);
    const std::string similar = in_quotes(unmatched.similar);
    const bool is_alone = unmatched.similar.empty();
    switch (unmatched.kind) {
    case UnmatchedKind::new_client:
    case UnmatchedKind::client:
        return named + " does not stand in the column client of the file" +
               (is_alone ? "." : ", but " + similar + " does.") + " Please write it as it stands there";
    case UnmatchedKind::admitted:
        return "no client of the file has the code " + named + (is_alone ? "." : ", but one has " + similar + ".") +
               " Please correct the code";
    case UnmatchedKind::answers_from:
        return "the file has no answers to the items of " + named + ". Please correct the measure";
    case UnmatchedKind::answers_of_none:
        return "the file has no answers to a form that can be counted from " + unmatched.named +
               ". Please correct the number";
    case UnmatchedKind::unknown_measure:
        return "the measure " + named + " is not in this casebook" +
               (is_alone ? "." : "; the nearest is " + similar + ".") + " Please correct the measure";
    }
    return {};
}

} // namespace

std::string words_for(const UnmatchedChoice& unmatched)
{
    return option_name(unmatched.kind) + " \"" + unmatched.option +
           "\" matches nothing: " + what_is_missing(unmatched) + ", or leave the option out. Nothing was imported.";
}

} // namespace app
