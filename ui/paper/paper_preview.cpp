#include "ui/paper/paper_preview.h"

#include "ui/print/paper_pages.h"

#include <QGraphicsView>
#include <QPrintPreviewWidget>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace ui {

PaperPreview::PaperPreview(const core::Paper& paper, QWidget* parent)
    : QWidget(parent)
    , m_printer(QPrinter::HighResolution)
{
    prepare(m_printer, paper);
    auto* view = new QPrintPreviewWidget(&m_printer);
    connect(view, &QPrintPreviewWidget::paintRequested, this,
        [this, paper](QPrinter* printer) { m_pages = print::paint(*printer, paper); });
    for (auto* pages : view->findChildren<QGraphicsView*>()) {
        pages->setObjectName(u"paperPages"_s);
        pages->setAccessibleName(tr("The pages as they will be printed"));
        pages->setAccessibleDescription(core::toText(paper));
        setFocusProxy(pages);
    }
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(view);
    view->fitToWidth();
    view->updatePreview();
}

void prepare(QPrinter& printer, const core::Paper& paper)
{
    printer.setPageSize(QPageSize(QPageSize::A4));
    printer.setPageOrientation(paper.landscape ? QPageLayout::Landscape : QPageLayout::Portrait);
    printer.setFullPage(true);
    printer.setDocName(paper.title + u' ' + paper.ref);
    printer.setCreator(u"Dutydesk"_s);
}

}
