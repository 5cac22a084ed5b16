#include "app/output/cairo_memory.h"

#include <new>
#include <stdexcept>

namespace app {

cairo_status_t add_bytes(void* bytes, const unsigned char* more, unsigned int count)
{
    static_cast<std::string*>(bytes)->append(reinterpret_cast<const char*>(more), count);
    return CAIRO_STATUS_SUCCESS;
}

void check(cairo_status_t status)
{
    if (status == CAIRO_STATUS_NO_MEMORY)
        throw std::bad_alloc{};
    if (status != CAIRO_STATUS_SUCCESS)
        throw std::runtime_error{cairo_status_to_string(status)};
}

} // namespace app
