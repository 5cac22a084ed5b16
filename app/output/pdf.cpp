#include "app/output/cairo_memory.h"
#include "app/output/files.h"
#include "app/output/painter.h"

#include <cairo-pdf.h>

// qpdf asks its users to say that they no longer need its old pointer class.
#define POINTERHOLDER_TRANSITION 4
#include <qpdf/QPDF.hh>
#include <qpdf/QPDFWriter.hh>

#include <cassert>
#include <vector>

namespace app {

namespace {

constexpr double points_per_unit = 0.75;

std::string painted(std::span<const Scene> pages, const PdfFacts& facts, const Typeface& typeface)
{
    std::string bytes;
    const Size first = pages.front().size;
    const Surface surface{cairo_pdf_surface_create_for_stream(add_bytes, &bytes, first.width * points_per_unit,
                                                              first.height * points_per_unit)};
    const auto tell = [&](cairo_pdf_metadata_t what, const std::string& words) {
        cairo_pdf_surface_set_metadata(surface.get(), what, words.c_str());
    };
    tell(CAIRO_PDF_METADATA_TITLE, facts.title);
    tell(CAIRO_PDF_METADATA_CREATOR, "Mendline");

    const Context context{cairo_create(surface.get())};
    for (const auto& page : pages) {
        cairo_pdf_surface_set_size(surface.get(), page.size.width * points_per_unit,
                                   page.size.height * points_per_unit);
        paint_tagged(page, context.get(), typeface, points_per_unit);
        cairo_show_page(context.get());
    }
    check(cairo_status(context.get()));
    cairo_surface_finish(surface.get());
    check(cairo_surface_status(surface.get()));
    return bytes;
}

/// The structure elements of kind Figure below `node`, in reading order.
void collect_figures(QPDFObjectHandle node, std::vector<QPDFObjectHandle>& figures)
{
    if (node.isArray()) {
        for (auto& child : node.getArrayAsVector())
            collect_figures(child, figures);
    } else if (node.isDictionary()) {
        if (node.getKey("/S").isNameAndEquals("/Figure"))
            figures.push_back(node);
        collect_figures(node.getKey("/K"), figures);
    }
}

/// What cairo cannot say: language, title in the window, and words for each figure.
void complete(QPDF& pdf, std::span<const Scene> pages, const PdfFacts& facts)
{
    auto root = pdf.getRoot();
    root.replaceKey("/Lang", QPDFObjectHandle::newUnicodeString(facts.language));
    auto viewer = QPDFObjectHandle::newDictionary();
    viewer.replaceKey("/DisplayDocTitle", QPDFObjectHandle::newBool(true));
    root.replaceKey("/ViewerPreferences", viewer);
    // Cairo puts today's date where none is given; the page says when it was made.
    if (auto info = pdf.getTrailer().getKey("/Info"); info.isDictionary())
        info.removeKey("/CreationDate");

    std::vector<QPDFObjectHandle> figures;
    if (auto structure = root.getKey("/StructTreeRoot"); structure.isDictionary())
        collect_figures(structure.getKey("/K"), figures);
    auto next = figures.begin();
    for (const auto& page : pages) {
        for (const auto& figure : page.figures) {
            assert(next != figures.end());
            if (next == figures.end())
                return;
            next->replaceKey("/Alt", QPDFObjectHandle::newUnicodeString(figure.words));
            ++next;
        }
    }
}

} // namespace

std::string pdf_of(std::span<const Scene> pages, const PdfFacts& facts, const std::optional<std::string>& password,
                   const Typeface& typeface)
{
    assert(!pages.empty());
    const std::string bytes = painted(pages, facts, typeface);
    QPDF pdf;
    pdf.processMemoryFile("pages", bytes.data(), bytes.size());
    complete(pdf, pages, facts);

    QPDFWriter writer{pdf};
    writer.setOutputMemory();
    if (password) {
        // The same for owner and reader: who may open it may print and copy it.
        writer.setR6EncryptionParameters(password->c_str(), password->c_str(), true, true, true, true, true, true,
                                         qpdf_r3p_full, true);
    } else {
        writer.setDeterministicID(true);
    }
    writer.write();
    const auto whole = writer.getBufferSharedPointer();
    return {reinterpret_cast<const char*>(whole->getBuffer()), whole->getSize()};
}

} // namespace app
