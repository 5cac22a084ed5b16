#include "app/presenters/add_client_presenter.h"

#include "app/words/dates.h"
#include "model/text.h"
#include "storage/client_code.h"

#include <set>
#include <utility>
#include <vector>

namespace app {

namespace {

std::vector<std::string> codes_in(const storage::Casebook& casebook)
{
    std::vector<std::string> codes;
    for (storage::KnownCode& known : casebook.known_codes()) {
        codes.push_back(std::move(known.code));
    }
    return codes;
}

} // namespace

AddClientPresenter::AddClientPresenter(const Workplace& place) : place_{place}
{
    screen_.admitted_on = short_date(place_.clock.today());
    screen_.code = suggested_code();
    opened_ = screen_;
}

bool AddClientPresenter::is_untouched() const
{
    return model::is_blank(screen_.name) && screen_.code == opened_.code &&
           screen_.admitted_on == opened_.admitted_on && screen_.level == opened_.level;
}

void AddClientPresenter::type_name(std::string name)
{
    const char letter = code_letter();
    screen_.name = std::move(name);
    if (!is_code_typed_ && code_letter() != letter) {
        screen_.code = suggested_code();
    }
    on_change();
}

void AddClientPresenter::type_code(std::string code)
{
    is_code_typed_ = true;
    screen_.code = std::move(code);
    screen_.code_trouble.reset();
    screen_.similar_code.clear();
    on_change();
}

void AddClientPresenter::type_date(std::string date)
{
    screen_.admitted_on = std::move(date);
    screen_.is_date_unreadable = false;
    screen_.admission_problem.reset();
    on_change();
}

void AddClientPresenter::choose_level(model::LevelOfCare level)
{
    screen_.level = level;
    on_change();
}

std::optional<model::ClientId> AddClientPresenter::add()
{
    const model::ClientDetails details{.code = model::trimmed(screen_.code), .name = model::trimmed(screen_.name)};
    const auto admitted_on = place_.clock.read_day(screen_.admitted_on);
    screen_.code_trouble.reset();
    if (const auto problem = model::problem_with(details, place_.clock.today())) {
        screen_.code_trouble = trouble_with(*problem);
    } else if (place_.casebook.client_with_code(details.code)) {
        screen_.code_trouble = DetailsTrouble::code_taken;
    }
    screen_.is_date_unreadable = !admitted_on;
    screen_.admission_problem =
        admitted_on ? model::problem_with_admission({}, *admitted_on, place_.clock.today()) : std::nullopt;
    if (screen_.code_trouble || !admitted_on || screen_.admission_problem) {
        on_change();
        return std::nullopt;
    }
    if (screen_.similar_code.empty()) {
        screen_.similar_code = storage::code_like(codes_in(place_.casebook), details.code).value_or("");
        if (!screen_.similar_code.empty()) {
            on_change();
            return std::nullopt;
        }
    }
    std::optional<model::ClientId> added;
    place_.casebook.together([&] {
        added = place_.casebook.add_client(details);
        place_.casebook.admit(*added, *admitted_on, screen_.level, {});
    });
    return added;
}

char AddClientPresenter::code_letter() const
{
    // The first letter of the name, so that the practice can tell codes apart without a name standing in them.
    const auto first = screen_.name.find_first_not_of(' ');
    const char letter = first == std::string::npos ? 'C' : screen_.name[first];
    const bool is_latin = (letter >= 'A' && letter <= 'Z') || (letter >= 'a' && letter <= 'z');
    return is_latin ? static_cast<char>(letter & ~0x20) : 'C';
}

std::string AddClientPresenter::suggested_code() const
{
    // A code that looks like another one is not proposed either.
    std::set<std::string> shapes;
    for (const std::string& code : codes_in(place_.casebook)) {
        shapes.insert(storage::code_shape(code));
    }
    const std::string start{code_letter(), '-'};
    for (int number = 1;; ++number) {
        std::string digits = std::to_string(number);
        digits.insert(0, digits.size() < 3 ? 3 - digits.size() : 0, '0');
        if (!shapes.contains(storage::code_shape(start + digits))) {
            return start + digits;
        }
    }
}

} // namespace app
