#pragma once

#include <cairo.h>

#include <memory>
#include <string>

namespace app {

/// Gives a surface or context back to cairo.
struct Destroyed {
    void operator()(cairo_surface_t* surface) const { cairo_surface_destroy(surface); }
    void operator()(cairo_t* context) const { cairo_destroy(context); }
};
using Surface = std::unique_ptr<cairo_surface_t, Destroyed>;
using Context = std::unique_ptr<cairo_t, Destroyed>;

/// A cairo stream that ends in the `std::string` behind `bytes`.
cairo_status_t add_bytes(void* bytes, const unsigned char* more, unsigned int count);

/// Throws std::bad_alloc where memory ran out, std::runtime_error for any other trouble.
void check(cairo_status_t status);

} // namespace app
