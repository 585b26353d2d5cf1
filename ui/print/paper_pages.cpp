#include "ui/print/paper_pages.h"

#include "core/time/london.h"
#include "ui/print/pieces.h"
#include "ui/print/text_lines.h"

#include <QBuffer>
#include <QDateTime>
#include <QPagedPaintDevice>
#include <QPainter>
#include <QPdfWriter>

using namespace Qt::StringLiterals;

namespace print {

using core::Ink;
using core::Paper;
using core::Words;

namespace {

/// The parts of every page that are not the paper's own words.
class Frame {
public:
    Frame(const Look& look, QSizeF page, const Paper& paper)
        : m_look(look)
        , m_page(page)
        , m_paper(paper)
    {
    }

    qreal left() const { return m_look.mm(16); }
    qreal width() const { return m_page.width() - 2 * left(); }
    qreal top() const { return m_look.mm(24); }
    qreal height() const { return m_page.height() - top() - m_look.mm(27); }

    void draw(QPainter& painter, int page, int pages) const
    {
        marking(painter, m_look.mm(9));
        const qreal head = m_look.mm(15);
        if (page > 1) {
            small(painter, head, u"%1 %2 · %3"_s.arg(m_paper.title, m_paper.ref, m_paper.service),
                Qt::AlignLeft);
            small(painter, head, printedText(m_paper), Qt::AlignRight);
        }
        const qreal foot = m_page.height() - m_look.mm(23);
        painter.fillRect(QRectF(left(), foot, width(), m_look.mm(0.3)), Qt::black);
        small(painter, foot + m_look.mm(1.2), m_paper.footer, Qt::AlignLeft);
        const qreal below = foot + m_look.mm(5.5);
        small(painter, below, u"Version %1 · %2"_s.arg(m_paper.version, printedText(m_paper)),
            Qt::AlignLeft);
        small(painter, below, u"Page %1 of %2"_s.arg(page).arg(pages), Qt::AlignRight);
        marking(painter, m_page.height() - m_look.mm(12.5));
    }

private:
    void marking(QPainter& painter, qreal y) const
    {
        TextLines(Words(m_paper.marking), Face::Marking, width(), m_look, Qt::AlignHCenter)
            .draw(painter, {left(), y});
    }

    void small(QPainter& painter, qreal y, const QString& text, Qt::Alignment side) const
    {
        TextLines(Words(text, Ink::Quiet), Face::Small, width(), m_look, side)
            .draw(painter, {left(), y});
    }

    const Look& m_look;
    QSizeF m_page;
    const Paper& m_paper;
};

void drawPage(QPainter& painter, const PageOf& page, const std::vector<Piece>& pieces,
    const Frame& frame, const Look& look)
{
    for (const Placed& placed : page)
        pieces[static_cast<std::size_t>(placed.piece)].draw(
            painter, QPointF(frame.left(), frame.top() + placed.top));
    if (page.empty())
        return;
    const Piece& last = pieces[static_cast<std::size_t>(page.back().piece)];
    if (last.open)
        painter.fillRect(QRectF(frame.left(), frame.top() + page.back().top + last.height,
                             frame.width(), look.hairline()),
            ruleColour());
}

// Qt writes the moment of writing into the file; the paper's own moment belongs there.
void setCreationDate(QByteArray& pdf, core::Instant at)
{
    const QByteArray mark = "/CreationDate (D:";
    const qsizetype found = pdf.indexOf(mark);
    if (found < 0)
        return;
    const QString written = u"yyyyMMddHHmmss"_s;
    const QDateTime moment = QDateTime::fromMSecsSinceEpoch(core::toMillis(at), Qt::UTC);
    pdf.replace(found + mark.size(), written.size(), moment.toString(written).toLatin1());
}

}

int paint(QPagedPaintDevice& device, const Paper& paper)
{
    const Look look(device);
    const QPageLayout layout = device.pageLayout();
    const QRect whole = layout.fullRectPixels(device.logicalDpiX());
    const Frame frame(look, whole.size(), paper);
    Cutter cutter(look, frame.width(), frame.height());
    const std::vector<Piece> pieces = cutter.cut(paper);
    const std::vector<PageOf> pages
        = breakIntoPages({pieces.begin(), pieces.end()}, frame.height());
    const int count = static_cast<int>(pages.size());

    QPainter painter(&device);
    if (layout.mode() == QPageLayout::StandardMode)
        painter.translate(-layout.paintRectPixels(device.logicalDpiX()).topLeft());
    for (int i = 0; i < count; ++i) {
        if (i > 0)
            device.newPage();
        frame.draw(painter, i + 1, count);
        drawPage(painter, pages[static_cast<std::size_t>(i)], pieces, frame, look);
    }
    return count;
}

QByteArray toPdf(const Paper& paper)
{
    QByteArray pdf;
    QBuffer buffer(&pdf);
    buffer.open(QIODevice::WriteOnly);
    {
        QPdfWriter writer(&buffer);
        writer.setResolution(600);
        writer.setPageSize(QPageSize(QPageSize::A4));
        writer.setPageOrientation(paper.landscape ? QPageLayout::Landscape : QPageLayout::Portrait);
        writer.setPageMargins({});
        writer.setTitle(u"%1 %2"_s.arg(paper.title, paper.ref).trimmed());
        writer.setCreator(u"Dutydesk"_s);
        paint(writer, paper);
    }
    setCreationDate(pdf, paper.printedAt);
    return pdf;
}

}
